package com.stoganet.proxy.requests;

import com.stoganet.proxy.arrivals.Arr;
import com.stoganet.proxy.arrivals.Arrs;
import com.stoganet.proxy.arrivals.Discovery;
import com.stoganet.proxy.arrivals.Offer;
import com.stoganet.proxy.arrivals.RatingCap;
import com.stoganet.proxy.arrivals.Readings;
import com.stoganet.proxy.arrivals.RequestServer;
import com.stoganet.proxy.arrivals.WishRefused;
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
public class HandOver {

  private static final Log LOG = Log.of(HandOver.class);
  private static final int AT_A_TIME = 20;

  /** Longer than any server is waited for: after that another proxy may try. */
  private static final Duration CLAIMED = Duration.ofMinutes(3);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);

  private final RequestStore store;
  private final RequestBook book;
  private final Arrs arrs;
  private final RequestServer requestServer;
  private final Discovery discovery;
  private final RatingCap ratings;
  private final Readings readings;
  private final Clock clock;

  /** For the proxies of CDI only. */
  protected HandOver() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public HandOver(
      RequestStore store,
      RequestBook book,
      Arrs arrs,
      RequestServer requestServer,
      Discovery discovery,
      RatingCap ratings,
      Readings readings,
      Clock clock) {
    this.store = store;
    this.book = book;
    this.arrs = arrs;
    this.requestServer = requestServer;
    this.discovery = discovery;
    this.ratings = ratings;
    this.readings = readings;
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
      book.move(request, Status.SENT, "");
      LOG.info("Request " + request.id() + " was handed on to " + request.server());
    } catch (WishRefused e) {
      LOG.info("Request " + request.id() + " was refused: " + e.reason());
      book.move(request, Status.FAILED, e.getMessage());
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
    Optional<Offer> offer = discovery.described(request.wish().id());
    if (offer.filter(each -> ratings.allows(request.ratingCap(), each.certification())).isEmpty()) {
      throw new WishRefused("unknown_title", "There is no such title.");
    }
  }

  private void tell(Request request) {
    if (requestServer.configured()) {
      requestServer.ask(request.asker().jellyfinUserId(), request.wish());
      readings.lookAgain(request.wish().id());
      return;
    }
    Arr arr =
        arrs.all().stream()
            .filter(each -> each.name().equals(request.server()))
            .findFirst()
            .orElseThrow(
                () ->
                    new WishRefused(
                        "no_such_server", "The server that was to get it is not there any more."));
    arr.want(request.wish());
    // It must not look for a moment as if nobody had asked. A server that was killed meanwhile is
    // told once more, which does no harm.
    readings.lookNow(arr.name(), request.wish().id());
  }
}
