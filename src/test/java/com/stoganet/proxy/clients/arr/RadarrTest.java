package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.CalendarEntry.Event;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Radarr is asked, and how its answers are understood. */
class RadarrTest {

  private static final CatalogId.Tmdb MATRIX = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  private static final String EXISTS =
      """
      [{"propertyName":"Path","errorMessage":"Path is already configured","severity":"error"},
       {"propertyName":"TmdbId","errorMessage":"This movie has already been added",
        "attemptedValue":603,"severity":"error","errorCode":"MovieExistsValidator"}]\
      """;

  private ScriptedServer server;
  private Radarr radarr;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.answer("GET /qualityprofile", 200, "[{\"id\":4,\"name\":\"HD\"}]");
    server.answer("GET /rootfolder", 200, "[{\"path\":\"/media/movies\",\"accessible\":true}]");
    radarr = new Radarr(new ArrServer(server.settings(Program.RADARR)), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void given_a_base_path_when_asked_then_it_and_the_key_are_sent_but_not_in_the_address() {
    server.answer("GET /movie", 200, "[]");

    assertThat(radarr.titles()).isEmpty();
    assertThat(server.requests())
        .containsExactly(
            new ScriptedServer.Request("GET /movie?excludeLocalCovers=true", "secret-key", ""));
    assertThat(radarr).hasToString("radarr");
  }

  @Test
  void given_words_with_everything_in_them_when_searched_then_they_arrive_as_words() {
    server.answer("GET /movie/lookup", 200, "[]");

    assertThat(radarr.search("Fast & Furious #9 + 50% {x} = tmdb:603 / \u00e9?")).isEmpty();
    assertThat(server.calls())
        .singleElement()
        .asString()
        .matches(
            "GET /movie/lookup\\?term=Fast(\\+|%20)%26(\\+|%20)Furious(\\+|%20)%239(\\+|%20)%2B"
                + "(\\+|%20)50(\\+|%20)x(\\+|%20)(=|%3D)(\\+|%20)tmdb(\\+|%20)603(\\+|%20)"
                + "%C3%A9(\\?|%3F)");
  }

  @Test
  void given_nothing_but_separators_when_searched_then_nobody_is_asked() {
    assertThat(radarr.search(" :/\\ ")).isEmpty();
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void given_results_when_searched_then_only_what_tmdb_knows_is_returned() {
    server.answer(
        "GET /movie/lookup",
        200,
        """
        [{"title":"No number"},{"title":"Zero","tmdbId":0},
         {"title":"Matrix","originalTitle":"The Matrix","tmdbId":603,"year":1999,"runtime":136,
          "remotePoster":"http://plain.example/p.jpg","certification":"R","genres":["Action"],
          "images":[{"coverType":"poster","url":"/MediaCoverProxy/x.jpg",
                     "remoteUrl":"https://pictures.example/p.jpg"},
                    {"coverType":"fanart","remoteUrl":"https://pictures.example/f.jpg"}],
          "ratings":{"imdb":{"votes":1,"value":8.7,"type":"user"},
                     "metacritic":{"value":73}}}]\
        """);

    assertThat(radarr.search("matrix"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.id()).isEqualTo(MATRIX);
              assertThat(result.originalName()).isEqualTo("The Matrix");
              assertThat(result.poster()).isEqualTo("https://pictures.example/p.jpg");
              assertThat(result.backdrop()).isEqualTo("https://pictures.example/f.jpg");
              assertThat(result.certification()).isEqualTo("R");
              assertThat(result.rating()).isEqualTo(8.7f);
              assertThat(result.seasons()).isEmpty();
            });
  }

  @Test
  void given_another_title_in_the_answer_when_looked_up_then_it_is_not_taken_for_it() {
    server.answer("GET /movie/lookup", 200, "[{\"tmdbId\":604,\"title\":\"Reloaded\"}]");

    assertThat(radarr.lookup(MATRIX)).isEmpty();
    assertThat(server.calls().get(0)).matches("GET /movie/lookup\\?term=tmdb(:|%3A)603");
  }

  @Test
  void given_a_number_of_more_than_32_bits_when_asked_then_radarr_is_spared() {
    CatalogId.Tmdb large = new CatalogId.Tmdb(MediaKind.MOVIE, 9_999_999_999L);

    assertThat(radarr.lookup(large)).isEmpty();
    assertThat(radarr.title(large)).isEmpty();
    assertThatThrownBy(() -> radarr.monitor(RequestedScope.of(large)))
        .isInstanceOf(RequestRejectedException.class);
    assertThat(server.calls()).isEmpty();
  }

  /** Lookup never tells files, so what is kept is asked for elsewhere. */
  @Test
  void given_a_movie_with_a_file_when_asked_for_one_then_lookup_is_not_asked() {
    server.answer("GET /movie", 200, movie("\"monitored\":true,\"hasFile\":true"));

    assertThat(radarr.title(MATRIX)).map(ArrTitle::hasFile).contains(true);
    assertThat(server.calls()).containsExactly("GET /movie?tmdbId=603&excludeLocalCovers=true");
  }

  @Test
  void given_a_movie_that_may_be_searched_when_read_then_that_is_no_file() {
    server.answer("GET /movie", 200, movie("\"monitored\":true,\"isAvailable\":true"));

    ArrTitle title = radarr.title(MATRIX).orElseThrow();

    assertThat(title.released()).isTrue();
    assertThat(title.hasFile()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "released, 2026-03-01, 2026-05-01, 2026-04-01, , 2026-04-01",
    "released, 2026-03-01, 2026-04-01, 2026-05-01, , 2026-04-01",
    "released, 2026-03-01, , , 2026-05-30, 2026-05-30",
    "released, 2026-03-01, , , , 2026-03-01",
    "inCinemas, 2026-03-01, 2026-04-01, , , 2026-03-01",
    "inCinemas, , 2026-04-01, , , 2026-04-01",
    "announced, 2026-03-01, 2026-04-01, , , 2026-04-01",
    "released, 0001-01-01, , , , ",
    "released, , , , , "
  })
  void given_dates_when_read_then_the_release_is_the_one_that_radarr_waits_for(
      String waits, String cinemas, String digital, String physical, String date, String expected) {
    server.answer(
        "GET /movie",
        200,
        movie(
            "\"minimumAvailability\":\"%s\"".formatted(waits)
                + date("inCinemas", cinemas)
                + date("digitalRelease", digital)
                + date("physicalRelease", physical)
                + date("releaseDate", date)));

    assertThat(radarr.title(MATRIX).orElseThrow().release())
        .isEqualTo(Optional.ofNullable(expected).map(LocalDate::parse));
  }

  @Test
  void given_more_rows_than_a_page_when_the_queue_is_read_then_all_of_them_come() {
    String row =
        "{\"id\":%d,\"movieId\":7,\"size\":100,\"sizeleft\":12.844,\"status\":\"downloading\"}";
    server.answer(
        "GET /queue/details",
        200,
        "[" + String.join(",", Collections.nCopies(25, row.formatted(1))) + "]");

    assertThat(radarr.queue()).hasSize(25).allMatch(queued -> queued.left() == 12.844);
    assertThat(server.calls()).containsExactly("GET /queue/details?includeMovie=false");
  }

  @Test
  void given_a_calendar_when_read_then_each_day_of_a_movie_is_an_entry() {
    server.answer(
        "GET /calendar",
        200,
        movie(
            "\"hasFile\":false"
                + date("inCinemas", "2026-03-01")
                + date("digitalRelease", "2026-03-31")
                + date("physicalRelease", "2026-04-01")));

    assertThat(radarr.calendar(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)))
        .extracting(CalendarEntry::event)
        .containsExactly(Event.IN_CINEMAS, Event.DIGITAL_RELEASE);
    assertThat(server.calls().get(0))
        .matches(
            "GET /calendar\\?start=2026-03-01T00(:|%3A)00(:|%3A)00Z"
                + "&end=2026-03-31T23(:|%3A)59(:|%3A)59Z&unmonitored=false");
  }

  @Test
  void given_a_new_movie_when_wanted_then_it_is_added_and_searched_for() {
    server.answer("GET /movie", 200, "[]").answer("POST /movie", 201, "{\"id\":1}");

    radarr.monitor(RequestedScope.of(MATRIX));

    assertThat(server.changes())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.body())
                    .contains("\"tmdbId\":603")
                    .contains("\"qualityProfileId\":4")
                    .contains("\"rootFolderPath\":\"/media/movies\"")
                    .contains("\"minimumAvailability\":\"released\"")
                    .contains("\"monitored\":true")
                    .contains("\"searchForMovie\":true"));
  }

  @ParameterizedTest
  @CsvSource({"400", "409"})
  void given_somebody_who_was_faster_when_wanted_then_that_is_a_success(int status) {
    server
        .answer("GET /movie", 200, "[]")
        .answer("GET /movie", 200, movie("\"monitored\":true"))
        .answer(
            "POST /movie", status, status == 400 ? EXISTS : "{\"message\":\"constraint failed\"}");

    radarr.monitor(RequestedScope.of(MATRIX));

    assertThat(server.changes()).hasSize(1);
  }

  @Test
  void given_a_database_that_is_busy_when_wanted_then_it_is_worth_another_try() {
    server.answer("GET /movie", 200, "[]").answer("POST /movie", 409, "{}");

    assertThatThrownBy(() -> radarr.monitor(RequestedScope.of(MATRIX)))
        .isInstanceOf(TitleNotReadyException.class);
  }

  @Test
  void given_a_movie_nobody_looks_for_when_wanted_then_it_is_looked_for() {
    server
        .answer("GET /movie", 200, movie("\"monitored\":false"))
        .answer("PUT /movie/editor", 202, "[]")
        .answer("POST /command", 201, "{}");

    radarr.monitor(RequestedScope.of(MATRIX));

    assertThat(server.changes())
        .extracting(ScriptedServer.Request::body)
        .containsExactly(
            "{\"monitored\":true,\"movieIds\":[7]}",
            "{\"movieIds\":[7],\"name\":\"MoviesSearch\"}");
  }

  @Test
  void given_a_movie_that_is_looked_for_when_wanted_then_nothing_is_changed() {
    server.answer(
        "GET /movie",
        200,
        movie(
            "\"monitored\":true,\"isAvailable\":true,\"lastSearchTime\":\""
                + Instant.now()
                + "\""));

    radarr.monitor(RequestedScope.of(MATRIX));

    assertThat(server.changes()).isEmpty();
  }

  /** Radarr 6: what its metadata service does not know breaks no rule that has a code. */
  @Test
  void given_a_movie_that_nobody_knows_when_wanted_then_asking_again_is_no_use() {
    server
        .answer("GET /movie", 200, "[]")
        .answer(
            "POST /movie",
            400,
            "[{\"propertyName\":\"TmdbId\",\"errorMessage\":\"A movie with this ID was not"
                + " found.\",\"attemptedValue\":603,\"severity\":\"error\"}]");

    assertThatThrownBy(() -> radarr.monitor(RequestedScope.of(MATRIX)))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            refused -> assertThat(refused.reason()).isEqualTo("unknown_title"));
  }

  @Test
  void given_a_profile_that_is_gone_when_wanted_then_it_is_read_again_each_time() {
    server
        .answer("GET /movie", 200, "[]")
        .answer(
            "POST /movie",
            400,
            "[{\"propertyName\":\"QualityProfileId\",\"errorCode\":\"QualityProfileExistsValidator\"}]");

    assertRejected(() -> radarr.monitor(RequestedScope.of(MATRIX)), "server_misconfigured");
    assertRejected(() -> radarr.monitor(RequestedScope.of(MATRIX)), "server_misconfigured");
    assertThat(server.calls()).filteredOn("GET /qualityprofile"::equals).hasSize(3);
  }

  @Test
  void given_settings_that_name_what_is_not_there_when_wanted_then_it_is_not_the_user_s_fault() {
    server.answer("GET /movie", 200, "[]");
    Radarr strict =
        new Radarr(
            new ArrServer(server.settings(Program.RADARR, "Ultra", "/media/movies/")),
            Clock.systemUTC());

    assertRejected(() -> strict.monitor(RequestedScope.of(MATRIX)), "server_misconfigured");
    assertThat(server.changes()).isEmpty();
  }

  @Test
  void given_a_disk_that_is_away_when_wanted_then_the_request_waits() throws IOException {
    try (ScriptedServer other = new ScriptedServer()) {
      other
          .answer("GET /movie", 200, "[]")
          .answer("GET /qualityprofile", 200, "[{\"id\":4,\"name\":\"HD\"}]")
          .answer("GET /rootfolder", 200, "[{\"path\":\"/media/movies\",\"accessible\":false}]");
      Radarr diskless =
          new Radarr(new ArrServer(other.settings(Program.RADARR)), Clock.systemUTC());

      assertUnavailable(() -> diskless.monitor(RequestedScope.of(MATRIX)), "radarr_misconfigured");
    }
  }

  @Test
  void given_a_row_when_removed_then_the_download_goes_and_another_release_comes_if_requested() {
    server.answer("DELETE /queue/5", 200, "{}").answer("POST /command", 201, "{}");

    radarr.remove(row(Phase.DOWNLOADING), true, true);
    radarr.remove(row(Phase.DOWNLOADING), false, false);
    radarr.remove(row(Phase.DOWNLOADING), false, true);

    assertThat(server.calls())
        .containsExactly(
            "DELETE /queue/5?removeFromClient=true&blocklist=true&skipRedownload=false",
            "DELETE /queue/5?removeFromClient=true&blocklist=false&skipRedownload=true",
            "DELETE /queue/5?removeFromClient=true&blocklist=false&skipRedownload=false",
            "POST /command");
  }

  @Test
  void given_a_row_that_is_gone_when_removed_or_grabbed_then_that_is_no_mistake() {
    radarr.remove(row(Phase.DELAYED), true, false);
    radarr.grab(row(Phase.DELAYED));

    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void given_a_row_that_nobody_holds_back_when_grabbed_then_it_is_refused() {
    assertThatThrownBy(() -> radarr.grab(row(Phase.DOWNLOADING)))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            refused -> assertThat(refused.reason()).isEqualTo("not_held_back"));
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void given_a_release_that_the_indexer_has_no_more_when_grabbed_then_it_is_refused() {
    server.answer("POST /queue/grab/5", 500, "{\"message\":\"gone\",\"description\":\"   at X\"}");

    assertThatThrownBy(() -> radarr.grab(row(Phase.CLIENT_AWAY)))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            refused -> assertThat(refused.reason()).isEqualTo("release_unavailable"));
  }

  @Test
  void given_haste_when_told_to_look_then_radarr_reads_its_clients_now() {
    server.answer("POST /command", 201, "{\"id\":1,\"status\":\"queued\"}");

    radarr.refreshMonitoredDownloads();

    assertThat(server.changes())
        .extracting(ScriptedServer.Request::body)
        .containsExactly("{\"name\":\"RefreshMonitoredDownloads\"}");
  }

  private static void assertRejected(Runnable call, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(reason));
  }

  private static void assertUnavailable(Runnable call, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.status()).isEqualTo(503);
              assertThat(failure.details()).containsEntry("reason", reason);
            });
  }

  private static String movie(String more) {
    return "[{\"id\":7,\"tmdbId\":603,\"title\":\"The Matrix\"," + more + "}]";
  }

  private static String date(String name, String day) {
    return day == null ? "" : ",\"%s\":\"%sT00:00:00Z\"".formatted(name, day);
  }

  private static QueueItem row(Phase phase) {
    return new QueueItem(
        5, 7, -1, -1, "Release", 1, 1, Optional.empty(), phase, "", false, List.of());
  }
}
