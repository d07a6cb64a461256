package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.clients.backend.Attempts;
import com.stoganet.proxy.clients.backend.Backend;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.BoundedBody;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.clients.backend.Timeouts;
import jakarta.json.JsonException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JellyfinOutageTest {

  private static final Backend JELLYFIN =
      JellyfinConnection.backend(URI.create("http://jellyfin:8096"));

  @ParameterizedTest
  @CsvSource({
    "301, false, MISCONFIGURED",
    "302, true, MISCONFIGURED",
    "307, false, MISCONFIGURED",
    "500, false, REQUEST_FAILED",
    "502, true, FAILING",
    "503, false, STARTING",
    "503, true, BLOCKED",
    "504, false, FAILING"
  })
  void given_an_answer_that_says_nothing_about_the_question_when_checked_then_it_is_an_outage(
      int status, boolean empty, OutageReason reason) {
    assertOutage(answer(status, empty), reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405})
  void given_a_refusal_when_checked_then_it_stays_one(int status) {
    BackendResponseException refusal = answer(status, true);

    assertThatThrownBy(() -> call(refusal)).isSameAs(refusal);
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), OutageReason.NEVER_REACHED),
        Arguments.of(new UnknownHostException("jellyfin"), OutageReason.NEVER_REACHED),
        Arguments.of(new ConnectTimeoutException(), OutageReason.NEVER_REACHED),
        Arguments.of(new SocketTimeoutException("Read timed out"), OutageReason.UNREACHABLE),
        Arguments.of(new SocketException("reset"), OutageReason.UNREACHABLE),
        Arguments.of(new BoundedBody.TooLargeException(), OutageReason.NONSENSE),
        Arguments.of(new JsonException("not JSON"), OutageReason.NONSENSE));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void given_no_answer_when_checked_then_it_is_known_whether_the_question_arrived(
      Exception cause, OutageReason reason) {
    assertOutage(new ProcessingException(new RuntimeException(cause)), reason);
  }

  @Test
  void given_an_outage_when_told_to_clients_then_it_names_no_host() {
    BackendUnavailableException outage =
        JELLYFIN.unavailable(
            OutageReason.NEVER_REACHED, new ConnectException("http://jellyfin:8096"));

    assertThat(outage).hasMessage("Jellyfin does not answer");
    assertThat(outage.toApi().getMessage()).doesNotContain("8096");
    assertThat(outage.toApi().retryAfterSeconds()).isPositive();
    assertThat(outage.toApi().details()).containsEntry("reason", "jellyfin_unreachable");
    assertThat(JELLYFIN.unavailable(OutageReason.NONSENSE, null).toApi().status()).isEqualTo(502);
    assertThat(JELLYFIN.unavailable(OutageReason.REQUEST_FAILED, null).toApi().details())
        .containsEntry("reason", "jellyfin_failing");
  }

  private static void assertOutage(RuntimeException failure, OutageReason reason) {
    assertThatThrownBy(() -> call(failure))
        .isInstanceOfSatisfying(
            BackendUnavailableException.class,
            outage -> assertThat(outage.reason()).isEqualTo(reason));
  }

  private static Object call(RuntimeException failure) {
    return JELLYFIN
        .connect(JellyfinApi.class)
        .tryCall(
            Attempts.DIRECT,
            Timeouts.BRIEF,
            api -> {
              throw failure;
            });
  }

  private static BackendResponseException answer(int status, boolean empty) {
    return new BackendResponseException("Jellyfin", status, empty ? "" : "x");
  }

  /** Named like the one of the client that Open Liberty has inside. */
  private static final class ConnectTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
