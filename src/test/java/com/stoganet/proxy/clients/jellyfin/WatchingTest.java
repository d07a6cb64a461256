package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.TitlePages.id;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.jf;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.ApiException;
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

/** What the last report said stands, on each version of Jellyfin. */
class WatchingTest {

  private static final CatalogId MOVIE = movie(Titles.MOVIE_TMDB);
  private static final CatalogId TWO_VERSIONS = movie(Titles.MOVIE_TWO_VERSIONS_TMDB);
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofMinutes(11);

  private TitlePages pages;
  private Viewer viewer;

  private void start(JellyfinVersion version) {
    pages = new TitlePages(version);
    viewer = new Viewer(pages);
  }

  @AfterEach
  void stop() {
    pages.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_proxy_that_dies_when_nothing_tells_jellyfin_for_hours_then_the_position_stands_R01(
      JellyfinVersion version) {
    start(version);
    viewer.reports("tv", MOVIE, minutes(100));

    viewer.waits(IDLE);
    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(100).toMillis());

    viewer.waits(Duration.ofHours(5));
    viewer.closeSilentPlayers();
    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(100).toMillis());
    assertThat(viewer.state(Titles.MOVIE).played()).isFalse();
    assertThat(viewer.plays("tv")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_film_watched_on_in_another_app_when_the_old_player_is_closed_then_that_stands_R01(
      JellyfinVersion version) {
    start(version);
    viewer.reports("tv", MOVIE, minutes(30));
    viewer.waits(Duration.ofSeconds(20));
    pages.jellyfin.users().stoppedAt("demo", Titles.MOVIE, minutes(50), Instant.now());

    viewer.waits(SILENCE);
    viewer.closeSilentPlayers();

    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(50).toMillis());
    viewer.waits(IDLE);
    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(50).toMillis());
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_devices_when_the_first_falls_silent_then_the_second_decides_R01(
      JellyfinVersion version) {
    start(version);
    viewer.reports("tv", MOVIE, minutes(30));
    viewer.waits(Duration.ofSeconds(40));
    viewer.reports("phone", MOVIE, minutes(60));
    viewer.waits(Duration.ofSeconds(10));

    viewer.closeSilentPlayers();

    assertThat(viewer.plays("tv")).isFalse();
    assertThat(viewer.plays("phone")).isTrue();
    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(60).toMillis());
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_jellyfin_failing_at_the_last_report_when_it_is_back_then_that_report_stands_R01(
      JellyfinVersion version) {
    start(version);
    viewer.reports("tv", MOVIE, minutes(30));
    pages.jellyfin.behave(
        Behaviour.failing(500).onlyFor(path -> path.startsWith("/Sessions/Playing")));
    assertThatThrownBy(() -> viewer.reports("tv", MOVIE, minutes(40)))
        .isInstanceOf(ApiException.class);
    viewer.waits(SILENCE);
    viewer.closeSilentPlayers();
    assertThat(viewer.plays("tv")).as("kept for later").isTrue();

    pages.jellyfin.behave(Behaviour.normal());
    viewer.closeSilentPlayers();

    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(40).toMillis());
    assertThat(viewer.plays("tv")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_title_without_a_length_when_played_then_it_is_watched_only_at_its_end_R02(
      JellyfinVersion version) {
    start(version);
    pages.jellyfin.library().lengthUnknown(Titles.MOVIE);

    viewer.reports("tv", MOVIE, minutes(30));
    viewer.waits(IDLE);
    viewer.closeSilentPlayers();

    assertThat(viewer.state(Titles.MOVIE).played()).isFalse();
    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(30).toMillis());
    assertThat(paths()).noneMatch(path -> path.startsWith("/Sessions/Playing"));
    viewer.ends("tv", MOVIE, minutes(31));
    assertThat(viewer.state(Titles.MOVIE).played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_the_second_version_when_played_then_page_and_report_name_it_R03_R37(
      JellyfinVersion version) {
    start(version);
    viewer.reports("tv", TWO_VERSIONS, minutes(40), id(Titles.SECOND_VERSION));

    Progress progress = pages.page("demo", TWO_VERSIONS).viewing().progress();

    assertThat(progress.positionMillis()).isEqualTo(minutes(40).toMillis());
    assertThat(progress.source()).contains(id(Titles.SECOND_VERSION));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_watched_film_when_only_its_first_moments_are_played_then_it_stays_watched_R39(
      JellyfinVersion version) {
    start(version);
    viewer.marks(MOVIE, true);

    viewer.reports("tv", MOVIE, minutes(1));
    assertThat(viewer.state(Titles.MOVIE).played()).as("a tap").isTrue();
    viewer.reports("tv", MOVIE, minutes(20));
    viewer.reports("tv", MOVIE, minutes(1));
    viewer.waits(SILENCE);
    viewer.closeSilentPlayers();

    assertThat(viewer.state(Titles.MOVIE).played()).as("went back").isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_mark_taken_off_while_it_plays_elsewhere_when_that_is_closed_then_it_is_off_R39(
      JellyfinVersion version) {
    start(version);
    viewer.marks(MOVIE, true);
    viewer.reports("tv", MOVIE, minutes(20));
    viewer.marks(MOVIE, false);
    viewer.waits(SILENCE);

    viewer.closeSilentPlayers();

    assertThat(viewer.state(Titles.MOVIE).played()).isFalse();
    assertThat(viewer.position(Titles.MOVIE)).isZero();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_film_in_parts_when_watched_then_it_is_watched_after_the_last_one_R06(
      JellyfinVersion version) {
    start(version);
    String second = pages.jellyfin.library().addPart(Titles.MOVIE, minutes(30)).id();

    viewer.ends("tv", MOVIE, minutes(112));
    assertThat(viewer.state(Titles.MOVIE).played()).isFalse();
    assertThat(pages.page("demo", MOVIE).viewing().progress().source()).contains(id(second));
    assertThat(pages.page("demo", MOVIE).sources().get(0).parts()).hasSize(2);

    viewer.reports("tv", MOVIE, minutes(29), id(second));
    assertThat(viewer.state(Titles.MOVIE).played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_season_when_marked_then_its_episodes_are_R07(JellyfinVersion version) {
    start(version);

    viewer.marks(jf(Titles.SERIES_SEASON_1), true);
    assertThat(viewer.state(Titles.EPISODE).played()).isTrue();

    viewer.marks(jf(Titles.SERIES_SEASON_1), false);
    assertThat(viewer.state(Titles.EPISODE).played()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_specials_within_a_season_when_it_is_marked_then_they_are_not_R07_B21(
      JellyfinVersion version) {
    start(version);
    Library library = pages.jellyfin.library();
    String series = library.addSeries("With Specials", 990_401).id();
    String other = library.addCopy(series, Titles.SECOND_SHELF_LIBRARY).id();
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();
    String copy = library.addEpisode(other, 1, 2, "Two").id();
    String special = library.addEpisode(series, 0, 1, "Before").airsBefore(1).id();
    CatalogId season = jf(library.get(one).seasonId());

    viewer.marks(season, true);
    assertThat(List.of(one, two, copy)).allMatch(episode -> viewer.state(episode).played());
    assertThat(viewer.state(special).played()).isFalse();

    viewer.marks(jf(special), true);
    viewer.marks(season, false);
    assertThat(List.of(one, two, copy)).noneMatch(episode -> viewer.state(episode).played());
    assertThat(viewer.state(special).played()).isTrue();

    viewer.marks(jf(library.get(special).seasonId()), false);
    assertThat(viewer.state(special).played()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_season_of_nothing_but_specials_within_when_it_is_marked_then_none_is_R07_B21(
      JellyfinVersion version) {
    start(version);
    Library library = pages.jellyfin.library();
    String series = library.addSeries("Only Specials", 990_402).id();
    String season = library.addSeason(series, 1, "Season 1").id();
    String special = library.addEpisode(series, 0, 1, "After").airsAfter(1).id();

    viewer.marks(jf(season), true);

    assertThat(viewer.state(special).played()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_second_version_begun_when_the_film_is_marked_then_no_position_is_left_R37(
      JellyfinVersion version) {
    start(version);
    for (boolean played : List.of(true, false)) {
      Instant now = Instant.now();
      pages.jellyfin.users().stoppedAt("demo", Titles.SECOND_VERSION, minutes(40), now);
      assertThat(viewer.position(Titles.SECOND_VERSION)).isPositive();

      viewer.marks(TWO_VERSIONS, played);

      assertThat(viewer.state(Titles.MOVIE_TWO_VERSIONS).played()).isEqualTo(played);
      assertThat(viewer.state(Titles.SECOND_VERSION).played()).isEqualTo(played);
      assertThat(viewer.position(Titles.SECOND_VERSION)).isZero();
      Progress progress = pages.page("demo", TWO_VERSIONS).viewing().progress();
      assertThat(progress.positionMillis()).isZero();
      assertThat(progress.played()).isEqualTo(played);
      assertThat(resumed()).doesNotContain(TWO_VERSIONS);
    }
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_version_without_an_item_when_the_film_is_marked_then_it_is_R37(
      JellyfinVersion version) {
    start(version);
    pages.jellyfin.library().remove(Titles.SECOND_VERSION);

    viewer.marks(TWO_VERSIONS, true);

    assertThat(viewer.state(Titles.MOVIE_TWO_VERSIONS).played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_copies_when_marked_by_any_id_then_all_are_R41(JellyfinVersion version) {
    start(version);
    String copy = pages.jellyfin.library().addCopy(Titles.MOVIE, Titles.SECOND_SHELF_LIBRARY).id();

    viewer.marks(jf(copy), true);

    assertThat(viewer.state(Titles.MOVIE).played()).isTrue();
    assertThat(viewer.state(copy).played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_show_in_two_folders_when_an_episode_or_a_season_is_marked_then_both_are_R36_B04(
      JellyfinVersion version) {
    start(version);
    Library library = pages.jellyfin.library();
    String first = library.addSeries("Two Folders", 990_400).id();
    String other = library.addCopy(first, Titles.SECOND_SHELF_LIBRARY).id();
    String one = library.addEpisode(first, 1, 1, "Pilot").id();
    String same = library.addEpisode(other, 1, 1, "Pilot").id();
    String next = library.addEpisode(other, 1, 2, "Second").id();

    viewer.marks(jf(one), true);
    assertThat(viewer.state(one).played()).isTrue();
    assertThat(viewer.state(same).played()).isTrue();
    assertThat(viewer.state(next).played()).isFalse();
    viewer.marks(jf(same), false);
    assertThat(viewer.state(one).played()).isFalse();

    viewer.marks(jf(library.get(one).seasonId()), true);
    assertThat(viewer.state(next).played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_position_behind_the_end_when_reported_then_it_stands_B09(JellyfinVersion version) {
    start(version);
    pages.jellyfin.library().lasts(Titles.MOVIE, minutes(42));

    viewer.reports("tv", MOVIE, minutes(41));
    viewer.reports("tv", MOVIE, minutes(90));
    viewer.waits(IDLE);
    viewer.closeSilentPlayers();

    assertThat(viewer.state(Titles.MOVIE).played()).isFalse();
    assertThat(viewer.position(Titles.MOVIE)).isEqualTo(minutes(90).toMillis());
  }

  private List<CatalogId> resumed() {
    HomeRow row =
        await()
            .until(() -> pages.row("demo", HomeRow.Name.CONTINUE_WATCHING), Optional::isPresent)
            .orElseThrow();
    return HomeRow.titles(List.of(row)).stream().map(Title::id).toList();
  }

  private List<String> paths() {
    return pages.jellyfin.requests().stream().map(RecordedRequest::path).toList();
  }

  private static Duration minutes(int length) {
    return Duration.ofMinutes(length);
  }
}
