package com.stoganet.proxy.clients.seerr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends requests to Seerr in the name of the user who made them. */
@Service
public class SeerrRequestServer implements RequestServer {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final long ROOM = 5_000;

  private final SeerrConnection seerr;
  private final SeerrAccounts accounts;
  private final Cache<CatalogId.Tmdb, RequestState> states;

  @Inject
  public SeerrRequestServer(SeerrConnection seerr, SeerrAccounts accounts) {
    this(seerr, accounts, Ticker.systemTicker());
  }

  SeerrRequestServer(SeerrConnection seerr, SeerrAccounts accounts, Ticker ticker) {
    this.seerr = seerr;
    this.accounts = accounts;
    this.states =
        Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(REMEMBERED).ticker(ticker).build();
  }

  @Override
  public boolean configured() {
    return seerr.configured();
  }

  @Override
  public RequestState state(CatalogId.Tmdb id) {
    RequestState known = states.getIfPresent(id);
    if (known == null) {
      // Asked outside the cache, which would block requests for other titles with the same hash.
      known = askedState(id);
      states.put(id, known);
    }
    return known;
  }

  @Override
  public void ask(String jellyfinUserId, RequestedScope scope) {
    if (!scope.episodes().isEmpty()) {
      throw new RequestRejectedException(
          "no_single_episodes", "The request server takes requests for whole seasons only.");
    }
    SeerrRequest request = SeerrRequest.of(scope);
    try {
      if (!sent(jellyfinUserId, request)) {
        // Either the key is wrong or the user was deleted. A new look-up of the user fails on a
        // wrong key, and finds a new account.
        accounts.forget(jellyfinUserId);
        if (!sent(jellyfinUserId, request)) {
          throw SeerrRefusals.notAllowed();
        }
      }
    } finally {
      states.invalidate(scope.id());
    }
  }

  /** False when Seerr does not know the caller. */
  private boolean sent(String jellyfinUserId, SeerrRequest request) {
    int user = accounts.numberOf(jellyfinUserId);
    try {
      seerr.write(api -> api.request(user, request));
      return true;
    } catch (BackendResponseException failure) {
      if (SeerrRefusals.unknownCaller(failure)) {
        return false;
      }
      if (!SeerrRefusals.duplicate(failure)) {
        throw SeerrRefusals.of(failure).orElseThrow(() -> seerr.unexpected(failure));
      }
      return true;
    }
  }

  private RequestState askedState(CatalogId.Tmdb id) {
    try {
      return seerr.readBriefly(api -> api.title(id.kind().text(), id.number())).state();
    } catch (BackendResponseException failure) {
      if (failure.notFound() && !SeerrRefusals.reason(failure).isEmpty()) {
        return RequestState.NOT_REQUESTED;
      }
      throw seerr.unexpected(failure);
    }
  }
}
