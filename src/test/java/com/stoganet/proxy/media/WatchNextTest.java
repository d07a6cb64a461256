package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WatchNextTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T20:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-06-02T20:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-06-03T20:00:00Z");

  private static final Title MOVIE = SampleTitles.movie(1, "Harbour");
  private static final Title SERIES = SampleTitles.series(2, "Nine Berths");
  private static final Title OTHER = SampleTitles.series(3, "Understudies");

  @Test
  void given_an_episode_in_progress_and_a_next_one_when_merged_then_the_series_has_one_card() {
    Viewed begun = new Viewed(SERIES, episode(21), new Progress(1, false), MONDAY);
    Viewed next = new Viewed(SERIES, episode(22), new Progress(0, false), null);

    List<Card> cards =
        WatchNext.of(List.of(begun), List.of(next), Map.of(SERIES.item(), MONDAY), Map.of());

    assertThat(cards).extracting(card -> card.episode().number()).containsExactly(21);
  }

  @Test
  void given_several_titles_when_merged_then_what_was_watched_last_comes_first() {
    Viewed movie = new Viewed(MOVIE, null, new Progress(1, false), TUESDAY);
    Viewed series = new Viewed(SERIES, episode(22), new Progress(0, false), null);
    Viewed other = new Viewed(OTHER, episode(31), new Progress(0, false), null);

    List<Card> cards =
        WatchNext.of(
            List.of(movie),
            List.of(other, series),
            Map.of(SERIES.item(), WEDNESDAY, OTHER.item(), MONDAY),
            Map.of());

    assertThat(cards).extracting(Card::title).containsExactly(SERIES, MOVIE, OTHER);
  }

  @Test
  void given_a_series_nobody_remembers_when_merged_then_it_comes_last() {
    Viewed movie = new Viewed(MOVIE, null, new Progress(1, false), MONDAY);
    Viewed series = new Viewed(SERIES, episode(22), new Progress(0, false), null);

    assertThat(WatchNext.of(List.of(movie), List.of(series), Map.of(), Map.of()))
        .extracting(Card::title)
        .containsExactly(MOVIE, SERIES);
  }

  @Test
  void given_a_hidden_title_when_it_was_not_watched_since_then_it_is_not_there() {
    Viewed movie = new Viewed(MOVIE, null, new Progress(1, false), TUESDAY);
    Map<String, Instant> later = Map.of(MOVIE.id().toString(), WEDNESDAY);
    Map<String, Instant> before = Map.of(MOVIE.id().toString(), MONDAY);

    assertThat(WatchNext.of(List.of(movie), List.of(), Map.of(), later)).isEmpty();
    assertThat(WatchNext.of(List.of(movie), List.of(), Map.of(), before)).hasSize(1);
  }

  @Test
  void given_a_hidden_series_when_the_time_is_unknown_then_it_stays_hidden() {
    Viewed series = new Viewed(SERIES, episode(22), new Progress(0, false), null);

    assertThat(
            WatchNext.of(
                List.of(), List.of(series), Map.of(), Map.of(SERIES.id().toString(), MONDAY)))
        .isEmpty();
  }

  private static Episode episode(int number) {
    return new Episode(
        SampleTitles.id(number),
        1,
        number,
        OptionalInt.empty(),
        "",
        "",
        0,
        List.of(),
        Episode.Availability.AVAILABLE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Progress(0, false),
        List.of());
  }
}
