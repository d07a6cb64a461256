package com.stoganet.proxy.clients.seerr;

import static com.stoganet.sandbox.seerr.SandboxSeerr.AUTO_APPROVE;
import static com.stoganet.sandbox.seerr.SandboxSeerr.REQUEST;
import static com.stoganet.sandbox.seerr.SandboxSeerr.REQUEST_MOVIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.sandbox.seerr.SeerrRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeerrRequestServerTest {

  private static final String DEMO = "0123456789abcdef0123456789abcdef";
  private static final String KID = "fedcba9876543210fedcba9876543210";
  private static final CatalogId.Tmdb MOVIE = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SERIES = new CatalogId.Tmdb(MediaKind.TV, 1396);

  private final SeerrUnderTest world = new SeerrUnderTest();
  private int demo;

  @BeforeEach
  void furnish() {
    world.seerr.addMovie(603);
    world.seerr.addSeries(1396, 3);
    demo = world.seerr.addUser(DEMO, REQUEST);
  }

  @AfterEach
  void close() {
    assertThat(world.seerr.violations()).isEmpty();
    world.close();
  }

  @Test
  void given_a_user_of_seerr_when_a_movie_is_asked_for_then_it_is_their_request() {
    ask(DEMO, RequestedScope.of(MOVIE));

    assertThat(world.seerr.asked())
        .containsExactly(new SeerrRequest(demo, "movie", 603, List.of(), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FEDCBA98-7654-3210-FEDC-BA9876543210", "fedcba98-7654-3210-fedc-ba9876543210"})
  void given_an_id_in_another_spelling_when_asked_then_it_is_the_same_user(String spelling) {
    int kid = world.seerr.addUser(spelling, REQUEST_MOVIE | AUTO_APPROVE);

    ask(KID, RequestedScope.of(MOVIE));

    assertThat(world.seerr.asked())
        .containsExactly(new SeerrRequest(kid, "movie", 603, List.of(), true));
  }

  @Test
  void given_seasons_when_asked_then_just_those_are_asked_for() {
    ask(DEMO, new RequestedScope(SERIES, Set.of(3, 1), Set.of()));

    assertThat(world.seerr.asked())
        .containsExactly(new SeerrRequest(demo, "tv", 1396, List.of(1, 3), false));
  }

  @Test
  void given_no_seasons_when_asked_then_all_but_the_specials_are_asked_for() {
    ask(DEMO, RequestedScope.of(SERIES));

    assertThat(world.seerr.asked())
        .containsExactly(new SeerrRequest(demo, "tv", 1396, List.of(1, 2, 3), false));
  }

  @Test
  void given_a_title_that_was_asked_for_when_asked_again_then_it_is_no_mistake() {
    world.seerr.addUser(KID, REQUEST);
    ask(DEMO, RequestedScope.of(MOVIE));
    ask(DEMO, RequestedScope.of(SERIES));

    ask(KID, RequestedScope.of(MOVIE));
    ask(KID, new RequestedScope(SERIES, Set.of(2), Set.of()));

    assertThat(world.seerr.asked()).hasSize(2);
  }

  @Test
  void given_nobody_at_seerr_when_asked_then_it_is_refused_and_never_the_owners_request() {
    assertRefused(KID, RequestedScope.of(MOVIE), "seerr_account_missing");

    assertThat(world.seerr.calls()).noneMatch(call -> call.startsWith("POST"));
  }

  @Test
  void given_an_account_that_came_later_when_asked_again_then_it_is_found() {
    assertRefused(KID, RequestedScope.of(MOVIE), "seerr_account_missing");
    int kid = world.seerr.addUser(KID, REQUEST);

    ask(KID, RequestedScope.of(MOVIE));

    assertThat(world.seerr.asked()).extracting(SeerrRequest::user).containsExactly(kid);
  }

  @Test
  void given_many_users_when_asked_then_those_on_later_pages_are_found() {
    IntStream.range(0, 230).forEach(i -> world.seerr.addUser("%032x".formatted(i), REQUEST));
    int kid = world.seerr.addUser(KID, REQUEST);

    ask(KID, RequestedScope.of(MOVIE));

    assertThat(world.seerr.asked()).extracting(SeerrRequest::user).containsExactly(kid);
    assertThat(world.seerr.calls())
        .containsExactly(
            "GET /api/v1/user?take=100&skip=0",
            "GET /api/v1/user?take=100&skip=100",
            "GET /api/v1/user?take=100&skip=200",
            "POST /api/v1/request");
  }

  @Test
  void given_a_user_who_was_found_when_asked_again_then_they_are_remembered_for_five_minutes() {
    ask(DEMO, RequestedScope.of(MOVIE));
    world.pass(Duration.ofSeconds(299));
    ask(DEMO, RequestedScope.of(SERIES));
    assertThat(listings()).isEqualTo(1);

    world.pass(Duration.ofSeconds(2));
    ask(DEMO, RequestedScope.of(SERIES));

    assertThat(listings()).isEqualTo(2);
  }

  @Test
  void given_a_user_who_was_deleted_since_when_asked_then_it_is_refused() {
    ask(DEMO, RequestedScope.of(MOVIE));
    world.seerr.removeUser(demo);

    assertRefused(DEMO, RequestedScope.of(SERIES), "seerr_account_missing");
  }

  @Test
  void given_a_user_who_was_imported_anew_when_asked_then_the_new_account_asks() {
    ask(DEMO, RequestedScope.of(MOVIE));
    world.seerr.removeUser(demo);
    int again = world.seerr.addUser(DEMO, REQUEST);

    ask(DEMO, RequestedScope.of(SERIES));

    assertThat(world.seerr.asked()).extracting(SeerrRequest::user).containsExactly(demo, again);
  }

  @Test
  void given_a_user_without_the_right_when_asked_then_it_is_not_allowed() {
    world.seerr.addUser(KID, REQUEST_MOVIE);

    assertRefused(KID, RequestedScope.of(SERIES), "not_allowed");
  }

  @Test
  void given_a_quota_that_is_used_up_when_asked_then_it_says_so() {
    world.seerr.addMovie(604);
    world.seerr.quota(demo, 1, 2);
    ask(DEMO, RequestedScope.of(MOVIE));

    assertRefused(
        DEMO, RequestedScope.of(new CatalogId.Tmdb(MediaKind.MOVIE, 604)), "quota_exceeded");
    assertRefused(DEMO, RequestedScope.of(SERIES), "quota_exceeded");
    ask(DEMO, new RequestedScope(SERIES, Set.of(1, 2), Set.of()));

    assertThat(world.seerr.asked()).hasSize(2);
  }

  @Test
  void given_a_blocklisted_title_when_asked_then_it_says_so() {
    world.seerr.status("movie", 603, 6);

    assertRefused(DEMO, RequestedScope.of(MOVIE), "blocklisted");
  }

  @Test
  void given_a_deleted_title_when_asked_then_it_is_asked_for_again() {
    ask(DEMO, RequestedScope.of(MOVIE));
    world.seerr.status("movie", 603, 7);

    ask(DEMO, RequestedScope.of(MOVIE));

    assertThat(world.seerr.asked()).hasSize(2);
  }

  @Test
  void given_a_number_that_tmdb_does_not_know_when_asked_then_the_title_is_unknown() {
    assertRefused(
        DEMO, RequestedScope.of(new CatalogId.Tmdb(MediaKind.MOVIE, 999)), "unknown_title");
    assertRefused(DEMO, RequestedScope.of(new CatalogId.Tmdb(MediaKind.TV, 999)), "unknown_title");
  }

  @Test
  void given_single_episodes_when_asked_then_nothing_at_all_is_asked_for() {
    RequestedScope scope = new RequestedScope(SERIES, Set.of(1), Set.of(new EpisodeNumber(2, 5)));

    assertRefused(DEMO, scope, "no_single_episodes");

    assertThat(world.seerr.calls()).isEmpty();
  }

  @Test
  void given_another_key_when_asked_then_it_is_the_keys_fault_and_not_the_users() {
    ask(DEMO, RequestedScope.of(MOVIE));
    world.seerr.changeKey("another");

    assertUnavailable("seerr_credentials");
  }

  @Test
  void given_a_seerr_that_fails_when_asked_then_it_is_unavailable() {
    world.seerr.failWith(500);
    assertUnavailable("seerr_failing");

    world.seerr.failWith(502);
    assertUnavailable("seerr_failing");
  }

  @Test
  void given_a_seerr_that_sends_us_elsewhere_when_asked_then_its_address_is_wrong() {
    world.seerr.failWith(307);
    assertUnavailable("seerr_misconfigured");

    world.seerr.failWith(404);
    assertUnavailable("seerr_misconfigured");
  }

  @Test
  void given_a_seerr_that_is_away_when_asked_then_it_is_unreachable() {
    world.seerr.goDown();

    assertUnavailable("seerr_unreachable");
  }

  private void ask(String user, RequestedScope scope) {
    world.server.ask(user, scope);
  }

  private void assertRefused(String user, RequestedScope scope, String reason) {
    assertThatThrownBy(() -> ask(user, scope))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.getMessage()).isNotBlank().doesNotContain("127.0.0.1", "TMDB");
            });
  }

  private void assertUnavailable(String reason) {
    assertThatThrownBy(() -> ask(DEMO, RequestedScope.of(SERIES)))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE);
              assertThat(failure.status()).isEqualTo(503);
              assertThat(failure.details()).containsEntry("reason", reason);
              assertThat(failure.retryAfterSeconds()).isPositive();
              assertThat(failure.getMessage()).doesNotContain("127.0.0.1", world.seerr.apiKey());
            });
  }

  private long listings() {
    return world.seerr.calls().stream().filter(call -> call.contains("/user?")).count();
  }
}
