package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.clients.BoundedBody;
import com.stoganet.proxy.clients.jellyfin.JellyfinOutage.NeverReached;
import com.stoganet.proxy.clients.jellyfin.JellyfinOutage.Reason;
import jakarta.json.JsonException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JellyfinCircuitTest {

  @ParameterizedTest
  @CsvSource({
    "301, false, MISCONFIGURED",
    "302, true, MISCONFIGURED",
    "307, false, MISCONFIGURED",
    "500, false, FAILING",
    "502, true, FAILING",
    "503, false, STARTING",
    "503, true, BLOCKED",
    "504, false, FAILING"
  })
  void given_an_answer_that_says_nothing_about_the_question_when_checked_then_it_is_an_outage(
      int status, boolean empty, Reason reason) {
    assertOutage(new JellyfinFailure(status, empty), reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405})
  void given_a_refusal_when_checked_then_it_stays_one(int status) {
    JellyfinFailure refusal = new JellyfinFailure(status, true);

    assertThatThrownBy(() -> call(refusal)).isSameAs(refusal);
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), Reason.UNREACHABLE, true),
        Arguments.of(new UnknownHostException("jellyfin"), Reason.UNREACHABLE, true),
        Arguments.of(new ConnectTimeoutException(), Reason.UNREACHABLE, true),
        Arguments.of(new SocketTimeoutException("Read timed out"), Reason.UNREACHABLE, false),
        Arguments.of(new SocketException("reset"), Reason.UNREACHABLE, false),
        Arguments.of(new BoundedBody.TooLarge(), Reason.NONSENSE, false),
        Arguments.of(new JsonException("not JSON"), Reason.NONSENSE, false));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void given_no_answer_when_checked_then_it_is_known_whether_the_question_arrived(
      Exception cause, Reason reason, boolean neverReached) {
    ProcessingException failure = new ProcessingException(new RuntimeException(cause));

    assertOutage(failure, reason);
    assertThatThrownBy(() -> call(failure))
        .matches(outage -> outage instanceof NeverReached == neverReached);
  }

  @Test
  void given_an_outage_when_told_to_clients_then_it_names_no_host() {
    JellyfinOutage outage =
        new JellyfinOutage(Reason.UNREACHABLE, new ConnectException("http://jellyfin:8096"));

    assertThat(outage).hasMessage("Jellyfin does not answer");
    assertThat(outage.toApi().getMessage()).doesNotContain("8096");
    assertThat(outage.toApi().retryAfterSeconds()).isPositive();
    assertThat(outage.toApi().details()).containsEntry("reason", "jellyfin_unreachable");
    assertThat(new JellyfinOutage(Reason.NONSENSE, null).toApi().status()).isEqualTo(502);
  }

  private static void assertOutage(RuntimeException failure, Reason reason) {
    assertThatThrownBy(() -> call(failure))
        .isInstanceOfSatisfying(
            JellyfinOutage.class, outage -> assertThat(outage.reason()).isEqualTo(reason));
  }

  private static Object call(RuntimeException failure) {
    return JellyfinCircuit.checked(
        () -> {
          throw failure;
        });
  }

  /** Named like the one of the client that Open Liberty has inside. */
  private static final class ConnectTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
