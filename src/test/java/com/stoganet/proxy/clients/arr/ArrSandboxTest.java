package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.sandbox.arr.LargeArr;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import com.stoganet.sandbox.arr.SeriesFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests and downloads with a Radarr and a Sonarr of the sandbox, which are as strict as real
 * ones.
 */
class ArrSandboxTest {

  private static final int FILM = 990_001;
  private static final int SHOW = 880_001;
  private static final CatalogId.Tmdb MOVIE = new CatalogId.Tmdb(MediaKind.MOVIE, FILM);
  private static final CatalogId.Tmdb SERIES = new CatalogId.Tmdb(MediaKind.TV, 770_001);
  private static final String HASH = "0123456789ABCDEF0123456789ABCDEF01234567";

  private final SandboxRadarr invented =
      SandboxRadarr.start(SandboxArr.Options.defaults().urlBase("/radarr"));
  private final SandboxSonarr shows = SandboxSonarr.start(SandboxArr.Options.defaults());
  private final Arr radarr = arr(Program.RADARR, invented);
  private final Arr sonarr = arr(Program.SONARR, shows);

  @BeforeEach
  void tellFacts() {
    invented.knows(MovieFacts.of(FILM, "A Plain Film", 2020));
    LocalDate start = LocalDate.of(2020, 1, 1);
    shows.knows(
        SeriesFacts.of(SHOW, "A Plain Show", 2020)
            .tmdbId((int) SERIES.number())
            .season(0, start, 1)
            .season(1, start, 3)
            .season(2, start.plusYears(1), 3));
  }

  @AfterEach
  void close() {
    List<List<String>> violations = List.of(invented.violations(), shows.violations());
    invented.close();
    shows.close();
    assertThat(violations).allMatch(List::isEmpty);
  }

  @Test
  void given_a_movie_when_found_and_requested_then_it_is_added_and_searched_once() {
    assertThat(radarr.search("plain film")).extracting(LookupResult::id).containsExactly(MOVIE);
    assertThat(radarr.lookup(MOVIE)).map(LookupResult::name).contains("A Plain Film");
    assertThat(radarr.title(MOVIE)).isEmpty();

    radarr.monitor(RequestedScope.of(MOVIE));
    radarr.monitor(RequestedScope.of(MOVIE));

    assertThat(radarr.title(MOVIE)).map(ArrTitle::monitored).contains(true);
    assertThat(radarr.titles()).extracting(ArrTitle::id).containsExactly(MOVIE);
    assertThat(invented.searches()).containsExactly("movie " + FILM);
  }

  @Test
  void given_a_lost_race_when_requested_then_the_movie_is_added_all_the_same() {
    invented.loseNextAddRace();
    shows.loseNextAddRace();

    radarr.monitor(RequestedScope.of(MOVIE));
    sonarr.monitor(new RequestedScope(SERIES, Set.of(1), Set.of()));

    assertThat(invented.keeps(FILM)).isTrue();
    assertThat(shows.monitors(SHOW)).isTrue();
    assertThat(shows.monitors(SHOW, 1)).isTrue();
  }

  @Test
  void given_a_movie_nobody_looks_for_when_wanted_then_it_is_looked_for() {
    invented.keep(FILM);
    invented.monitor(FILM, false);

    radarr.monitor(RequestedScope.of(MOVIE));

    assertThat(invented.monitors(FILM)).isTrue();
    assertThat(invented.searches()).containsExactly("movie " + FILM);
  }

  @Test
  void given_a_monitored_movie_that_was_never_searched_when_wanted_then_it_is_searched_B14() {
    invented.keep(FILM);

    radarr.monitor(RequestedScope.of(MOVIE));
    radarr.monitor(RequestedScope.of(MOVIE));

    assertThat(invented.searches()).containsExactly("movie " + FILM);
  }

  @Test
  void given_a_monitored_movie_that_is_about_to_be_imported_when_wanted_then_no_search_B14() {
    invented.keep(FILM);
    invented.grab(FILM, HASH, 1000);
    invented.importPending(HASH, "No files found are eligible for import");

    radarr.monitor(RequestedScope.of(MOVIE));

    assertThat(invented.searches()).isEmpty();
  }

  @Test
  void given_a_monitored_movie_that_is_not_released_when_wanted_then_no_search_B14() {
    invented.knows(
        MovieFacts.of(990_009, "Some Day", LocalDate.now(Clock.systemUTC()).getYear() + 2));
    invented.keep(990_009);

    radarr.monitor(RequestedScope.of(new CatalogId.Tmdb(MediaKind.MOVIE, 990_009)));

    assertThat(invented.searches()).isEmpty();
  }

  @Test
  void given_a_monitored_season_that_was_never_searched_when_wanted_then_it_is_searched_B14() {
    shows.keep(SHOW, 1, 2);

    sonarr.monitor(new RequestedScope(SERIES, Set.of(2), Set.of()));
    sonarr.monitor(new RequestedScope(SERIES, Set.of(2), Set.of()));
    sonarr.monitor(new RequestedScope(SERIES, Set.of(), Set.of(new EpisodeNumber(1, 3))));
    sonarr.monitor(new RequestedScope(SERIES, Set.of(), Set.of(new EpisodeNumber(1, 3))));

    assertThat(shows.searches())
        .containsExactly("season " + SHOW + " S02", "episode " + SHOW + " S01E03");
  }

  @Test
  void given_a_season_that_is_here_or_on_its_way_when_wanted_then_it_is_not_searched_B14() {
    shows.keep(SHOW, 1, 2);
    shows.hasFiles(SHOW, 1);
    shows.grab(SHOW, 2, HASH, 1000);

    sonarr.monitor(RequestedScope.of(SERIES));

    assertThat(shows.searches()).isEmpty();
  }

  @Test
  void given_a_season_unmonitored_by_hand_when_wanted_then_it_is_searched_B44() {
    shows.keep(SHOW);
    shows.monitor(SHOW, true);
    assertThat(sonarr.title(SERIES)).map(ArrTitle::monitored).contains(false);

    sonarr.monitor(new RequestedScope(SERIES, Set.of(1), Set.of()));

    assertThat(sonarr.title(SERIES)).map(ArrTitle::monitored).contains(true);
    assertThat(shows.searches()).containsExactly("season " + SHOW + " S01");
  }

  @Test
  void given_a_series_with_one_monitored_episode_when_read_then_it_is_searched_for_B44() {
    shows.keep(SHOW);
    shows.monitor(SHOW, 1, 2, true);

    assertThat(sonarr.title(SERIES)).map(ArrTitle::monitored).contains(true);
  }

  @Test
  void given_an_anime_when_wanted_then_it_is_added_as_an_ordinary_series_B33() {
    shows.knows(
        SeriesFacts.of(330_100, "A Plain Anime", 2020)
            .tmdbId(33_001)
            .genres("Anime", "Action")
            .season(1, LocalDate.of(2020, 1, 1), 1));

    sonarr.monitor(RequestedScope.of(new CatalogId.Tmdb(MediaKind.TV, 33_001)));

    assertThat(shows.requests())
        .filteredOn(request -> request.method().equals("POST"))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.body())
                    .contains("\"rootFolderPath\":\"/media/shows\"")
                    .doesNotContain("seriesType"));
  }

  @Test
  void given_a_download_when_it_goes_on_then_its_row_says_how_far_it_is() {
    invented.keep(FILM);
    invented.grab(FILM, HASH, 1000.5);
    invented.progress(HASH, 400.25, Duration.parse("P1DT2H3M4S"));

    assertThat(radarr.queue())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.title()).isEqualTo(radarr.title(MOVIE).orElseThrow().key());
              assertThat(row.left()).isEqualTo(400.25);
              assertThat(row.timeLeft()).contains(Duration.parse("P1DT2H3M4S"));
              assertThat(row.download()).isEqualTo(HASH);
            });

    invented.pause(HASH);
    assertThat(row(radarr).phase()).isEqualTo(Phase.PAUSED);
    assertThat(row(radarr).timeLeft()).isEmpty();
    invented.importBlocked(HASH, "No files in /media/secret/A Plain Film");
    assertThat(row(radarr).phase()).isEqualTo(Phase.IMPORT_BLOCKED);
    assertThat(row(radarr).messages()).containsExactly("No files in A Plain Film");
    invented.importing(HASH);
    assertThat(row(radarr).phase()).isEqualTo(Phase.IMPORTING);
    invented.imported(HASH);
    assertThat(radarr.queue()).isEmpty();
    assertThat(radarr.title(MOVIE)).map(ArrTitle::hasFile).contains(true);
  }

  @Test
  void given_a_release_that_is_held_back_when_grabbed_then_it_is_downloaded_and_can_be_removed() {
    invented.keep(FILM);
    invented.delayed(FILM);
    assertThat(row(radarr).phase()).isEqualTo(Phase.DELAYED);

    radarr.grab(row(radarr));
    QueueItem row = row(radarr);
    assertThat(row.phase()).isNotEqualTo(Phase.DELAYED);

    radarr.remove(row, true, false);
    radarr.remove(row, true, false);
    radarr.refreshMonitoredDownloads();
    assertThat(radarr.queue()).isEmpty();
    assertThat(invented.blocklist()).hasSize(1);
  }

  @Test
  void given_a_series_when_a_season_is_wanted_then_no_other_is_looked_for() {
    assertThat(sonarr.search("plain show")).extracting(LookupResult::id).containsExactly(SERIES);
    assertThat(sonarr.lookup(SERIES)).map(LookupResult::seasons).contains(List.of(0, 1, 2));

    sonarr.monitor(new RequestedScope(SERIES, Set.of(2), Set.of()));

    assertThat(shows.monitoredEpisodes(SHOW))
        .containsExactlyInAnyOrder("S02E01", "S02E02", "S02E03");

    sonarr.monitor(new RequestedScope(SERIES, Set.of(1), Set.of()));
    assertThat(shows.monitors(SHOW, 1)).isTrue();
    assertThat(shows.monitoredEpisodes(SHOW)).hasSize(6);
    assertThat(shows.searches()).endsWith("season " + SHOW + " S01");
  }

  @Test
  void given_a_series_when_all_of_it_is_wanted_then_the_specials_are_not() {
    sonarr.monitor(RequestedScope.of(SERIES));
    int searches = shows.searches().size();
    sonarr.monitor(RequestedScope.of(SERIES));

    assertThat(shows.monitoredEpisodes(SHOW)).hasSize(6).doesNotContain("S00E01");
    assertThat(shows.searches()).hasSize(searches);
  }

  @Test
  void given_a_series_when_an_episode_is_wanted_then_only_that_is_looked_for() {
    RequestedScope scope = new RequestedScope(SERIES, Set.of(), Set.of(new EpisodeNumber(1, 2)));

    assertThatThrownBy(() -> sonarr.monitor(scope)).isInstanceOf(TitleNotReadyException.class);
    assertThat(shows.monitors(SHOW)).isTrue();
    assertThat(shows.monitoredEpisodes(SHOW)).isEmpty();
    sonarr.monitor(scope);
    sonarr.monitor(scope);

    assertThat(shows.monitoredEpisodes(SHOW)).containsExactly("S01E02");
    assertThat(shows.searches()).containsExactly("episode " + SHOW + " S01E02");
  }

  @Test
  void given_an_episode_that_is_off_when_its_season_is_wanted_then_it_is_switched_on() {
    shows.keep(SHOW, 1);
    shows.monitor(SHOW, 1, 2, false);

    sonarr.monitor(new RequestedScope(SERIES, Set.of(1), Set.of()));

    assertThat(shows.monitoredEpisodes(SHOW)).contains("S01E02").hasSize(3);
    assertThat(shows.searches()).containsExactly("season " + SHOW + " S01");
  }

  @Test
  void given_a_pack_when_the_queue_is_read_then_each_episode_is_a_row_of_the_full_size() {
    shows.keep(SHOW, 1);
    shows.grab(SHOW, 1, HASH, 9000.5);
    shows.unknown("FF", "Something else", 5);

    List<QueueItem> rows = sonarr.queue();

    assertThat(rows).hasSize(4);
    assertThat(rows.subList(0, 3))
        .allMatch(row -> row.size() == 9000.5 && row.download().equals(HASH) && row.season() == 1)
        .extracting(QueueItem::episode)
        .containsExactly(1, 2, 3);
    assertThat(rows.get(3).title()).isZero();
    ArrTitle title = sonarr.title(SERIES).orElseThrow();
    assertThat(sonarr.episodes(title)).hasSize(7);
    assertThat(title.key()).isEqualTo(rows.get(0).title());
  }

  @Test
  void given_no_metadata_service_when_asked_then_known_titles_are_still_reported() {
    shows.keep(SHOW, 1);
    shows.metadataAway(true);

    assertThatThrownBy(() -> sonarr.search("plain")).isInstanceOf(ApiException.class);
    assertThat(sonarr.title(SERIES)).map(ArrTitle::id).contains(SERIES);
  }

  @Test
  void given_a_service_that_takes_numbers_for_words_when_looked_up_then_no_result_is_used() {
    shows.knows(SeriesFacts.of(880_002, "Another Show", 2021).tmdbId(770_002));
    shows.understandsTmdb(false);

    assertThat(sonarr.lookup(SERIES)).isEmpty();
  }

  /** Parsson would take 15 million characters of a document; these movies are 25 million. */
  @Test
  void given_libraries_of_many_thousands_when_read_then_all_of_it_comes() {
    LargeArr.fill(invented, 10_000, 5_000);
    LargeArr.fill(shows, 3_000, 5_000);

    assertThat(radarr.titles()).hasSize(10_000).filteredOn(ArrTitle::hasFile).hasSize(6_666);
    assertThat(radarr.queue()).hasSize(5_000);
    assertThat(sonarr.titles()).hasSize(3_000).allMatch(series -> series.seasons().size() == 1);
    assertThat(sonarr.queue()).hasSize(5_000);
  }

  private static QueueItem row(Arr arr) {
    return arr.queue().get(0);
  }

  private static Arr arr(Program program, SandboxArr server) {
    Backends.Arr settings =
        new Backends.Arr(
            program,
            program.name().toLowerCase(Locale.ROOT),
            server.url(),
            server.apiKey(),
            null,
            null,
            program == Program.RADARR ? "released" : null);
    return new ConfiguredArrs(List.of(settings), Clock.systemUTC()).all().get(0);
  }
}
