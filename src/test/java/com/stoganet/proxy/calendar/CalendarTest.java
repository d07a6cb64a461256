package com.stoganet.proxy.calendar;

import static com.stoganet.proxy.availability.ScriptedHousehold.ADULT;
import static com.stoganet.proxy.availability.ScriptedHousehold.KID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.CalendarEntry.Event;
import com.stoganet.proxy.availability.QueueItems;
import com.stoganet.proxy.availability.ScriptedArr;
import com.stoganet.proxy.availability.ScriptedHousehold;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);

  private final ScriptedArr fourK = new ScriptedArr("radarr_2", MediaKind.MOVIE);
  private final ScriptedHousehold house = new ScriptedHousehold(Map::of, List.of(fourK));
  private final Calendar calendar =
      new Calendar(
          () -> house.arrs,
          house.catalogue,
          house.ratings,
          house.statuses,
          house.background(),
          house.clock);

  private static CalendarEntry film(LocalDate day, String certification, boolean hasFile) {
    return new CalendarEntry(
        FILM,
        "Film",
        certification,
        day,
        Optional.empty(),
        Event.DIGITAL_RELEASE,
        -1,
        -1,
        "",
        hasFile);
  }

  private static CalendarEntry episode(LocalDate day) {
    return new CalendarEntry(
        SHOW, "Show", "PG", day, Optional.empty(), Event.EPISODE, 1, 2, "Two", false);
  }

  private List<CalendarEntry> entries(Caller caller) {
    return week(caller).items().stream().map(Calendar.Item::entry).toList();
  }

  private Calendar.Page week(Caller caller) {
    return calendar.between(caller, DAY, DAY.plusDays(6));
  }

  @Test
  void given_both_servers_when_read_then_everything_comes_day_by_day() {
    house.radarr.calendar.add(film(DAY.plusDays(2), "PG", false));
    house.radarr.calendar.add(film(DAY.plusDays(7), "PG", false));
    house.sonarr.calendar.add(episode(DAY.plusDays(1)));

    assertThat(entries(ADULT)).extracting(CalendarEntry::id).containsExactly(SHOW, FILM);
    assertThat(week(ADULT).partial()).isFalse();
  }

  @Test
  void given_two_servers_with_the_same_movie_when_read_then_it_comes_once_with_its_file() {
    house.radarr.calendar.add(film(DAY, "PG", false));
    fourK.calendar.add(film(DAY, "PG", true));

    assertThat(entries(ADULT)).containsExactly(film(DAY, "PG", true));
  }

  @Test
  void given_a_child_when_it_reads_then_it_sees_what_its_rating_allows_and_asks_nobody_for_that() {
    house.radarr.calendar.add(film(DAY, "R", false));
    house.sonarr.calendar.add(episode(DAY));
    assertThat(entries(KID)).containsExactly(episode(DAY));

    house.radarr.calendar.set(0, film(DAY, "", false));
    assertThat(entries(KID)).containsExactly(episode(DAY));
    assertThat(entries(ADULT)).hasSize(2);
  }

  @Test
  void given_a_title_hidden_in_the_library_when_a_child_reads_then_it_is_not_there() {
    house.sonarr.calendar.add(episode(DAY));
    house.hidden.add(house.arrives(SHOW));

    assertThat(entries(KID)).isEmpty();
    assertThat(entries(ADULT)).hasSize(1);
  }

  @Test
  void given_a_server_that_is_away_when_read_then_there_may_be_more() {
    house.sonarr.calendar.add(episode(DAY));
    house.radarr.away = true;

    assertThat(entries(ADULT)).hasSize(1);
    assertThat(week(ADULT).partial()).isTrue();
  }

  private TitleStage stage(CalendarEntry entry) {
    house.sonarr.calendar.clear();
    house.sonarr.calendar.add(entry);
    house.statuses.current(SHOW, true);
    return week(ADULT).items().get(0).status().stage();
  }

  private CalendarEntry airing(int number, Duration fromNow, boolean hasFile) {
    Instant airs = house.clock.instant().plus(fromNow);
    return new CalendarEntry(
        SHOW, "Show", "PG", DAY, Optional.of(airs), Event.EPISODE, 1, number, "", hasFile);
  }

  /** The series itself is playable, since another episode is in the library. */
  @Test
  void given_a_series_in_the_library_when_read_then_each_episode_has_a_status_of_its_own_B41() {
    house.arrives(SHOW);
    house.sonarr.titles.add(
        ScriptedHousehold.series(SHOW, 9, new ArrTitle.Season(1, true, 1, 3, 4)));
    house.sonarr.queue.add(QueueItems.episode(9, 1, 2, QueueItems.HASH, QueueItems.SIZE / 4));
    Duration hour = Duration.ofHours(1);

    assertThat(stage(airing(1, hour.negated(), true))).isEqualTo(TitleStage.PLAYABLE);
    assertThat(stage(airing(2, hour.negated(), false))).isEqualTo(TitleStage.DOWNLOADING);
    assertThat(stage(airing(3, hour.negated(), false))).isEqualTo(TitleStage.SEARCHING);
    assertThat(stage(airing(4, hour, false))).isEqualTo(TitleStage.WAITING_FOR_RELEASE);
    house.sonarr.away = true;
    house.pass(Duration.ofMinutes(5));
    assertThat(week(ADULT).partial()).isTrue();
  }

  @Test
  void given_days_when_they_are_too_many_or_in_no_order_then_the_last_one_is_to_blame() {
    for (LocalDate last : List.of(DAY.minusDays(1), DAY.plusDays(101))) {
      ApiException failure =
          catchThrowableOfType(ApiException.class, () -> calendar.between(ADULT, DAY, last));
      assertThat(failure.details()).containsEntry("field", "end");
    }
    assertThatCode(() -> calendar.between(ADULT, DAY, DAY.plusDays(100)))
        .doesNotThrowAnyException();
  }
}
