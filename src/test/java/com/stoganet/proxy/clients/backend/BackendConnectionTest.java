package com.stoganet.proxy.clients.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all backends have in common, tried on an invented one. */
class BackendConnectionTest {

  private static final int CALLS = 10;
  private static final Timeouts TIMEOUTS = Timeouts.reading(5);

  /** The routes of the invented backend. */
  @Path("/")
  public interface Routes {
    @GET
    @Path("/thing")
    String thing();
  }

  private final List<Headers> requests = new CopyOnWriteArrayList<>();
  private final BackendCircuit circuit = new BackendCircuit(CALLS);
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "x";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void given_a_backend_that_works_when_called_then_its_answer_and_our_key_arrive() {
    BackendConnection<Routes> connection =
        backend().apiKey("X-Api-Key", "secret").connect(Routes.class);

    assertThat(connection.call(circuit::once, TIMEOUTS, Routes::thing)).isEqualTo("x");
    assertThat(connection.probe(Routes::thing)).isEqualTo("x");

    assertThat(requests)
        .hasSize(2)
        .allSatisfy(headers -> assertThat(headers.getFirst("X-Api-Key")).isEqualTo("secret"))
        .noneMatch(headers -> headers.containsKey("Cookie"));
  }

  @ParameterizedTest
  @CsvSource({
    "302, 503, thing_misconfigured",
    "500, 503, thing_failing",
    "502, 503, thing_failing",
    "404, 502, thing_nonsense"
  })
  void given_an_answer_that_is_no_success_when_it_cannot_be_a_refusal_then_clients_learn_why(
      int answer, int clientStatus, String reason) {
    status = answer;

    assertThatThrownBy(() -> connection().callUnrefused(circuit::once, TIMEOUTS, Routes::thing))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE);
              assertThat(failure.status()).isEqualTo(clientStatus);
              assertThat(failure.retryAfterSeconds()).isPositive();
              assertThat(failure.details()).containsEntry("reason", reason);
              assertThat(failure.getMessage()).startsWith("The invented backend");
            });
  }

  @Test
  void given_a_refusal_when_called_then_its_status_and_body_are_there_but_not_in_its_message() {
    status = 404;
    body = "no such thing at /mnt/secret";

    assertThatThrownBy(() -> connection().call(circuit::once, TIMEOUTS, Routes::thing))
        .hasMessage("Thing answered 404")
        .isInstanceOfSatisfying(
            BackendResponseException.class,
            refusal -> {
              assertThat(refusal.notFound()).isTrue();
              assertThat(refusal.body()).isEqualTo(body);
            });
  }

  @Test
  void given_rules_of_its_own_when_it_answers_then_they_count() {
    status = 503;
    BackendConnection<Routes> connection =
        backend()
            .outages(answer -> Optional.of(OutageReason.STARTING))
            .problem(OutageReason.STARTING, "wakes up")
            .connect(Routes.class);

    assertThatThrownBy(() -> connection.probe(Routes::thing))
        .hasMessage("Thing wakes up")
        .isInstanceOfSatisfying(
            BackendUnavailableException.class,
            outage -> assertThat(outage.problem()).isEqualTo("wakes up"));
  }

  @Test
  void given_a_refusal_when_probed_then_it_is_an_outage_with_the_meaning_it_has_there() {
    status = 403;
    BackendConnection<Routes> connection =
        backend().unexpectedRefusals(refusal -> OutageReason.CREDENTIALS).connect(Routes.class);

    assertOutage(() -> connection.probe(Routes::thing), OutageReason.CREDENTIALS);
    assertOutage(() -> connection().probe(Routes::thing), OutageReason.NONSENSE);
  }

  @Test
  void given_a_success_without_an_answer_when_called_then_it_makes_no_sense() {
    assertOutage(
        () -> connection().tryCall(circuit::once, TIMEOUTS, api -> null), OutageReason.NONSENSE);
  }

  @Test
  void given_an_answer_longer_than_allowed_when_called_then_it_makes_no_sense() {
    body = "x".repeat((1 << 20) + 1);

    assertOutage(
        () ->
            backend()
                .longestAnswer(1)
                .connect(Routes.class)
                .tryCall(circuit::once, TIMEOUTS, Routes::thing),
        OutageReason.NONSENSE);
    assertThat(connection().call(circuit::once, TIMEOUTS, Routes::thing)).hasSize(body.length());
  }

  @Test
  void given_half_of_the_last_calls_failed_when_called_again_then_it_is_not_even_asked() {
    BackendConnection<Routes> connection = connection();
    for (int i = 0; i < CALLS / 2; i++) {
      assertThat(connection.tryCall(circuit::once, TIMEOUTS, Routes::thing)).isEqualTo("x");
    }
    status = 502;
    for (int i = 0; i < CALLS / 2; i++) {
      assertOutage(failing(connection), OutageReason.FAILING);
    }
    assertThat(requests).hasSize(CALLS);

    assertOutage(failing(connection), OutageReason.CIRCUIT_OPEN);
    assertThat(requests).hasSize(CALLS);
    assertThat(connection.<Integer>through(Attempts.DIRECT, () -> 1)).isOne();

    status = 200;
    Awaitility.await()
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(connection.tryCall(circuit::once, TIMEOUTS, Routes::thing))
                    .isEqualTo("x"));
    assertThat(connection.tryCall(circuit::once, TIMEOUTS, Routes::thing)).isEqualTo("x");
    assertThat(requests).hasSize(CALLS + 2);
  }

  @Test
  void given_an_open_circuit_when_clients_ask_then_they_hear_that_it_does_not_answer() {
    status = 502;
    BackendConnection<Routes> connection = connection();
    for (int i = 0; i < CALLS / 2; i++) {
      assertOutage(failing(connection), OutageReason.FAILING);
    }

    assertThatThrownBy(() -> connection.call(circuit::untilReached, TIMEOUTS, Routes::thing))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("reason", "thing_unreachable"));
  }

  @Test
  void given_errors_of_single_requests_when_there_are_many_then_the_circuit_stays_closed() {
    status = 500;
    BackendConnection<Routes> connection = connection();
    for (int i = 0; i < 2 * CALLS; i++) {
      assertOutage(failing(connection), OutageReason.REQUEST_FAILED);
    }

    assertThat(requests).hasSize(2 * CALLS);
  }

  @Test
  void given_no_server_at_the_address_when_asked_until_reached_then_it_is_tried_three_times()
      throws IOException {
    URI nowhere;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    BackendConnection<Routes> connection = new Backend("Thing", nowhere).connect(Routes.class);
    List<String> attempts = new CopyOnWriteArrayList<>();

    assertOutage(
        () ->
            connection.tryCall(
                circuit::untilReached,
                TIMEOUTS,
                api -> {
                  attempts.add("again");
                  return api.thing();
                }),
        OutageReason.NEVER_REACHED);
    assertThat(attempts).hasSize(3);
    assertOutage(failing(connection), OutageReason.NEVER_REACHED);
  }

  @Test
  void given_an_exchange_that_breaks_off_when_asked_until_reached_then_it_is_not_repeated() {
    List<String> attempts = new CopyOnWriteArrayList<>();

    assertThatThrownBy(
            () ->
                connection()
                    .through(
                        circuit::untilReached,
                        () -> {
                          attempts.add("once");
                          throw new ProcessingException(new SocketException("reset"));
                        }))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(OutageReason.UNREACHABLE.caused(failure)).isTrue();
              assertThat(OutageReason.NEVER_REACHED.caused(failure)).isFalse();
            });
    assertThat(attempts).hasSize(1);
  }

  @Test
  void given_a_key_when_the_backend_is_printed_then_it_is_not_shown() {
    assertThat(backend().apiKey("X-Api-Key", "secret").loggedAs("thing_2"))
        .hasToString("Backend[thing_2]");
  }

  private Supplier<String> failing(BackendConnection<Routes> connection) {
    return () -> connection.tryCall(circuit::once, TIMEOUTS, Routes::thing);
  }

  private static void assertOutage(Supplier<?> call, OutageReason reason) {
    assertThatThrownBy(call::get)
        .isInstanceOfSatisfying(
            BackendUnavailableException.class,
            outage -> assertThat(outage.reason()).isEqualTo(reason));
  }

  private BackendConnection<Routes> connection() {
    return backend().connect(Routes.class);
  }

  private Backend backend() {
    return new Backend("Thing", URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .labelForClients("The invented backend");
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestHeaders());
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
