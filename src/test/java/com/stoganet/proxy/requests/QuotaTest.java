package com.stoganet.proxy.requests;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADMIN;
import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.requests.RequestDesk.FILM;
import static com.stoganet.proxy.requests.RequestDesk.SHOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private static final CatalogId.Tmdb OTHER = new CatalogId.Tmdb(MediaKind.MOVIE, 604);
  private static final Duration WEEK = Duration.ofDays(7);

  private final RequestDesk desk =
      new RequestDesk(Map.of("REQUESTS_USERS", "auto", "REQUESTS_USERS_QUOTA", "2/7"));

  private ApiException refused(RequestedScope scope) {
    return catchThrowableOfType(ApiException.class, () -> desk.ask(ADULT, scope));
  }

  private RemainingQuota remaining(Caller caller) {
    return desk.eligibility.of(caller, MediaKind.MOVIE).quota();
  }

  @Test
  void given_a_quota_when_it_is_used_up_then_there_is_more_as_the_days_roll_on() {
    Instant start = desk.house.clock.instant();
    desk.ask(ADULT, FILM);
    desk.house.pass(Duration.ofDays(2));
    desk.ask(ADULT, season(1));

    ApiException failure = refused(season(2));
    assertThat(failure.status()).isEqualTo(403);
    assertThat(failure.details())
        .containsEntry("reason", "quota_exceeded")
        .containsEntry("resets_at", start.plus(WEEK).toString());
    assertThat(desk.eligibility.of(ADULT, MediaKind.TV).allowed()).isFalse();
    assertThat(remaining(ADULT).left()).hasValue(0);
    assertThat(remaining(ADULT).resetsAt()).contains(start.plus(WEEK));

    desk.house.pass(Duration.ofDays(5).minusMillis(1));
    assertThat(refused(season(2))).isNotNull();
    desk.house.pass(Duration.ofMillis(1));
    desk.ask(ADULT, season(2));
    assertThat(remaining(ADULT).resetsAt()).contains(start.plus(WEEK).plus(Duration.ofDays(2)));
  }

  @Test
  void given_a_series_when_it_has_more_seasons_than_there_may_be_then_it_never_resets() {
    assertThat(refused(RequestedScope.of(SHOW)).details())
        .containsEntry("reason", "quota_exceeded")
        .doesNotContainKey("resets_at");
    assertThat(desk.store.all()).isEmpty();
  }

  @Test
  void given_two_episodes_of_one_season_when_asked_for_then_they_cost_one() {
    RequestedScope scope =
        new RequestedScope(
            SHOW,
            Set.of(),
            Set.of(new RequestedScope.EpisodeNumber(1, 1), new RequestedScope.EpisodeNumber(1, 2)));

    assertThat(desk.ask(ADULT, scope).cost()).isEqualTo(1);
  }

  @Test
  void given_a_full_quota_when_asked_for_the_same_again_then_that_is_no_mistake() {
    desk.ask(ADULT, FILM);
    Request last = desk.ask(ADULT, season(1));

    assertThat(desk.ask(ADULT, season(1))).isEqualTo(last);
  }

  @Test
  void given_what_came_to_nothing_when_counted_then_it_does_not_count() {
    Request declined = desk.ask(ADULT, FILM);
    Request withdrawn = desk.ask(ADULT, season(1));
    desk.decisions.decline(ADMIN, declined.id(), "No.");
    desk.decisions.withdraw(ADULT, withdrawn.id());
    assertThat(remaining(ADULT).left()).hasValue(2);

    desk.house.radarr.refusal =
        new RequestRejectedException("unknown_title", "Radarr does not know it.");
    desk.house.radarr.results.add(ScriptedHousehold.film(OTHER, "Other", "PG"));
    desk.ask(ADULT, OTHER);
    assertThat(remaining(ADULT).left()).hasValue(1);
    desk.dispatcher.run();
    assertThat(remaining(ADULT).left()).hasValue(2);
    assertThat(remaining(ADULT).resetsAt()).isEmpty();
  }

  @Test
  void given_an_administrator_when_they_ask_then_there_is_no_limit() {
    desk.ask(ADMIN, SHOW);

    assertThat(remaining(ADMIN).left()).isEmpty();
    assertThat(remaining(ADMIN).resetsAt()).isEmpty();
    assertThat(desk.eligibility.of(ADMIN, MediaKind.TV).allowed()).isTrue();
  }

  private static RequestedScope season(int number) {
    return new RequestedScope(SHOW, Set.of(number), Set.of());
  }
}
