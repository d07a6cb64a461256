package com.stoganet.proxy.requests;

import static com.stoganet.proxy.arrivals.ScriptedHouse.ADMIN;
import static com.stoganet.proxy.arrivals.ScriptedHouse.ADULT;
import static com.stoganet.proxy.requests.Desk.FILM;
import static com.stoganet.proxy.requests.Desk.SHOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.arrivals.ScriptedHouse;
import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.arrivals.WishRefused;
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

  private final Desk desk =
      new Desk(Map.of("REQUESTS_USERS", "auto", "REQUESTS_USERS_QUOTA", "2/7"));

  private ApiException refused(Wish wish) {
    return catchThrowableOfType(ApiException.class, () -> desk.ask(ADULT, wish));
  }

  private Quota.Rest rest(Caller caller) {
    return desk.requests.outlook(caller, MediaKind.MOVIE).rest();
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
    assertThat(desk.requests.outlook(ADULT, MediaKind.TV).may()).isFalse();
    assertThat(rest(ADULT).left()).hasValue(0);
    assertThat(rest(ADULT).more()).contains(start.plus(WEEK));

    desk.house.pass(Duration.ofDays(5).minusMillis(1));
    assertThat(refused(season(2))).isNotNull();
    desk.house.pass(Duration.ofMillis(1));
    desk.ask(ADULT, season(2));
    assertThat(rest(ADULT).more()).contains(start.plus(WEEK).plus(Duration.ofDays(2)));
  }

  @Test
  void given_a_series_when_it_has_more_seasons_than_there_may_be_then_it_never_resets() {
    assertThat(refused(Wish.of(SHOW)).details())
        .containsEntry("reason", "quota_exceeded")
        .doesNotContainKey("resets_at");
    assertThat(desk.store.all()).isEmpty();
  }

  @Test
  void given_two_episodes_of_one_season_when_asked_for_then_they_cost_one() {
    Wish wish =
        new Wish(
            SHOW, Set.of(), Set.of(new Wish.EpisodeNumber(1, 1), new Wish.EpisodeNumber(1, 2)));

    assertThat(desk.ask(ADULT, wish).cost()).isEqualTo(1);
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
    assertThat(rest(ADULT).left()).hasValue(2);

    desk.house.radarr.refusal = new WishRefused("unknown_title", "Radarr does not know it.");
    desk.house.radarr.offers.add(ScriptedHouse.film(OTHER, "Other", "PG"));
    desk.ask(ADULT, OTHER);
    assertThat(rest(ADULT).left()).hasValue(1);
    desk.handOver.run();
    assertThat(rest(ADULT).left()).hasValue(2);
    assertThat(rest(ADULT).more()).isEmpty();
  }

  @Test
  void given_an_administrator_when_they_ask_then_there_is_no_limit() {
    desk.ask(ADMIN, SHOW);

    assertThat(rest(ADMIN).left()).isEmpty();
    assertThat(rest(ADMIN).more()).isEmpty();
    assertThat(desk.requests.outlook(ADMIN, MediaKind.TV).may()).isTrue();
  }

  private static Wish season(int number) {
    return new Wish(SHOW, Set.of(number), Set.of());
  }
}
