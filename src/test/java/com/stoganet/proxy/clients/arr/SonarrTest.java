package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Sonarr is asked, and how its answers are understood. */
class SonarrTest {

  private static final CatalogId.Tmdb BAD = new CatalogId.Tmdb(MediaKind.TV, 1396);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
  private static final String SEASONS =
      "\"seasons\":[{\"seasonNumber\":2,\"monitored\":true},{\"seasonNumber\":0,\"monitored\":true},"
          + "{\"seasonNumber\":1,\"monitored\":true}]";
  private static final String FOUND =
      "[{\"title\":\"Breaking Bad\",\"tvdbId\":81189,\"tmdbId\":1396," + SEASONS + "}]";

  private ScriptedServer server;
  private Sonarr sonarr;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.answer("GET /qualityprofile", 200, "[{\"id\":4,\"name\":\"HD\"}]");
    server.answer("GET /rootfolder", 200, "[{\"path\":\"/media/tv\",\"accessible\":true}]");
    sonarr = new Sonarr(new ArrServer(server.settings(Program.SONARR)), CLOCK);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Sonarr 4: a term that is a valid path is an error. */
  @ParameterizedTest
  @CsvSource({
    "/foo, foo",
    "C:\\x, C x",
    "\\\\server\\share, server share",
    "tmdb:603, tmdb 603",
    "tvdbid:81189, tvdbid 81189",
    "https://www.imdb.com/title/tt1, https www.imdb.com title tt1",
    "'{a} 100%', a 100"
  })
  void given_a_command_or_a_path_when_searched_then_it_is_words(String typed, String words) {
    assertThat(SearchTerm.words(typed)).isEqualTo(words);
  }

  @Test
  void given_results_without_a_number_of_tmdb_when_searched_then_they_are_left_out() {
    server.answer(
        "GET /series/lookup",
        200,
        "[{\"title\":\"A\",\"tvdbId\":1},{\"title\":\"B\",\"tvdbId\":2,\"tmdbId\":0},"
            + FOUND.substring(1));

    assertThat(sonarr.search("a"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.id()).isEqualTo(BAD);
              assertThat(result.seasons()).containsExactly(0, 1, 2);
            });
  }

  @Test
  void given_an_old_sonarr_when_a_title_was_found_once_then_searches_find_it() {
    server.answer("GET /series/lookup", 200, "[{\"title\":\"Breaking Bad\",\"tvdbId\":81189}]");

    assertThat(sonarr.search("bad")).isEmpty();
    assertThat(sonarr.lookup(BAD)).map(LookupResult::name).contains("Breaking Bad");
    assertThat(sonarr.search("bad")).singleElement().matches(result -> result.id().equals(BAD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"title\":\"X\",\"tvdbId\":5,\"tmdbId\":7}]",
        "[{\"title\":\"X\",\"tvdbId\":5,\"tmdbId\":0}]",
        "[{\"title\":\"X\",\"tvdbId\":5},{\"title\":\"Y\",\"tvdbId\":6}]",
        "[{\"title\":\"X\",\"tmdbId\":1396}]",
        "[]"
      })
  void given_a_service_that_looks_for_words_when_looked_up_then_no_result_is_used(String answer) {
    server.answer("GET /series/lookup", 200, answer);

    assertThat(sonarr.lookup(BAD)).isEmpty();
  }

  /** 100 percent, but 3 of 28. */
  @Test
  void given_a_season_that_claims_to_be_complete_when_read_then_the_episodes_are_counted() {
    server.answer(
        "GET /series",
        200,
        "[{\"id\":9,\"tvdbId\":81189,\"tmdbId\":1396,\"title\":\"Breaking"
            + " Bad\",\"status\":\"ended\","
            + "\"firstAired\":\"2008-01-20T00:00:00Z\",\"seasons\":[{\"seasonNumber\":1,"
            + "\"monitored\":false,\"statistics\":{\"episodeFileCount\":3,\"episodeCount\":3,"
            + "\"totalEpisodeCount\":28,\"percentOfEpisodes\":100}},{\"seasonNumber\":0}]},{\"id\":10,\"title\":\"Unknown"
            + " to TMDB\",\"tvdbId\":3,\"tmdbId\":0}]");

    assertThat(sonarr.titles())
        .singleElement()
        .satisfies(
            title -> {
              assertThat(title.seasons())
                  .containsExactly(
                      new ArrTitle.Season(0, false, 0, 0, 0),
                      new ArrTitle.Season(1, false, 3, 3, 28));
              assertThat(title.hasFile()).isTrue();
              assertThat(title.ended()).isTrue();
              assertThat(title.released()).isTrue();
              assertThat(title.release()).contains(LocalDate.of(2008, 1, 20));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-02, , false, 2026-06-02",
    "2026-05-31, 2026-06-07, true, 2026-06-07",
    ", , false, "
  })
  void given_airings_when_read_then_the_next_one_is_the_release(
      String first, String next, boolean released, String release) {
    server.answer(
        "GET /series",
        200,
        "[{\"id\":9,\"tmdbId\":1396"
            + (first == null ? "" : ",\"firstAired\":\"" + first + "T00:00:00Z\"")
            + (next == null ? "" : ",\"nextAiring\":\"" + next + "T01:00:00Z\"")
            + "}]");

    ArrTitle title = sonarr.titles().get(0);

    assertThat(title.released()).isEqualTo(released);
    assertThat(title.release()).isEqualTo(Optional.ofNullable(release).map(LocalDate::parse));
  }

  @Test
  void given_a_series_that_was_seen_when_asked_for_then_its_own_number_is_used() {
    server
        .answer("GET /series", 200, "[" + knownSeries(true) + "]")
        .answer("GET /series/9", 200, knownSeries(true));

    assertThat(sonarr.titles()).hasSize(1);
    assertThat(sonarr.title(BAD)).map(ArrTitle::key).contains(9);
    assertThat(server.calls()).containsExactly("GET /series", "GET /series/9");
  }

  @Test
  void given_a_series_that_was_taken_out_when_asked_for_then_it_is_looked_for_anew() {
    server
        .answer("GET /series", 200, "[" + knownSeries(true) + "]")
        .answer("GET /series?tvdbId=81189", 200, "[]");

    assertThat(sonarr.titles()).hasSize(1);
    assertThat(sonarr.title(BAD)).isEmpty();
    assertThat(server.calls())
        .containsExactly("GET /series", "GET /series/9", "GET /series?tvdbId=81189");
  }

  @Test
  void given_a_series_nobody_saw_when_asked_for_then_the_metadata_service_knows_its_number() {
    server
        .answer("GET /series/lookup", 200, FOUND)
        .answer("GET /series?tvdbId=81189", 200, "[" + knownSeries(true) + "]");

    assertThat(sonarr.title(BAD)).map(ArrTitle::key).contains(9);
  }

  @Test
  void given_no_internet_when_asked_for_then_sonarr_s_own_list_is_read() {
    server
        .answer("GET /series/lookup", 503, "{\"message\":\"Search for 'tmdb:1396' failed\"}")
        .answer("GET /series", 200, "[" + knownSeries(true) + "]");

    assertThat(sonarr.title(BAD)).map(ArrTitle::key).contains(9);
  }

  @Test
  void given_a_pack_when_the_queue_is_read_then_each_episode_is_a_row_of_one_download() {
    String row =
        "{\"id\":%d,\"seriesId\":9,\"seasonNumber\":1,\"episode\":{\"seasonNumber\":1,"
            + "\"episodeNumber\":%d},\"size\":84000000000,\"sizeleft\":42000000000.5,"
            + "\"status\":\"downloading\",\"downloadId\":\"ABC\"}";
    server.answer(
        "GET /queue/details",
        200,
        "[%s,%s,{\"id\":3,\"title\":\"Nobody knows\",\"status\":\"newer\"}]"
            .formatted(row.formatted(1, 1), row.formatted(2, 2)));

    List<QueueItem> rows = sonarr.queue();

    assertThat(rows).extracting(QueueItem::episode).containsExactly(1, 2, -1);
    assertThat(rows).extracting(QueueItem::season).containsExactly(1, 1, -1);
    assertThat(rows).extracting(QueueItem::title).containsExactly(9, 9, 0);
    assertThat(rows.get(1).left()).isEqualTo(42000000000.5);
    assertThat(rows.get(2).phase()).isEqualTo(Phase.DOWNLOADING);
    assertThat(server.calls())
        .containsExactly("GET /queue/details?includeSeries=false&includeEpisode=true");
  }

  @Test
  void given_an_airing_at_night_when_the_calendar_is_read_then_its_day_is_the_broadcaster_s() {
    String episode =
        "{\"id\":1,\"seasonNumber\":3,\"episodeNumber\":5,\"title\":\"Passion\",\"airDate\":\"%s\","
            + "\"airDateUtc\":\"%s\",\"series\":{\"title\":\"B\",\"tmdbId\":1396}}";
    server.answer(
        "GET /calendar",
        200,
        "[%s,%s,{\"id\":2,\"airDate\":\"2026-06-01\"}]"
            .formatted(
                episode.formatted("2026-06-01", "2026-06-02T01:00:00Z"),
                episode.formatted("2026-06-02", "2026-06-01T23:00:00Z")));

    assertThat(sonarr.calendar(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1)))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.day()).isEqualTo(LocalDate.of(2026, 6, 1));
              assertThat(entry.airs()).contains(Instant.parse("2026-06-02T01:00:00Z"));
              assertThat(entry.episode()).isEqualTo(5);
            });
  }

  @Test
  void given_a_new_series_when_seasons_are_wanted_then_only_these_are_monitored() {
    server
        .answer("GET /series/lookup", 200, FOUND)
        .answer("GET /series?tvdbId=81189", 200, "[]")
        .answer("POST /series", 201, "{\"id\":9}");

    sonarr.monitor(new RequestedScope(BAD, Set.of(2), Set.of()));

    assertThat(server.changes())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.body())
                    .contains("\"title\":\"Breaking Bad\"")
                    .contains("\"tvdbId\":81189")
                    .contains("\"languageProfileId\":1")
                    .contains("\"seasonFolder\":true")
                    .contains("{\"monitored\":false,\"seasonNumber\":0}")
                    .contains("{\"monitored\":false,\"seasonNumber\":1}")
                    .contains("{\"monitored\":true,\"seasonNumber\":2}")
                    .contains("\"searchForMissingEpisodes\":true")
                    .contains("\"ignoreEpisodesWithFiles\":true")
                    .contains("\"monitorNewItems\":\"none\"")
                    .doesNotContain("\"monitor\":"));
  }

  @Test
  void given_a_new_series_when_all_is_wanted_then_the_specials_are_not_meant() {
    server
        .answer("GET /series/lookup", 200, FOUND)
        .answer("GET /series?tvdbId=81189", 200, "[]")
        .answer("POST /series", 201, "{\"id\":9}");

    sonarr.monitor(RequestedScope.of(BAD));

    assertThat(server.changes().get(0).body())
        .contains("\"monitorNewItems\":\"all\"")
        .contains("{\"monitored\":false,\"seasonNumber\":0}")
        .contains("{\"monitored\":true,\"seasonNumber\":1}")
        .contains("{\"monitored\":true,\"seasonNumber\":2}");
  }

  @Test
  void given_a_new_series_when_an_episode_is_wanted_then_it_is_chosen_once_sonarr_has_read_it() {
    RequestedScope scope = new RequestedScope(BAD, Set.of(), Set.of(new EpisodeNumber(1, 2)));
    server
        .answer("GET /series/lookup", 200, FOUND)
        .answer("GET /series?tvdbId=81189", 200, "[]")
        .answer("GET /series?tvdbId=81189", 200, "[" + knownSeries(true) + "]")
        .answer("GET /series/9", 200, knownSeries(true))
        .answer("POST /series", 201, "{\"id\":9}")
        .answer("GET /episode", 200, "[]")
        .answer("GET /episode", 200, episodes(false))
        .answer("PUT /episode/monitor", 202, "[]")
        .answer("POST /command", 201, "{}");

    assertBusy(scope);
    assertBusy(scope);
    sonarr.monitor(scope);

    assertThat(server.changes())
        .extracting(ScriptedServer.Request::call)
        .containsExactly("POST /series", "PUT /episode/monitor", "POST /command");
    assertThat(server.changes().get(0).body())
        .contains("\"monitorNewItems\":\"none\",\"monitored\":true,\"qualityProfileId\"")
        .doesNotContain("{\"monitored\":true,\"seasonNumber\"")
        .doesNotContain("addOptions");
    assertThat(server.changes().get(1).body())
        .isEqualTo("{\"episodeIds\":[12],\"monitored\":true}");
    assertThat(server.changes().get(2).body())
        .isEqualTo("{\"episodeIds\":[12],\"name\":\"EpisodeSearch\"}");
  }

  @Test
  void given_somebody_who_was_faster_when_wanted_then_what_is_there_is_changed() {
    server
        .answer("GET /series/lookup", 200, FOUND)
        .answer("GET /series?tvdbId=81189", 200, "[]")
        .answer("GET /series?tvdbId=81189", 200, "[" + knownSeries(true) + "]")
        .answer("GET /series/9", 200, knownSeries(true))
        .answer("GET /episode", 200, episodes(true))
        .answer(
            "POST /series",
            400,
            "[{\"propertyName\":\"TvdbId\",\"errorMessage\":\"This series has already been added\","
                + "\"errorCode\":\"SeriesExistsValidator\"}]");

    sonarr.monitor(new RequestedScope(BAD, Set.of(1), Set.of()));

    assertThat(server.changes())
        .extracting(ScriptedServer.Request::call)
        .containsExactly("POST /series");
  }

  @Test
  void given_a_season_that_is_off_when_wanted_then_all_of_the_series_is_sent_back_with_it_on() {
    server.answer("PUT /series/9", 202, "{}").answer("PUT /episode/monitor", 202, "[]");
    keep(false, episodes(false));

    sonarr.monitor(new RequestedScope(BAD, Set.of(1), Set.of()));

    assertThat(server.changes())
        .extracting(ScriptedServer.Request::call)
        .containsExactly("PUT /series/9", "PUT /episode/monitor", "POST /command");
    assertThat(server.changes().get(0).body())
        .contains("\"nobodyKnows\":{\"this\":[1.5]}")
        .contains("{\"seasonNumber\":1,\"monitored\":true}")
        .contains("{\"seasonNumber\":2,\"monitored\":false}");
    assertThat(server.changes().get(2).body())
        .isEqualTo("{\"name\":\"SeasonSearch\",\"seasonNumber\":1,\"seriesId\":9}");
  }

  /** A flag that does not change leaves the episodes as they are. */
  @Test
  void given_a_season_that_is_on_when_some_of_its_episodes_are_off_then_these_are_switched_on() {
    server.answer("PUT /episode/monitor", 202, "[]");
    keep(true, episodes(false));

    sonarr.monitor(new RequestedScope(BAD, Set.of(1), Set.of()));

    assertThat(server.changes())
        .extracting(ScriptedServer.Request::call)
        .containsExactly("PUT /episode/monitor", "POST /command");
    assertThat(server.changes().get(0).body())
        .isEqualTo("{\"episodeIds\":[12],\"monitored\":true}");
  }

  @Test
  void given_what_is_looked_for_already_when_wanted_then_nothing_is_changed() {
    keep(true, episodes(true));

    sonarr.monitor(new RequestedScope(BAD, Set.of(1), Set.of()));
    sonarr.monitor(new RequestedScope(BAD, Set.of(), Set.of(new EpisodeNumber(1, 2))));

    assertThat(server.changes()).isEmpty();
  }

  @Test
  void given_a_known_series_when_all_is_requested_then_one_search_is_enough() {
    server.answer("PUT /series/9", 202, "{}").answer("PUT /episode/monitor", 202, "[]");
    keep(false, episodes(false));

    sonarr.monitor(RequestedScope.of(BAD));

    assertThat(server.changes().get(2).body())
        .isEqualTo("{\"name\":\"SeriesSearch\",\"seriesId\":9}");
  }

  @ParameterizedTest
  @CsvSource({
    "true, 7, 0, no_such_season",
    "false, 7, 1, no_such_episode",
    "false, 1, 99, no_such_episode"
  })
  void given_a_part_that_is_not_there_when_wanted_then_asking_again_is_no_use(
      boolean whole, int season, int episode, String reason) {
    keep(true, episodes(true));
    RequestedScope scope =
        whole
            ? new RequestedScope(BAD, Set.of(season), Set.of())
            : new RequestedScope(BAD, Set.of(), Set.of(new EpisodeNumber(season, episode)));

    assertThatThrownBy(() -> sonarr.monitor(scope))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(server.changes()).isEmpty();
  }

  @Test
  void given_a_series_that_nobody_knows_when_wanted_then_asking_again_is_no_use() {
    server.answer("GET /series/lookup", 200, "[]");

    assertThatThrownBy(() -> sonarr.monitor(RequestedScope.of(BAD)))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            refused -> assertThat(refused.reason()).isEqualTo("unknown_title"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, '{\"name\":\"SeasonSearch\",\"seasonNumber\":1,\"seriesId\":9}'",
    "-1, '{\"name\":\"SeriesSearch\",\"seriesId\":9}'"
  })
  void given_a_row_when_removed_and_searched_for_again_then_it_is_by_season(
      int season, String body) {
    server.answer("DELETE /queue/5", 200, "").answer("POST /command", 201, "{}");

    sonarr.remove(
        new QueueItem(
            5, 9, season, 1, "R", 1, 1, Optional.empty(), Phase.PAUSED, "A", false, List.of()),
        false,
        true);

    assertThat(server.changes().get(1).body()).isEqualTo(body);
  }

  private void assertBusy(RequestedScope scope) {
    assertThatThrownBy(() -> sonarr.monitor(scope)).isInstanceOf(TitleNotReadyException.class);
  }

  private void keep(boolean seasonOne, String episodes) {
    server
        .answer("GET /series/lookup", 200, FOUND)
        .answer("GET /series?tvdbId=81189", 200, "[" + knownSeries(seasonOne) + "]")
        .answer("GET /series/9", 200, knownSeries(seasonOne))
        .answer("GET /episode", 200, episodes)
        .answer("POST /command", 201, "{}");
  }

  private static String knownSeries(boolean seasonOne) {
    return """
    {"id":9,"tvdbId":81189,"tmdbId":1396,"title":"Breaking Bad","monitored":true,
     "nobodyKnows":{"this":[1.5]},
     "seasons":[{"seasonNumber":0,"monitored":false},{"seasonNumber":1,"monitored":%s},
                {"seasonNumber":2,"monitored":false}]}\
    """
        .formatted(seasonOne);
  }

  private static String episodes(boolean second) {
    return """
    [{"id":11,"seasonNumber":1,"episodeNumber":1,"monitored":false,"hasFile":true},
     {"id":12,"seasonNumber":1,"episodeNumber":2,"monitored":%s,"hasFile":false},
     {"id":21,"seasonNumber":2,"episodeNumber":1,"monitored":false,"hasFile":true}]\
    """
        .formatted(second);
  }
}
