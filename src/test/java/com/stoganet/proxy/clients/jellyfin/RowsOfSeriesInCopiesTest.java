package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.TitlePages.id;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.tv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.proxy.media.Card;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What to go on with in a series that lies in several folders, on each version of Jellyfin. */
class RowsOfSeriesInCopiesTest {

  private static final int TMDB = 990_400;
  private static final Instant MONDAY = Instant.parse("2026-11-02T20:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T20:00:00Z");
  private static final List<HomeRow.Name> ROWS =
      List.of(HomeRow.Name.NEXT_UP, HomeRow.Name.WATCH_NEXT);

  private TitlePages pages;
  private Library library;
  private String series;
  private String other;

  private void start(JellyfinVersion version) {
    pages = new TitlePages(version);
    library = pages.jellyfin.library();
    series = library.addSeries("Show in Two Folders", TMDB).id();
    other = library.addCopy(series, Titles.LATE_NIGHT_LIBRARY).id();
  }

  @AfterEach
  void stop() {
    assertThat(pages.jellyfin.violations()).isEmpty();
    pages.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_folder_watched_to_its_end_when_the_app_opens_then_the_other_one_goes_on_R36(
      JellyfinVersion version) {
    start(version);
    String special = library.addEpisode(series, 0, 1, "Special").id();
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 2, 1, "Two").id();
    String three = library.addEpisode(other, 3, 1, "Three").id();
    library.addEpisode(other, 3, 2, "Four");
    List.of(special, one, two).forEach(this::watched);
    pages.jellyfin.users().watched("kid", two, MONDAY);

    assertNextIs(three);
    assertThat(cards("demo", HomeRow.Name.NEXT_UP).get(0).title().id())
        .as("watched last")
        .isEqualTo(tv(TMDB));
    // This user sees the first folder only.
    assertThat(next("kid", HomeRow.Name.NEXT_UP)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_folders_watched_to_different_episodes_when_the_app_opens_then_the_show_decides_R36(
      JellyfinVersion version) {
    start(version);
    String four = library.addEpisode(series, 2, 4, "Four").id();
    String five = library.addEpisode(series, 2, 5, "Five").id();
    String copyOfOne = library.addEpisode(other, 2, 1, "One").id();
    library.addEpisode(other, 3, 1, "Next season");
    watched(four);
    pages.jellyfin.users().watched("demo", copyOfOne, TUESDAY);

    assertNextIs(five);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_all_watched_in_one_folder_or_the_other_when_the_app_opens_then_nothing_is_next_R36(
      JellyfinVersion version) {
    start(version);
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();
    String copyOfOne = library.addEpisode(other, 1, 1, "One").id();
    library.addEpisode(other, 1, 2, "Two");
    List.of(one, two, copyOfOne).forEach(this::watched);
    for (HomeRow.Name row : ROWS) {
      assertThat(cards("demo", row))
          .as(row.text())
          .filteredOn(card -> card.title().id().equals(tv(TMDB)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_folders_that_cannot_be_listed_when_the_app_opens_then_jellyfins_own_card_is_there_R36(
      JellyfinVersion version) {
    start(version);
    watched(library.addEpisode(series, 1, 1, "One").id());
    String two = library.addEpisode(series, 1, 2, "Two").id();
    library.addEpisode(other, 2, 1, "Three");
    pages.jellyfin.behave(
        Behaviour.failing(500).onlyFor(path -> path.matches("/Shows/[^/]+/Episodes")));

    assertNextIs(two);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_only_series_in_one_folder_when_the_app_opens_then_nothing_more_is_asked_R36(
      JellyfinVersion version) {
    start(version);
    library.remove(other);
    watched(library.addEpisode(series, 1, 1, "One").id());
    String two = library.addEpisode(series, 1, 2, "Two").id();
    pages.jellyfin.clearRequests();

    assertThat(next("demo", HomeRow.Name.NEXT_UP)).contains(id(two));
    assertThat(pages.jellyfin.requests())
        .filteredOn(request -> !request.path().equals("/Items"))
        .extracting(RecordedRequest::path)
        .containsOnly("/Shows/NextUp");
    assertThat(pages.jellyfin.requests())
        .extracting(RecordedRequest::query)
        .noneMatch(query -> String.valueOf(query).contains("DatePlayed"));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_episodes_of_a_series_begun_when_the_app_opens_then_it_is_there_once_R04(
      JellyfinVersion version) {
    start(version);
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();
    String three = library.addEpisode(other, 1, 3, "Three").id();
    begun(one, MONDAY);
    begun(two, TUESDAY);
    begun(three, MONDAY);

    assertThat(cards("demo", HomeRow.Name.CONTINUE_WATCHING))
        .extracting(card -> card.title().id())
        .doesNotHaveDuplicates();
    assertThat(next("demo", HomeRow.Name.CONTINUE_WATCHING)).contains(id(two));
    assertThat(next("demo", HomeRow.Name.WATCH_NEXT)).contains(id(two));
  }

  private void assertNextIs(String episode) {
    for (HomeRow.Name row : ROWS) {
      assertThat(cards("demo", row))
          .as(row.text())
          .extracting(card -> card.title().id())
          .doesNotHaveDuplicates();
      assertThat(next("demo", row)).as(row.text()).contains(id(episode));
    }
  }

  /** The episode of the series that the row shows. */
  private Optional<JellyfinId> next(String user, HomeRow.Name row) {
    return cards(user, row).stream()
        .filter(card -> card.title().id().equals(tv(TMDB)))
        .map(card -> card.episode().id())
        .findFirst();
  }

  private List<Card> cards(String user, HomeRow.Name row) {
    return await().until(() -> pages.row(user, row), Optional::isPresent).orElseThrow().cards();
  }

  private void watched(String item) {
    pages.jellyfin.users().watched("demo", item, MONDAY);
  }

  private void begun(String item, Instant when) {
    pages.jellyfin.users().stoppedAt("demo", item, Duration.ofSeconds(20), when);
  }
}
