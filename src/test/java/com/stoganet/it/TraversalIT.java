package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.RecordedRequest;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids that try to reach another place of the backend. */
@BlackBox
class TraversalIT {

  private static final Set<String> EVIL =
      Set.of(
          "jf:../../System/Configuration",
          "../../System/Configuration",
          "%2e%2e%2f%2e%2e%2fSystem%2fConfiguration",
          "jf:%2e%2e%2fSystem%2fConfiguration",
          "jf:%2e%2e/%2e%2e/System/Configuration",
          "jf:%252e%252e%252fSystem",
          "jf:..;/System/Configuration",
          "jf:..\\System\\Configuration",
          "jf:..%5cSystem%5cConfiguration",
          "jf:0123456789abcdef0123456789abcdef;a=b",
          "jf:0123456789abcdef0123456789abcdef%00",
          "jf:0123456789abcdef0123456789abcdef%3fapi_key=x",
          "jf:0123456789abcdef0123456789abcdef%23",
          "jf:0123456789abcdef0123456789abcdef%0d%0aX-Evil:1",
          "//evil.example/x",
          "jf:" + "a".repeat(500),
          "0123456789abcdef0123456789abcdef%0d%0aX-Evil:1",
          "0123456789abcdef0123456789abcdef%00",
          "0123456789abcdef0123456789abcdef/..;/..;/System",
          "0123456789abcdef0123456789abcdef%2f..%2fSystem",
          "0123456789abcdef0123456789abcdef%5c..%5cSystem",
          "0123456789abcdef0123456789abcdef%3fstatic=false",
          "..;/..;/System/Configuration",
          "%252e%252e%252fSystem");

  static Stream<String> paths() {
    return EVIL.stream()
        .flatMap(
            id ->
                Stream.of(
                    "/library/" + id,
                    "/stream/" + id,
                    "/stream/" + id + "/subtitles/2",
                    "/stream/0123456789abcdef0123456789abcdef/subtitles/" + id,
                    "/play/" + id + "/0123456789abcdef0123456789abcdef",
                    "/play/x/" + id,
                    "/events/" + id,
                    "/library/" + id + "/seasons/1"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void given_an_evil_id_when_asked_then_it_is_refused_and_the_backend_never_hears_of_it(String path)
      throws IOException {
    String token = Proxy.token("demo");
    Proxy.jellyfin().clearRequests();

    String answer = RawHttp.get(path, token);

    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|403|404) .*");
    if (!madeBeforeAnyApplication(answer)) {
      assertThat(answer).contains("\"error\":{\"code\":\"", "X-Request-Id: ");
    }
    assertThat(answer).doesNotContain("\nX-Evil", "SRVE", "Exception", "$WSEP");
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .allMatch(asked -> asked.matches("/System/Info/Public|/Items(/[0-9a-f]{32})?"));
  }

  /**
   * Open Liberty turns paths that climb above the root down before it chooses an application, with
   * a page of its own; Payara does so with more spellings, and with an empty body.
   */
  private static boolean madeBeforeAnyApplication(String answer) {
    return switch (ServerUnderTest.current()) {
      case LIBERTY -> answer.contains("<H1>CWWWC0005I");
      case PAYARA -> answer.startsWith("HTTP/1.1 400 ") && answer.endsWith("\r\n\r\n");
    };
  }
}
