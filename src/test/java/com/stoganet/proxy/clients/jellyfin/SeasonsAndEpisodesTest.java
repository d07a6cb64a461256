package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.TitlePages.id;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.jf;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.tv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Season;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Seasons and episodes as no scraper would have made them, on each version of Jellyfin. */
class SeasonsAndEpisodesTest {

  private static final int TMDB = 990_200;
  private static final Instant MONDAY = Instant.parse("2026-11-02T20:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T20:00:00Z");

  private TitlePages pages;
  private Library library;
  private String series;

  private void start(JellyfinVersion version) {
    pages = new TitlePages(version);
    library = pages.jellyfin.library();
    series = library.addSeries("Odd Show", TMDB).id();
  }

  @AfterEach
  void stop() {
    assertThat(pages.jellyfin.violations()).isEmpty();
    pages.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_season_without_a_number_when_opened_then_it_is_listed_and_reachable_R08(
      JellyfinVersion version) {
    start(version);
    String season = library.addVirtualSeason(series, null).id();
    String first = library.addEpisodeTo(season, null, null, "A").airedOn("2024-03-01").id();
    String second = library.addEpisodeTo(season, null, null, "B").airedOn("2024-03-02").id();

    Season unknown = show().seasons().get(0);
    assertThat(show().seasons()).hasSize(1);
    assertThat(unknown.number()).isEqualTo(-1);
    assertThat(unknown.name()).isEqualTo("Season Unknown");
    assertThat(unknown.id()).contains(id(season));
    assertThat(unknown.episodes()).isEqualTo(2);
    assertThat(unknown.unwatched()).isEqualTo(2);

    List<Episode> episodes = episodes(-1);
    assertThat(episodes).extracting(Episode::id).containsExactly(id(first), id(second));
    assertThat(episodes).extracting(Episode::number).containsExactly(-1, -2);
    assertThat(episodes).extracting(Episode::season).containsOnly(-1);
    assertThat(episodes.get(0).airs()).contains(LocalDate.parse("2024-03-01"));
    assertThat(show().start()).map(Episode::id).contains(id(first));
    assertThatThrownBy(() -> episodes(0)).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> episodes(-2)).isInstanceOf(ApiException.class);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_season_1_beside_an_unknown_one_when_opened_then_both_are_listed_B12(
      JellyfinVersion version) {
    start(version);
    String numbered = library.addEpisode(series, 1, 1, "One").id();
    String unknown = library.addVirtualSeason(series, null).id();
    library.addEpisodeTo(unknown, null, null, "Bonus");
    String absolute = library.addEpisodeTo(unknown, null, 13, "Thirteen").id();

    assertThat(show().seasons()).extracting(Season::number).containsExactly(1, -1);
    assertThat(show().start()).map(Episode::id).contains(id(numbered));
    assertThat(episodes(-1)).extracting(Episode::number).containsExactly(13, -1);
    assertThat(episodes(-1).get(0).id()).isEqualTo(id(absolute));
    assertThat(episodes(1)).extracting(Episode::name).containsExactly("One");
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_an_unnumbered_episode_in_progress_when_opened_then_it_is_resumed_B12(
      JellyfinVersion version) {
    start(version);
    String season = library.addVirtualSeason(series, null).id();
    library.addEpisodeTo(season, null, null, "A").airedOn("2024-03-01");
    String begun = library.addEpisodeTo(season, null, null, "B").airedOn("2024-03-02").id();
    pages.jellyfin.users().stoppedAt("demo", begun, Duration.ofSeconds(20), MONDAY);

    Episode resume = show().resume().orElseThrow();
    assertThat(resume.id()).isEqualTo(id(begun));
    assertThat(resume.season()).isEqualTo(-1);
    assertThat(resume.number()).isEqualTo(-2);
    assertThat(resume.progress().positionMillis()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_file_with_two_episodes_when_listed_then_both_numbers_are_told_R10(
      JellyfinVersion version) {
    start(version);
    String file = library.addEpisode(series, 1, 4, "Four and five").until(5).id();

    Episode episode = episodes(1).get(0);
    assertThat(episode.id()).isEqualTo(id(file));
    assertThat(episode.number()).isEqualTo(4);
    assertThat(episode.numberEnd()).isEqualTo(OptionalInt.of(5));
    assertThat(show().start().orElseThrow().numberEnd()).isEqualTo(OptionalInt.of(5));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_years_and_episode_0_when_opened_then_numbers_stay_as_they_are_R08(
      JellyfinVersion version) {
    start(version);
    library.addEpisode(series, 2020, 1, "Twenty");
    String pilot = library.addEpisode(series, 2019, 0, "Pilot").id();
    library.addEpisode(series, 2019, 1, "First");

    assertThat(show().seasons()).extracting(Season::number).containsExactly(2019, 2020);
    assertThat(show().start()).map(Episode::id).contains(id(pilot));
    assertThat(episodes(2019)).extracting(Episode::number).containsExactly(0, 1);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_specials_within_a_season_when_opened_then_the_show_does_not_start_with_one_B21(
      JellyfinVersion version) {
    start(version);
    String first = library.addEpisode(series, 1, 1, "One").id();
    library.addEpisode(series, 1, 2, "Two");
    library.addEpisode(series, 0, 1, "Before").airsBefore(1);
    library.addEpisode(series, 0, 2, "After").airsAfter(1);

    assertThat(show().start()).map(Episode::id).contains(id(first));
    assertCountsAreThoseOfTheLists();
    assertThat(episodes(1)).extracting(Episode::number).containsExactly(1, 2);
    assertThat(episodes(1)).extracting(Episode::season).containsOnly(1);
    assertThat(episodes(0)).extracting(Episode::name).containsExactly("Before", "After");
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_nothing_but_specials_when_opened_then_there_is_no_start_B21(JellyfinVersion version) {
    start(version);
    library.addEpisode(series, 0, 1, "Special");

    assertThat(show().start()).isEmpty();
    assertThat(episodes(0)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_series_in_two_libraries_when_opened_then_seasons_are_merged_R11_R36(
      JellyfinVersion version) {
    start(version);
    String other = library.addCopy(series, Titles.LATE_NIGHT_LIBRARY).id();
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();
    String copyOfTwo = library.addEpisode(other, 1, 2, "Two").id();
    String three = library.addEpisode(other, 2, 1, "Three").id();

    assertThat(show().seasons()).extracting(Season::number).containsExactly(1, 2);
    assertCountsAreThoseOfTheLists();
    List<Episode> first = episodes(1);
    assertThat(first).extracting(Episode::id).containsExactly(id(one), id(two));
    assertThat(first.get(1).sources())
        .extracting(Source::id)
        .containsExactly(id(two), id(copyOfTwo));
    assertThat(episodes(2)).extracting(Episode::id).containsExactly(id(three));
    assertThat(pages.page("demo", jf(other))).isEqualTo(pages.page("demo", tv(TMDB)));
    // This user sees the first library only.
    assertThat(pages.page("kid", tv(TMDB)).show().orElseThrow().seasons())
        .extracting(Season::number)
        .containsExactly(1);
    assertThat(pages.episodes("kid", tv(TMDB), 1).get(1).sources())
        .extracting(Source::id)
        .containsExactly(id(two));
    assertThatThrownBy(() -> pages.episodes("kid", tv(TMDB), 2)).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> pages.page("kid", jf(other))).isInstanceOf(ApiException.class);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_the_first_folder_seen_when_opened_then_the_second_one_follows_B04_R36(
      JellyfinVersion version) {
    start(version);
    String other = library.addCopy(series).id();
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 2, 1, "Two").id();
    String three = library.addEpisode(other, 3, 1, "Three").id();
    pages.jellyfin.users().watched("demo", one, MONDAY);
    pages.jellyfin.users().watched("demo", two, TUESDAY);

    assertThat(show().seasons()).extracting(Season::number).containsExactly(1, 2, 3);
    assertThat(show().seasons()).extracting(Season::unwatched).containsExactly(0, 0, 1);
    assertThat(show().resume()).map(Episode::id).contains(id(three));
    assertThat(show().start()).map(Episode::id).contains(id(one));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_files_of_an_episode_when_listed_then_it_is_one_with_two_sources_R40(
      JellyfinVersion version) {
    start(version);
    String episode = library.addEpisode(series, 1, 1, "One").id();
    String version4k = library.addVersion(episode, "One - 4K").id();

    List<Episode> episodes = episodes(1);
    assertThat(episodes).hasSize(1);
    assertThat(episodes.get(0).sources())
        .extracting(Source::id)
        .containsExactlyInAnyOrder(id(episode), id(version4k));
    assertThat(show().seasons().get(0).episodes()).isOne();
    assertCountsAreThoseOfTheLists();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_second_file_in_progress_when_opened_then_that_file_is_resumed_R40_R03(
      JellyfinVersion version) {
    start(version);
    String episode = library.addEpisode(series, 1, 1, "One").id();
    String version4k = library.addVersion(episode, "One - 4K").id();
    pages.jellyfin.users().stoppedAt("demo", version4k, Duration.ofSeconds(20), MONDAY);

    Episode resume = show().resume().orElseThrow();
    assertThat(resume.number()).isOne();
    assertThat(resume.progress())
        .isEqualTo(new Progress(20_000, false, Optional.of(id(version4k))));
    assertThat(resume.playable()).map(Playable::id).contains(id(version4k));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_an_episode_or_a_season_in_two_copies_when_marked_then_both_are_meant_R36_R40(
      JellyfinVersion version) {
    start(version);
    String other = library.addCopy(series, Titles.LATE_NIGHT_LIBRARY).id();
    String one = library.addEpisode(series, 1, 1, "One").id();
    String copy = library.addEpisode(other, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();

    assertThat(pages.copies("demo", copy)).containsExactly(id(copy), id(one));
    assertThat(pages.copies("demo", two)).containsExactly(id(two));
    assertThat(pages.copies("kid", one)).containsExactly(id(one));
    String season = library.get(one).parentId();
    assertThat(pages.copies("demo", season)).startsWith(id(season)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_folder_whose_episodes_have_another_seasons_number_when_opened_then_once_R40(
      JellyfinVersion version) {
    start(version);
    library.addVirtualSeason(series, 3);
    String folder = library.addSeason(series, null, "Saison Trois").id();
    library.addEpisodeTo(folder, 3, 1, "Trois");

    assertThat(show().seasons()).extracting(Season::number).containsExactly(3);
    assertThat(show().seasons()).extracting(Season::name).containsExactly("Season 3");
    assertThat(episodes(3)).hasSize(1);
    assertCountsAreThoseOfTheLists();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_episodes_of_a_season_that_is_not_listed_when_opened_then_they_are_reachable_R08(
      JellyfinVersion version) {
    start(version);
    String folder = library.addSeason(series, null, "Staffel Vier").id();
    library.addEpisodeTo(folder, 4, 1, "Vier");

    assertThat(show().seasons()).extracting(Season::number).containsExactly(4);
    assertThat(show().seasons()).extracting(Season::name).containsExactly("Staffel Vier");
    assertThat(episodes(4)).extracting(Episode::name).containsExactly("Vier");
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_unnumbered_seasons_in_two_copies_when_opened_then_names_tell_them_apart_R08_R36(
      JellyfinVersion version) {
    start(version);
    String other = library.addCopy(series).id();
    String bonus = library.addSeason(series, null, "Bonus Disc").id();
    String extras = library.addSeason(other, null, "Extras").id();
    String bonusToo = library.addSeason(other, null, "Bonus Disc").id();
    library.addEpisodeTo(bonus, null, null, "Making of").airedOn("2024-03-01");
    library.addEpisodeTo(bonusToo, null, null, "Making of").airedOn("2024-03-01");
    library.addEpisodeTo(bonusToo, null, null, "Outtakes").airedOn("2024-03-02");
    library.addEpisodeTo(extras, null, null, "Interview");

    assertThat(show().seasons()).extracting(Season::name).containsExactly("Bonus Disc", "Extras");
    assertThat(show().seasons()).extracting(Season::number).containsExactly(-1, -2);
    assertThat(episodes(-1)).extracting(Episode::name).containsExactly("Making of", "Outtakes");
    assertThat(episodes(-1)).extracting(Episode::number).containsExactly(-1, -2);
    assertThat(episodes(-2)).extracting(Episode::name).containsExactly("Interview");
    assertCountsAreThoseOfTheLists();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_series_never_begun_when_opened_then_there_is_nothing_to_resume_R05(
      JellyfinVersion version) {
    start(version);
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();

    assertThat(show().resume()).isEmpty();
    pages.jellyfin.users().watched("demo", one, MONDAY);
    assertThat(show().resume()).map(Episode::id).contains(id(two));
    pages.jellyfin.users().watched("demo", two, TUESDAY);
    assertThat(show().resume()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_copy_that_is_gone_when_opened_then_the_other_one_is_there_B04(
      JellyfinVersion version) {
    start(version);
    String other = library.addCopy(series, Titles.LATE_NIGHT_LIBRARY).id();
    library.addEpisode(series, 1, 1, "One");
    library.addEpisode(other, 2, 1, "Two");
    pages.jellyfin.users().hideLibrary("demo", Titles.SHOWS_LIBRARY);

    assertThat(show().seasons()).extracting(Season::number).containsExactly(2);
    assertThat(show().start()).map(Episode::name).contains("Two");
    assertThatThrownBy(() -> episodes(1)).isInstanceOf(ApiException.class);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_show_of_ten_seasons_when_opened_then_jellyfin_is_asked_a_fixed_number_of_times(
      JellyfinVersion version) {
    start(version);
    for (int season = 1; season <= 10; season++) {
      library.addEpisode(series, season, 1, "One");
      library.addEpisode(series, season, 2, "Two");
    }
    pages.jellyfin.clearRequests();
    show();

    assertThat(pages.jellyfin.requests())
        .extracting(RecordedRequest::path)
        .filteredOn(path -> path.matches("/(Shows|UserItems|Items)/.*"))
        .hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_different_episodes_of_one_number_when_listed_then_each_is_there_R40(
      JellyfinVersion version) {
    start(version);
    String first = library.addEpisode(series, 1, 1, "Monday").airedOn("2024-03-01").id();
    library.addEpisode(series, 1, 1, "Tuesday").airedOn("2024-03-02");
    library.addEpisode(series, 1, 1, "Wednesday").airedOn("2024-03-03");
    library.addEpisode(series, 1, 1, "Mittwoch").airedOn("2024-03-03");

    assertThat(episodes(1))
        .extracting(Episode::name)
        .containsExactlyInAnyOrder("Monday", "Tuesday", "Wednesday");
    assertThat(episodes(1)).extracting(Episode::number).containsOnly(1);
    assertCountsAreThoseOfTheLists();
    assertThat(pages.copies("demo", first)).containsExactly(id(first));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_double_file_beside_the_single_ones_when_listed_then_all_are_there_R10(
      JellyfinVersion version) {
    start(version);
    String both = library.addEpisode(series, 1, 1, "One").until(2).id();
    String one = library.addEpisode(series, 1, 1, "One").id();
    String two = library.addEpisode(series, 1, 2, "Two").id();

    assertThat(episodes(1))
        .extracting(Episode::id)
        .containsExactlyInAnyOrder(id(both), id(one), id(two));
    assertCountsAreThoseOfTheLists();
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void given_no_answer_about_what_was_begun_when_opened_then_the_seasons_are_there_B05(
      Behaviour trouble) {
    start(JellyfinVersion.V12);
    library.addEpisode(series, 1, 1, "One");
    String two = library.addEpisode(series, 2, 1, "Two").id();
    pages.jellyfin.users().stoppedAt("demo", two, Duration.ofSeconds(20), MONDAY);
    pages.jellyfin.behave(trouble.onlyFor(path -> path.equals("/UserItems/Resume")));

    assertThat(show().seasons()).extracting(Season::number).containsExactly(1, 2);
    assertThat(show().resume()).map(Episode::id).contains(id(two));
  }

  static Stream<Behaviour> troubles() {
    return Stream.of(Behaviour.failing(500), Behaviour.failing(400), Behaviour.hanging());
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_many_episodes_that_are_gone_when_opened_then_the_show_starts_after_them_R05(
      JellyfinVersion version) {
    start(version);
    List<String> gone =
        IntStream.rangeClosed(1, 12)
            .mapToObj(number -> library.addEpisode(series, 1, number, "Gone " + number).id())
            .toList();
    String there = library.addEpisode(series, 1, 13, "There").id();
    pages.jellyfin.behave(
        Behaviour.failing(404).onlyFor(path -> gone.stream().anyMatch(path::endsWith)));

    assertThat(show().start()).map(Episode::id).contains(id(there));
  }

  private Show show() {
    return pages.page("demo", tv(TMDB)).show().orElseThrow();
  }

  private List<Episode> episodes(int season) {
    return pages.episodes("demo", tv(TMDB), season);
  }

  private void assertCountsAreThoseOfTheLists() {
    assertThat(show().seasons())
        .allSatisfy(season -> assertThat(episodes(season.number())).hasSize(season.episodes()));
  }
}
