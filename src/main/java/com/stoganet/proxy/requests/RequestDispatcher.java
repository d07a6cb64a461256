package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hands approved requests on. They wait in the database for a server that does not answer; telling
 * a server twice does no harm, since it is asked what it has before.
 */
@ApplicationScoped
public class RequestDispatcher {

  private static final Log LOG = Log.of(RequestDispatcher.class);
  private static final int AT_A_TIME = 20;

  /** Longer than any server is waited for: after that another proxy may try. */
  private static final Duration CLAIMED = Duration.ofMinutes(3);

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

  /** For the proxies of CDI only. */
  protected RequestDispatcher() {
    this(null, null, null, null, null, null, null, null);
  }

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

  /** Hands on whatever is due. */
  void run() {
    for (int i = 0; i < AT_A_TIME; i++) {
      // One by one: while the first is waited for, the time for the others would run out.
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
      LOG.info("Request " + request.id() + " was handed on to " + request.server());
    } catch (RequestRejectedException e) {
      LOG.info("Request " + request.id() + " was refused: " + e.reason());
      ledger.move(request, Status.FAILED, e.getMessage());
    } catch (ApiException e) {
      LOG.info("Request " + request.id() + " waits: " + e.getMessage());
      store.postpone(request.id(), clock.instant().plus(wait(request)));
    }
  }

  /** The longer it waits already, the less often it is tried. */
  private Duration wait(Request request) {
    Duration age = Duration.between(request.createdAt(), clock.instant()).dividedBy(4);
    Duration longEnough = age.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : age;
    return longEnough.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longEnough;
  }

  /** When it was asked for, nobody may have been there who knew the rating. */
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
                        "no_such_server", "The server that was to get it is not there any more."));
    arr.monitor(request.scope());
    // It must not look for a moment as if nobody had asked. A server that was killed meanwhile is
    // told once more, which does no harm.
    snapshots.refreshNow(arr.name(), request.scope().id());
  }
}
