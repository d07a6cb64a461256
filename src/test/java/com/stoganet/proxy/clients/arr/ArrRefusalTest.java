package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.TitleNotReadyException;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import com.stoganet.sandbox.arr.SeriesFacts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that answers and refuses ends a request with a reason; only an outage lets it wait. */
class ArrRefusalTest {

  private static final int FIRST = 990_001;
  private static final int SECOND = 990_002;
  private static final RequestedScope FILM = RequestedScope.of(movie(SECOND));
  private static final RequestedScope SHOW =
      RequestedScope.of(new CatalogId.Tmdb(MediaKind.TV, 770_002));

  @Nested
  class InSandbox {

    private final SandboxRadarr movies = SandboxRadarr.start(SandboxArr.Options.defaults());
    private final SandboxSonarr shows = SandboxSonarr.start(SandboxArr.Options.defaults());
    private final Arr radarr =
        new Radarr(new ArrServer(settings(Program.RADARR, movies)), Clock.systemUTC());
    private final Arr sonarr =
        new Sonarr(new ArrServer(settings(Program.SONARR, shows)), Clock.systemUTC());

    @BeforeEach
    void tellFacts() {
      movies.knows(MovieFacts.of(FIRST, "Same Name", 2025));
      movies.knows(MovieFacts.of(SECOND, "Same Name", 2025));
      LocalDate day = LocalDate.of(2020, 1, 1);
      shows.knows(SeriesFacts.of(FIRST, "Frontier", 2016).tmdbId(770_001).season(1, day, 1));
      shows.knows(SeriesFacts.of(SECOND, "Frontier", 2020).tmdbId(770_002).season(1, day, 1));
    }

    @AfterEach
    void close() {
      movies.close();
      shows.close();
    }

    @Test
    void given_two_films_of_one_name_and_year_when_requested_then_the_reason_is_plain_B01() {
      movies.keep(FIRST);

      assertRejected(radarr, FILM, "path_taken", "Radarr cannot use the folder of this title");
      assertThat(movies.keeps(SECOND)).isFalse();

      movies.forget(FIRST);
      radarr.monitor(FILM);
      assertThat(movies.keeps(SECOND)).isTrue();
    }

    @Test
    void given_two_series_of_one_name_when_requested_then_the_reason_is_plain_B02() {
      shows.keep(FIRST);

      assertRejected(sonarr, SHOW, "slug_taken", "Sonarr already has another title of this name");

      shows.forget(FIRST);
      sonarr.monitor(SHOW);
      assertThat(shows.keeps(SECOND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "TitleSlug, in use, SeriesTitleSlugValidator, slug_taken, already has another title",
      "Path, p, SeriesPathValidator, path_taken, cannot use the folder",
      "Tags, t, NotEmptyValidator, tags_refused, the tags",
      "SeriesType, t, EnumValidator, type_refused, the type",
      "QualityProfileId, gone, QualityProfileExistsValidator, server_misconfigured, quality"
          + " profile",
      "RootFolderPath, gone, RootFolderExistsValidator, server_misconfigured, root folder",
      "LanguageProfileId, gone, LanguageProfileExistsValidator, server_misconfigured, quality"
          + " profile",
      "Whatever, no code at /media/x/y, , refused, refuses this title: no code at y.",
      "'', '', , refused, refuses this title. An administrator"
    })
    void given_any_broken_rule_when_requested_then_the_request_ends_and_asking_again_works_B02(
        String property, String message, String code, String reason, String words) {
      movies.refuseAdds(property, message, code);
      shows.refuseAdds(property, message, code);

      assertRejected(radarr, FILM, reason, words);
      assertRejected(sonarr, SHOW, reason, words);

      movies.takeAdds();
      shows.takeAdds();
      radarr.monitor(FILM);
      sonarr.monitor(SHOW);
      assertThat(movies.keeps(SECOND)).isTrue();
      assertThat(shows.keeps(SECOND)).isTrue();
    }
  }

  @Nested
  class Scripted {

    private ScriptedServer server;
    private Radarr radarr;
    private Sonarr sonarr;

    @BeforeEach
    void start() throws IOException {
      server = new ScriptedServer();
      server
          .answer("GET /qualityprofile", 200, "[{\"id\":4,\"name\":\"HD\"}]")
          .answer("GET /rootfolder", 200, "[{\"path\":\"/media\",\"accessible\":true}]");
      radarr = new Radarr(new ArrServer(server.settings(Program.RADARR)), Clock.systemUTC());
      sonarr = new Sonarr(new ArrServer(server.settings(Program.SONARR)), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
      server.close();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "400 | {\"message\":\"No luck\"} | refused",
          "404 | {\"message\":\"gone\"} | refused",
          "405 | '' | refused",
          "415 | {\"title\":\"Unsupported Media Type\"} | refused",
          "422 | [] | refused",
          "500 | {\"message\":\"Access to the path is denied.\",\"description\":\"at X\"} |"
              + " server_failed"
        })
    void given_an_answer_that_is_no_outage_when_added_then_the_request_ends_B01_B02(
        int status, String body, String reason) {
      server.answer("GET /movie", 200, "[]").answer("POST /movie", status, body);

      assertRejected(radarr, FILM, reason, "Radarr ");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "400 | <html>a reverse proxy</html>",
          "429 | {}",
          "401 | ''",
          "500 | {\"message\":\"database is locked\"}",
          "500 | <html>a reverse proxy</html>",
          "502 | {}",
          "503 | {\"message\":\"Unable to communicate with the metadata service.\"}"
        })
    void given_an_outage_when_added_then_the_request_waits(int status, String body) {
      server.answer("GET /movie", 200, "[]").answer("POST /movie", status, body);

      assertThatThrownBy(() -> radarr.monitor(FILM)).isInstanceOf(ApiException.class);
    }

    @Test
    void given_a_profile_that_was_replaced_when_added_then_the_new_one_is_tried_at_once_B02() {
      server
          .answer("GET /movie", 200, "[]")
          .answer("GET /qualityprofile", 200, "[{\"id\":5,\"name\":\"HD\"}]")
          .answer("POST /movie", 400, "[{\"propertyName\":\"QualityProfileId\"}]")
          .answer("POST /movie", 201, "{}");

      radarr.monitor(FILM);

      assertThat(server.changes())
          .extracting(ScriptedServer.Request::body)
          .satisfiesExactly(
              first -> assertThat(first).contains("\"qualityProfileId\":4"),
              second -> assertThat(second).contains("\"qualityProfileId\":5"));
    }

    /** Sonarr: the profile of a series that was added years ago may be gone. */
    @Test
    void given_a_known_series_that_cannot_be_changed_when_requested_then_the_request_ends_B02() {
      String series =
          "{\"id\":9,\"tvdbId\":5,\"tmdbId\":770002,\"monitored\":true,"
              + "\"seasons\":[{\"seasonNumber\":1,\"monitored\":false}]}";
      server
          .answer("GET /series/lookup", 200, "[" + series + "]")
          .answer("GET /series?tvdbId=5", 200, "[" + series + "]")
          .answer("GET /series/9", 200, series)
          .answer("GET /episode", 200, "[]")
          .answer("PUT /series/9", 400, "[{\"propertyName\":\"QualityProfileId\"}]");

      assertRejected(sonarr, SHOW, "server_misconfigured", "Sonarr has no such quality profile");
    }

    @Test
    void given_a_search_that_is_refused_when_requested_then_the_request_ends_B01() {
      server
          .answer("GET /movie", 200, "[{\"id\":7,\"tmdbId\":990002,\"monitored\":false}]")
          .answer("PUT /movie/editor", 202, "[]")
          .answer("POST /command", 400, "{\"message\":\"no\"}");

      assertRejected(radarr, FILM, "refused", "Radarr refuses this title: no.");
    }

    @Test
    void given_a_title_that_exists_and_is_not_shown_when_added_then_there_is_an_end_B01() {
      server
          .answer("GET /movie", 200, "[]")
          .answer(
              "POST /movie",
              400,
              "[{\"propertyName\":\"TmdbId\",\"errorCode\":\"MovieExistsValidator\"}]")
          .answer("POST /movie", 409, "{}");

      assertRejected(radarr, FILM, "refused", "does not show it");
      assertThatThrownBy(() -> radarr.monitor(FILM)).isInstanceOf(TitleNotReadyException.class);
    }
  }

  private static CatalogId.Tmdb movie(int number) {
    return new CatalogId.Tmdb(MediaKind.MOVIE, number);
  }

  private static Backends.Arr settings(Program program, SandboxArr sandbox) {
    return new Backends.Arr(
        program,
        program.name().toLowerCase(Locale.ROOT),
        sandbox.url(),
        sandbox.apiKey(),
        null,
        null,
        "released");
  }

  private static void assertRejected(Arr arr, RequestedScope scope, String reason, String words) {
    assertThatThrownBy(() -> arr.monitor(scope))
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(reason));
  }
}
