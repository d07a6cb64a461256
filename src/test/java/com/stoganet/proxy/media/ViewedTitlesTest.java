package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewedTitlesTest {

  private static final Title FILM = SampleTitles.movie(1, "Harbour");
  private static final Title COPY = SampleTitles.copy(2, FILM.id(), "Harbour", 2000, 7);
  private static final Title SERIES = SampleTitles.series(3, "Nine Berths");
  private static final Instant MONDAY = Instant.parse("2026-06-01T20:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-06-02T20:00:00Z");

  @Test
  void given_both_copies_begun_when_shown_then_there_is_one_card_with_the_newest_position_R04() {
    assertThat(
            ViewedTitles.inProgress(
                List.of(viewed(FILM, 100_000, MONDAY), viewed(COPY, 50_000, TUESDAY))))
        .singleElement()
        .satisfies(card -> assertThat(card.progress().positionMillis()).isEqualTo(50_000));
  }

  @Test
  void given_a_copy_that_jellyfin_10_10_lists_at_0_when_shown_then_the_begun_one_is_the_card_R41() {
    assertThat(
            ViewedTitles.inProgress(
                List.of(viewed(COPY, 0, TUESDAY), viewed(FILM, 200_000, TUESDAY))))
        .singleElement()
        .satisfies(card -> assertThat(card.progress().positionMillis()).isEqualTo(200_000));
  }

  @Test
  void given_a_film_watched_to_its_end_when_shown_then_it_is_not_in_progress_B26() {
    Viewed done = new Viewed(FILM, null, new Progress(0, true), TUESDAY);

    assertThat(ViewedTitles.inProgress(List.of(done))).isEmpty();
  }

  @Test
  void given_two_copies_of_a_series_when_next_up_then_the_first_one_is_the_card_R36() {
    Viewed latest = viewed(SERIES, 0, TUESDAY);

    assertThat(ViewedTitles.nextUp(List.of(latest, viewed(SERIES, 0, MONDAY))))
        .containsExactly(latest);
  }

  private static Viewed viewed(Title title, long position, Instant played) {
    return new Viewed(title, null, new Progress(position, false), played);
  }
}
