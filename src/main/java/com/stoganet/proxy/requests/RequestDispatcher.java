package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hands approved requests over to their servers. A request waits in the database while its server
 * does not answer. The proxy may tell a server twice without harm, because it checks the server's
 * titles first.
 */
@Service
public class RequestDispatcher {

  private static final Log LOG = Log.of(RequestDispatcher.class);
  private static final int AT_A_TIME = 20;

  /** Longer than any server timeout; after that another proxy may try. */
  private static final Duration CLAIMED = Duration.ofMinutes(3);

  /** Sonarr reads the episodes of a series that was added within a few minutes. */
  private static final Duration GETTING_READY = Duration.ofMinutes(10);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration SHORTEST_WAIT = WaitingPeriod.REQUEST_RETRY.length();

  private final RequestStore store;
  private final RequestLedger ledger;
  private final Arrs arrs;
  private final RequestServer requestServer;
  private final Discovery discovery;
  private final RatingCap ratings;
  private final ArrSnapshots snapshots;
  private final Clock clock;

  @Inject
  public RequestDispatcher(
      RequestStore store,
      RequestLedger ledger,
      Arrs arrs,
      RequestServer requestServer,
      Discovery discovery,
      RatingCap ratings,
      ArrSnapshots snapshots,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.arrs = arrs;
    this.requestServer = requestServer;
    this.discovery = discovery;
    this.ratings = ratings;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** Hands over all requests that are due. */
  void run() {
    for (int i = 0; i < AT_A_TIME; i++) {
      // One by one: while the first one waits for its server, the claims of the others would
      // expire.
      Instant now = clock.instant();
      List<Request> next = store.claim(now, now.plus(CLAIMED), 1);
      if (next.isEmpty()) {
        return;
      }
      next.forEach(this::handOn);
    }
  }

  private void handOn(Request request) {
    try {
      requireRating(request);
      tell(request);
      ledger.move(request, Status.SENT, "");
      LOG.info("Request " + request.id() + " was handed over to " + request.server());
    } catch (RequestRejectedException e) {
      fail(request, e.reason(), e.getMessage());
    } catch (TitleNotReadyException e) {
      if (age(request).compareTo(GETTING_READY) > 0) {
        fail(request, "not_ready", e.getMessage());
      } else {
        postpone(request, e);
      }
    } catch (ApiException e) {
      postpone(request, e);
    } catch (RuntimeException e) {
      // Otherwise the proxy would hand it over for ever, and users would wait for nothing.
      LOG.error("Request " + request.id() + " could not be handed over", e);
      ledger.move(
          request,
          Status.FAILED,
          "The proxy could not hand it over. An administrator finds the cause in the proxy's log.");
    }
  }

  private void fail(Request request, String reason, String message) {
    LOG.info("Request " + request.id() + " was refused: " + reason);
    ledger.move(request, Status.FAILED, message);
  }

  private void postpone(Request request, RuntimeException cause) {
    LOG.info("Request " + request.id() + " waits: " + cause.getMessage());
    store.postpone(request.id(), clock.instant().plus(wait(request)));
  }

  /** The time since the request was approved. */
  private Duration age(Request request) {
    return Duration.between(request.decidedAt().orElse(request.createdAt()), clock.instant());
  }

  /** The delay before the next attempt: it grows with the age of the request. */
  private Duration wait(Request request) {
    Duration age = Duration.between(request.createdAt(), clock.instant()).dividedBy(4);
    Duration longEnough = age.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : age;
    return longEnough.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longEnough;
  }

  /** The rating may have been unknown when the user made the request. */
  private void requireRating(Request request) {
    if (request.ratingCap().isEmpty()) {
      return;
    }
    Optional<LookupResult> result = discovery.described(request.scope().id());
    if (result
        .filter(each -> ratings.allows(request.ratingCap(), each.certification()))
        .isEmpty()) {
      throw new RequestRejectedException("unknown_title", "There is no such title.");
    }
  }

  private void tell(Request request) {
    if (requestServer.configured()) {
      requestServer.ask(request.asker().jellyfinUserId(), request.scope());
      snapshots.refresh(request.scope().id());
      return;
    }
    Arr arr =
        arrs.all().stream()
            .filter(each -> each.name().equals(request.server()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RequestRejectedException(
                        "no_such_server", "The server of this request is no longer configured."));
    arr.monitor(request.scope());
    // Updates the known title at once, so that its status does not fall back. If the process dies
    // before that, the server is told once more, which does no harm.
    snapshots.refreshNow(arr.name(), request.scope().id());
  }
}
