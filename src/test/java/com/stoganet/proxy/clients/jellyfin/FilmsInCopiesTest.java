package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.TitlePages.id;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.jf;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.movie;
import static com.stoganet.proxy.clients.jellyfin.TitlePages.tv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films with several files, in one item or in several, on each version of Jellyfin. */
class FilmsInCopiesTest {

  private static final int TMDB = 990_300;
  private static final Instant MONDAY = Instant.parse("2026-11-02T20:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T20:00:00Z");
  private static final Duration MINUTES = Duration.ofMinutes(20);

  private TitlePages pages;
  private Library library;
  private String film;

  private void start(JellyfinVersion version) {
    pages = new TitlePages(version);
    library = pages.jellyfin.library();
    film = library.addMovie("Two Shelves", TMDB).id();
  }

  @AfterEach
  void stop() {
    assertThat(pages.jellyfin.violations()).isEmpty();
    pages.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_film_in_two_libraries_when_opened_then_both_versions_are_listed_B06(
      JellyfinVersion version) {
    start(version);
    String copy = library.addCopy(film, Titles.LATE_NIGHT_LIBRARY).id();

    assertThat(page("demo").sources()).extracting(Source::id).containsExactly(id(film), id(copy));
    assertThat(page("demo").playable()).map(Playable::id).contains(id(film));
    assertThat(page("kid").sources()).extracting(Source::id).containsExactly(id(film));
    assertThat(pages.page("demo", jf(copy))).isEqualTo(page("demo"));
    assertThatThrownBy(() -> pages.page("kid", jf(copy))).isInstanceOf(ApiException.class);
    pages.jellyfin.users().hideLibrary("demo", Titles.MOVIES_LIBRARY);
    assertThat(page("demo").sources()).extracting(Source::id).containsExactly(id(copy));
    assertThat(page("demo").playable()).map(Playable::id).contains(id(copy));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_the_copy_in_the_other_library_begun_when_opened_then_it_is_resumed_R03_R41(
      JellyfinVersion version) {
    start(version);
    String copy = library.addCopy(film, Titles.LATE_NIGHT_LIBRARY).id();
    begun(film, Duration.ofMinutes(5), MONDAY);
    begun(copy, MINUTES, TUESDAY);

    assertThat(progress()).isEqualTo(at(MINUTES, copy));
    assertThat(page("demo").playable()).map(Playable::id).contains(id(copy));
    assertThat(page("demo").sources())
        .extracting(source -> source.progress().orElseThrow().positionMillis())
        .containsExactly(Duration.ofMinutes(5).toMillis(), MINUTES.toMillis());
    pages.jellyfin.users().watched("demo", film, TUESDAY);
    assertThat(progress().played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_second_version_begun_when_opened_then_page_and_play_are_that_version_R03(
      JellyfinVersion version) {
    start(version);
    String longer = library.addVersion(film, "Two Shelves - Long").id();
    // Jellyfin before 12 keeps the position with the first item, and the proxy remembers the rest.
    begun(version == JellyfinVersion.V12 ? longer : film, MINUTES, MONDAY);
    pages.watchedSources.put(id(film), id(longer));

    assertThat(progress()).isEqualTo(at(MINUTES, longer));
    assertThat(page("demo").playable()).map(Playable::id).contains(id(longer));
    assertThat(page("demo").sources())
        .filteredOn(source -> source.id().equals(id(longer)))
        .extracting(source -> source.progress().orElseThrow().positionMillis())
        .containsExactly(MINUTES.toMillis());
    assertThat(page("demo").sources())
        .filteredOn(source -> source.id().equals(id(film)))
        .extracting(source -> source.progress().orElseThrow().positionMillis())
        .containsExactly(0L);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_version_that_is_gone_when_opened_then_the_position_is_that_of_the_film_R03(
      JellyfinVersion version) {
    start(version);
    library.addVersion(film, "Two Shelves - Long");
    begun(film, MINUTES, MONDAY);
    pages.watchedSources.put(id(film), new JellyfinId(1, 2));

    assertThat(progress()).isEqualTo(at(MINUTES, film));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_film_with_one_file_when_opened_then_no_version_is_told(JellyfinVersion version) {
    start(version);
    begun(film, MINUTES, MONDAY);

    assertThat(progress()).isEqualTo(new Progress(MINUTES.toMillis(), false, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_the_item_of_a_version_when_opened_then_it_is_the_title_B06(JellyfinVersion version) {
    start(version);
    String longer = library.addVersion(film, "Two Shelves - Long").id();

    TitleDetail page = pages.page("demo", jf(longer));
    assertThat(page.title().item()).isEqualTo(id(film));
    assertThat(page.title().id()).isEqualTo(movie(TMDB));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_copies_of_similar_films_when_asked_for_then_each_title_is_there_once_B06(
      JellyfinVersion version) {
    start(version);
    library.addCopy(Titles.MOVIE, Titles.LATE_NIGHT_LIBRARY);
    library.addCopy(Titles.MOVIE_IN_PROGRESS, Titles.LATE_NIGHT_LIBRARY);

    assertThat(pages.similar("demo", movie(Titles.MOVIE_TMDB)))
        .extracting(Title::id)
        .doesNotHaveDuplicates()
        .contains(movie(Titles.MOVIE_IN_PROGRESS_TMDB))
        .doesNotContain(movie(Titles.MOVIE_TMDB));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_films_with_one_number_when_opened_then_each_has_its_own_page_B06(
      JellyfinVersion version) {
    start(version);
    String other = library.addMovie("Something Else", TMDB).id();
    library.describe(other, 1971, null, "No shelf in it.", List.of());
    String longer = library.addVersion(other, "Something Else - Long").id();

    TitleDetail page = pages.page("demo", jf(other));
    assertThat(page.title().id()).isEqualTo(jf(other));
    assertThat(page.title().name()).isEqualTo("Something Else");
    assertThat(page.sources()).extracting(Source::id).containsExactly(id(other), id(longer));
    assertThat(pages.page("demo", jf(longer)).title().id()).isEqualTo(jf(other));
    assertThat(page("demo").title().item()).isEqualTo(id(film));
    assertThat(page("demo").sources()).extracting(Source::id).containsExactly(id(film));
    assertThat(pages.page("demo", jf(film))).isEqualTo(page("demo"));
    begun(other, MINUTES, MONDAY);
    pages.watchedSources.put(id(other), id(other));
    assertThat(pages.page("demo", jf(other)).viewing().progress()).isEqualTo(at(MINUTES, other));
    assertThat(progress().positionMillis()).isZero();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_films_with_one_number_when_watched_then_only_the_one_that_is_meant_B06(
      JellyfinVersion version) {
    start(version);
    String other = library.addMovie("Something Else", TMDB).id();
    library.describe(other, 1971, null, "No shelf in it.", List.of());
    String longer = library.addVersion(other, "Something Else - Long").id();
    Caller demo = pages.caller("demo");

    assertThat(pages.copies().every(demo, jf(other)))
        .extracting(Watchable::item)
        .containsExactly(id(other));
    assertThat(pages.copies().every(demo, movie(TMDB)))
        .extracting(Watchable::item)
        .containsExactly(id(film));
    assertThat(pages.copies().any(demo, jf(other)).title()).isEqualTo(jf(other));
    assertThat(pages.titleOf(demo, id(longer))).isEqualTo(jf(other));
    assertThat(pages.titleOf(demo, id(film))).isEqualTo(movie(TMDB));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_series_with_one_number_when_watched_then_an_episode_is_of_its_own_series_B06(
      JellyfinVersion version) {
    start(version);
    String series = library.addSeries("Two Shelves, the Series", TMDB).id();
    String other = library.addSeries("Something Else Every Week", TMDB).id();
    library.describe(other, 1971, null, "No shelf in it.", List.of());
    String one = library.addEpisode(series, 1, 1, "One").id();
    String else1 = library.addEpisode(other, 1, 1, "One").id();
    Caller demo = pages.caller("demo");

    assertThat(pages.titleOf(demo, id(one))).isEqualTo(tv(TMDB));
    assertThat(pages.titleOf(demo, id(else1))).isEqualTo(jf(other));
    assertThat(pages.page("demo", jf(other)).title().id()).isEqualTo(jf(other));
    assertThat(pages.page("demo", tv(TMDB)).title().item()).isEqualTo(id(series));
    assertThat(pages.copies("demo", else1)).startsWith(id(else1));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_very_many_copies_when_opened_then_some_are_asked_about(JellyfinVersion version) {
    start(version);
    for (int copy = 0; copy < 20; copy++) {
      library.addCopy(film, Titles.LATE_NIGHT_LIBRARY);
    }

    assertThat(page("demo").sources()).hasSize(8);
    assertThat(page("kid").sources()).extracting(Source::id).containsExactly(id(film));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void given_no_answer_about_the_parts_when_opened_then_the_page_is_there_without_R06(
      Behaviour trouble) {
    start(JellyfinVersion.V12);
    library.addPart(film, MINUTES);
    assertThat(page("demo").sources().get(0).parts()).hasSize(2);
    pages.jellyfin.behave(trouble.onlyFor(path -> path.endsWith("/AdditionalParts")));

    assertThat(page("demo").sources()).extracting(Source::id).containsExactly(id(film));
    assertThat(page("demo").sources().get(0).parts()).isEmpty();
    assertThat(page("demo").playable()).map(Playable::id).contains(id(film));
  }

  static Stream<Behaviour> troubles() {
    return Stream.of(Behaviour.failing(500), Behaviour.failing(404), Behaviour.hanging());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404})
  void given_no_answer_about_the_parts_when_reported_then_it_is_an_error_and_not_watched_R06(
      int status) {
    start(JellyfinVersion.V12);
    library.addPart(film, MINUTES);
    Viewer viewer = new Viewer(pages);
    pages.jellyfin.behave(
        Behaviour.failing(status).onlyFor(path -> path.endsWith("/AdditionalParts")));

    assertThatThrownBy(() -> viewer.ends("tv", movie(TMDB), MINUTES))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.status()).isEqualTo(503));
    assertThat(viewer.state(film).played()).isFalse();
  }

  private TitleDetail page(String user) {
    return pages.page(user, movie(TMDB));
  }

  private Progress progress() {
    return page("demo").viewing().progress();
  }

  private void begun(String item, Duration position, Instant when) {
    pages.jellyfin.users().stoppedAt("demo", item, position, when);
  }

  private static Progress at(Duration position, String source) {
    return new Progress(position.toMillis(), false, Optional.of(id(source)));
  }
}
