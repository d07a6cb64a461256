package com.stoganet.proxy.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.SessionStore;
import com.stoganet.proxy.availability.OpenRequestSource;
import com.stoganet.proxy.availability.OpenRequestSource.OpenRequest;
import com.stoganet.proxy.availability.OpenRequestSource.Step;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestStore;
import com.stoganet.proxy.requests.RequestStore.Draft;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests in transactions of the real container. */
@ExtendWith(ArquillianExtension.class)
class RequestStoreIT {

  private static final Instant NOW = Instant.parse("2026-11-24T10:11:12.345Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(3));
  private static final ClientAddress HOME = new ClientAddress("203.0.113.7", "203.0.113.7");
  private static final int AT_ONCE = 8;
  private static final int NO_LIMIT = 0;

  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);

  @Inject private RequestStore store;
  @Inject private OpenRequestSource source;
  @Inject private SessionStore sessions;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  private String ada;
  private String bob;

  @Deployment
  static WebArchive proxy() {
    return RealWar.with(RequestStoreIT.class);
  }

  @BeforeEach
  void users() {
    ada = user("requests-ada");
    bob = user("requests-bob");
  }

  @AfterEach
  void nothingOpen() {
    for (Request request : store.list(null, Set.of(), 500)) {
      store.move(request.id(), request.status(), Status.WITHDRAWN, "", NOW.minusSeconds(1));
    }
  }

  private String user(String name) {
    Identity identity = new Identity(name, name, false, "token-of-" + name);
    return sessions
        .open(identity, Device.create("TV", "test"), HOME, RefreshToken.create(NOW), NOW)
        .user()
        .id();
  }

  private static Draft draft(String user, RequestedScope scope, Status status, int most) {
    return new Draft(
        user,
        scope,
        "Film",
        "radarr",
        Optional.of(RatingScore.of(10, 1)),
        1,
        status,
        most,
        NOW.minus(Duration.ofDays(7)));
  }

  private Request add(String user, Status status) {
    return store.add(draft(user, RequestedScope.of(FILM), status, NO_LIMIT), NOW).orElseThrow();
  }

  private <T> List<T> atOnce(Callable<T> deed) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> each : threads.invokeAll(Collections.nCopies(AT_ONCE, deed))) {
      results.add(each.get());
    }
    return results;
  }

  @Test
  void given_a_request_when_found_again_then_everything_is_as_it_was() {
    RequestedScope scope =
        new RequestedScope(
            SHOW, Set.of(0, 10, 2), Set.of(new EpisodeNumber(3, 12), new EpisodeNumber(3, 2)));

    Request request = store.add(draft(ada, scope, Status.PENDING, 5), NOW).orElseThrow();

    assertThat(store.find(request.id())).contains(request);
    assertThat(request)
        .returns(scope, Request::scope)
        .returns(Optional.of(RatingScore.of(10, 1)), Request::ratingCap)
        .returns(NOW, Request::createdAt)
        .returns(Optional.empty(), Request::decidedAt)
        .returns(new Request.Asker(ada, "requests-ada", "requests-ada"), Request::asker);
    assertThat(store.find("unknown")).isEmpty();
  }

  @Test
  void given_the_same_request_at_once_when_added_then_it_is_one_request() throws Exception {
    Draft draft = draft(ada, RequestedScope.of(FILM), Status.PENDING, NO_LIMIT);

    List<Optional<Request>> added = atOnce(() -> store.add(draft, NOW));

    assertThat(added).doesNotContain(Optional.empty()).containsOnly(added.get(0));
    assertThat(store.openOf(ada, FILM)).hasSize(1);
    assertThat(store.openOf(bob, FILM)).isEmpty();
  }

  @Test
  void given_one_that_came_to_nothing_when_the_same_is_asked_for_then_it_is_another() {
    Request first = add(ada, Status.PENDING);
    store.move(first.id(), Status.PENDING, Status.DECLINED, "No.", NOW);

    assertThat(add(ada, Status.PENDING).id()).isNotEqualTo(first.id());
  }

  @Test
  void given_a_quota_when_many_different_come_at_once_then_no_more_than_that_are_added()
      throws Exception {
    List<Callable<Optional<Request>>> deeds = new ArrayList<>();
    for (int number = 1; number <= AT_ONCE; number++) {
      RequestedScope scope = RequestedScope.of(new CatalogId.Tmdb(MediaKind.MOVIE, number));
      deeds.add(() -> store.add(draft(ada, scope, Status.PENDING, 3), NOW));
    }
    int added = 0;
    for (Future<Optional<Request>> each : threads.invokeAll(deeds)) {
      added += each.get().isPresent() ? 1 : 0;
    }

    assertThat(added).isEqualTo(3);
    assertThat(store.counted(ada, NOW.minusSeconds(1))).hasSize(3);
    assertThat(store.counted(ada, NOW)).isEmpty();
    assertThat(store.counted(bob, NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void given_a_full_quota_when_the_same_is_asked_for_then_it_is_the_request_there_is() {
    Draft draft = draft(ada, RequestedScope.of(FILM), Status.PENDING, 1);
    Request first = store.add(draft, NOW).orElseThrow();

    assertThat(store.add(draft, NOW)).contains(first);
    assertThat(store.add(draft(ada, RequestedScope.of(SHOW), Status.PENDING, 1), NOW)).isEmpty();
    store.move(first.id(), Status.PENDING, Status.FAILED, "No.", NOW);
    assertThat(store.add(draft(ada, RequestedScope.of(SHOW), Status.PENDING, 1), NOW)).isPresent();
  }

  @Test
  void given_a_request_when_many_claim_it_at_once_then_one_gets_it() throws Exception {
    Request request = add(ada, Status.APPROVED);

    List<Request> claimed = new ArrayList<>();
    atOnce(() -> store.claim(NOW, UNTIL, 5)).forEach(claimed::addAll);

    assertThat(claimed).extracting(Request::id).containsExactly(request.id());
    assertThat(store.claim(UNTIL.minusMillis(1), UNTIL, 5)).isEmpty();
    assertThat(store.claim(UNTIL, UNTIL.plusSeconds(1), 5)).hasSize(1);
    store.postpone(request.id(), UNTIL.plusSeconds(60));
    assertThat(store.claim(UNTIL.plusSeconds(59), UNTIL, 5)).isEmpty();
    assertThat(store.claim(UNTIL.plusSeconds(60), UNTIL, 5)).hasSize(1);
  }

  @Test
  void given_a_request_when_many_decide_at_once_then_one_does_and_the_time_is_kept()
      throws Exception {
    Request request = add(ada, Status.PENDING);
    Instant later = NOW.plusSeconds(9);

    List<Boolean> moved =
        atOnce(() -> store.move(request.id(), Status.PENDING, Status.DECLINED, "Not now.", later));

    assertThat(moved).containsOnlyOnce(true);
    assertThat(store.find(request.id()))
        .get()
        .returns(Status.DECLINED, Request::status)
        .returns("Not now.", Request::reason)
        .returns(Optional.of(later), Request::decidedAt);
    assertThat(store.move(request.id(), Status.PENDING, Status.APPROVED, "", later)).isFalse();
    assertThat(store.claim(later, UNTIL, 5)).isEmpty();
  }

  @Test
  void given_requests_of_several_when_looked_at_by_title_then_the_furthest_counts() {
    add(ada, Status.PENDING);
    Request other = add(bob, Status.APPROVED);
    assertThat(source.open())
        .containsEntry(FILM, new OpenRequest(Step.TO_BE_HANDED_OVER, Set.of(ada, bob)));

    store.move(other.id(), Status.APPROVED, Status.SENT, "", NOW);
    assertThat(source.open())
        .containsEntry(FILM, new OpenRequest(Step.HANDED_OVER, Set.of(ada, bob)));
    assertThat(store.sent()).extracting(Request::id).containsExactly(other.id());

    store.move(other.id(), Status.SENT, Status.FULFILLED, "", NOW);
    assertThat(source.open())
        .containsEntry(FILM, new OpenRequest(Step.AWAITING_APPROVAL, Set.of(ada)));
  }
}
