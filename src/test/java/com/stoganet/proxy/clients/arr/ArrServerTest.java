package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when a server is out of order. */
class ArrServerTest {

  private static final int CALLS_UNTIL_OPEN = 10;

  private ScriptedServer server;
  private Radarr radarr;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    radarr = new Radarr(new ArrServer(server.settings(Program.RADARR)), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "301, x, 503, radarr_misconfigured",
    "307, x, 503, radarr_misconfigured",
    "401, , 503, radarr_credentials",
    "403, x, 503, radarr_credentials",
    "400, x, 502, radarr_nonsense",
    "404, x, 502, radarr_nonsense",
    "500, x, 503, radarr_failing",
    "502, x, 503, radarr_failing",
    "503, , 503, radarr_failing",
    "200, not JSON, 502, radarr_nonsense",
    "200, {}, 502, radarr_nonsense",
    "200, null, 502, radarr_nonsense",
    "200, [, 502, radarr_nonsense",
    "200, [{, 502, radarr_nonsense",
    "200, [{}, 502, radarr_nonsense",
    "200, '[{\"title\":\"', 502, radarr_nonsense",
    "200, '[{},', 502, radarr_nonsense",
    "200, '[{\"images\":[{}', 502, radarr_nonsense",
    "200, '[{\"images\":[{}]', 502, radarr_nonsense",
    "200, [7], 502, radarr_nonsense"
  })
  void given_an_answer_that_is_no_success_when_asked_then_clients_learn_why_and_never_a_401(
      int answer, String body, int status, String reason) {
    server.answer("GET /movie", answer, body == null ? "" : body);

    assertThatThrownBy(radarr::titles)
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE);
              assertThat(failure.status()).isEqualTo(status);
              assertThat(failure.retryAfterSeconds()).isPositive();
              assertThat(failure.details()).containsEntry("reason", reason);
            });
  }

  /** Radarr 6: what is not under its base path is the page of its own app. */
  @Test
  void given_a_page_when_asked_then_it_is_no_answer_of_radarr_s() {
    server.page("GET /movie", 200, "<!doctype html><title>Radarr</title>");

    assertReason(radarr::titles, "radarr_nonsense");
  }

  /** Radarr 6: the description of an error is a stack trace, and its message may name hosts. */
  @Test
  void given_a_stack_trace_when_asked_then_nobody_sees_it() {
    server.answer(
        "GET /movie",
        500,
        "{\"message\":\"No route to nas.example\",\"description\":\"   at"
            + " NzbDrone.Core.Secret()\"}");

    assertThatThrownBy(radarr::titles)
        .satisfies(
            failure -> {
              StringWriter all = new StringWriter();
              failure.printStackTrace(new PrintWriter(all));
              assertThat(all.toString()).doesNotContain("NzbDrone").doesNotContain("nas.example");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"propertyName\":\"TmdbId\",\"errorCode\":\"MovieExistsValidator\"}] | true | true",
        "[{\"propertyName\":\"RootFolderPath\",\"errorCode\":\"RootFolderExistsValidator\"}] |"
            + " false | false",
        "[{\"propertyName\":\"TmdbId\",\"errorCode\":null}] | false | true",
        "[{\"propertyName\":7},[],null,\"x\"] | false | false",
        "{\"message\":\"x\",\"errors\":{}} | false | false",
        "\"text\" | false | false",
        "<html> | false | false",
        "[{ | false | false"
      })
  void given_a_body_of_any_form_when_a_request_is_refused_then_it_is_understood_or_ignored(
      String body, boolean exists, boolean number) {
    ArrValidationErrors errors = errors(body);

    assertThat(errors.existsAlready()).isEqualTo(exists);
    assertThat(errors.concerns("TmdbId")).isEqualTo(number);
    assertThat(errors("").violations()).isEmpty();
  }

  @Test
  void given_a_server_that_fails_when_asked_often_then_it_is_left_alone_and_tried_again() {
    server.answer("GET /queue/details", 502, "x");

    for (int call = 0; call < CALLS_UNTIL_OPEN; call++) {
      assertReason(radarr::queue, "radarr_failing");
    }
    assertReason(radarr::queue, "radarr_unreachable");
    assertThat(server.calls()).hasSize(CALLS_UNTIL_OPEN);

    server.answer("GET /queue/details", 200, "[]");
    Awaitility.await().until(() -> answers(radarr));
    assertThat(server.calls()).hasSizeGreaterThan(CALLS_UNTIL_OPEN);
  }

  @Test
  void given_a_server_that_is_left_alone_when_another_of_its_kind_is_asked_then_it_answers() {
    Radarr second = new Radarr(new ArrServer(server.settings(Program.RADARR)), Clock.systemUTC());
    server.answer("GET /queue/details", 502, "x");
    for (int call = 0; call <= CALLS_UNTIL_OPEN; call++) {
      assertThat(answers(radarr)).isFalse();
    }
    int before = server.calls().size();

    assertReason(second::queue, "radarr_failing");
    assertThat(server.calls()).hasSize(before + 1);
  }

  /** The metadata service is not Radarr: without it, downloads are still shown. */
  @Test
  void given_lookups_that_fail_when_the_queue_is_asked_for_then_it_is_there() {
    server.answer("GET /movie/lookup", 503, "{}").answer("GET /queue/details", 200, "[]");
    for (int call = 0; call <= CALLS_UNTIL_OPEN; call++) {
      assertThatThrownBy(() -> radarr.search("x")).isInstanceOf(ApiException.class);
    }

    assertThat(server.calls()).hasSize(CALLS_UNTIL_OPEN);
    assertThat(radarr.queue()).isEmpty();
  }

  /** A 500 or a refusal says more about the one request. */
  @Test
  void given_requests_that_make_trouble_when_asked_often_then_all_of_them_are_made() {
    server.answer("GET /movie", 500, "{}").answer("GET /queue/details", 404, "{}");
    for (int call = 0; call <= CALLS_UNTIL_OPEN; call++) {
      assertReason(radarr::titles, "radarr_failing");
      assertReason(radarr::queue, "radarr_nonsense");
    }

    assertThat(server.calls()).hasSize(2 * (CALLS_UNTIL_OPEN + 1));
  }

  @Test
  void given_nobody_at_the_address_when_asked_then_it_is_told_without_the_address() {
    Backends.Arr settings = server.settings(Program.SONARR);
    server.close();
    Sonarr sonarr = new Sonarr(new ArrServer(settings), null);

    assertThatThrownBy(sonarr::queue)
        .hasMessage("Sonarr is temporarily unavailable.")
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("reason", "sonarr_unreachable"));
    assertThat(settings).hasToString("Arr[sonarr]");
  }

  @Test
  void given_a_server_that_never_answers_when_searched_then_two_seconds_are_enough()
      throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://localhost:" + silent.getLocalPort());
      Radarr hanging =
          new Radarr(
              new ArrServer(
                  new Backends.Arr(Program.RADARR, "radarr", address, "k", null, null, "released")),
              Clock.systemUTC());
      long start = System.nanoTime();

      assertReason(() -> hanging.search("x"), "radarr_unreachable");
      assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
    }
  }

  private static ArrValidationErrors errors(String body) {
    return ArrValidationErrors.of(new BackendResponseException("Radarr", 400, body));
  }

  private static boolean answers(Radarr radarr) {
    try {
      return radarr.queue().isEmpty();
    } catch (ApiException e) {
      return false;
    }
  }

  private static void assertReason(Runnable call, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("reason", reason));
  }
}
