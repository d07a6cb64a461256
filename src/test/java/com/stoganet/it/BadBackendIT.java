package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static com.stoganet.it.StreamClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Titles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backend that does what it should not: each of its bad habits has one outcome. */
@BlackBox
class BadBackendIT {

  private static final String PATH = "/stream/" + Titles.MOVIE;
  private static final int LENGTH = 300_000;

  private String token;

  @BeforeEach
  void signIn() throws Exception {
    token = Proxy.token("demo");
    // The door has been passed when the backend begins to misbehave.
    assertThat(StreamClient.head(PATH, token).statusCode()).isEqualTo(200);
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of("HTML with 200", answer(200, 10, "Content-Type", "text/html")),
        Arguments.of("gzip", answer(200, 10, "Content-Encoding", "gzip")),
        Arguments.of("no length", answer(200, 0)),
        Arguments.of("a redirect", answer(302, -1, "Location", "http://127.0.0.1:1/")),
        Arguments.of("no content", answer(204, -1)),
        Arguments.of("another part", answer(206, 10, "Content-Range", "bytes 5-14/1000")),
        Arguments.of("a shorter part", answer(206, 9, "Content-Range", "bytes 0-8/1000")),
        Arguments.of("a longer part", answer(206, 11, "Content-Range", "bytes 0-10/1000")),
        Arguments.of("two truths", answer(206, 9, "Content-Range", "bytes 0-9/1000")),
        Arguments.of("an unknown total", answer(206, 10, "Content-Range", "bytes 0-9/*")),
        Arguments.of("no Content-Range", answer(206, 10)),
        Arguments.of("another unit", answer(206, 10, "Content-Range", "items 0-9/1000")),
        Arguments.of("416 for bytes it has", answer(416, -1, "Content-Range", "bytes */1000")),
        Arguments.of("416 without a length", answer(416, -1)),
        Arguments.of("a head without end", answer(200, 10, "X-Long", "x".repeat(20_000))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nonsense")
  void given_an_answer_that_makes_no_sense_when_streamed_then_it_is_502_and_no_byte_comes(
      String name, HttpHandler backend) throws Exception {
    Proxy.jellyfin().behave(bytes(backend));

    HttpResponse<byte[]> answer = StreamClient.get(PATH, token, "Range", "bytes=0-9");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(text(answer)).contains("\"backend_unavailable\"").doesNotContain("127.0.0.1");
    assertThat(header(answer, "Location")).isNull();
  }

  @Test
  void given_a_part_that_nobody_asked_for_when_streamed_then_it_is_502() throws Exception {
    Proxy.jellyfin().behave(bytes(answer(206, 10, "Content-Range", "bytes 0-9/1000")));

    assertThat(StreamClient.get(PATH, token).statusCode()).isEqualTo(502);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void given_a_backend_that_fails_when_streamed_then_it_is_503(int status) throws Exception {
    Proxy.jellyfin().behave(bytes(answer(status, -1)));

    HttpResponse<byte[]> answer = StreamClient.get(PATH, token);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isNotNull();
  }

  @Test
  void given_the_whole_file_instead_of_a_range_when_streamed_then_it_comes_as_the_whole_file()
      throws Exception {
    Proxy.jellyfin().behave(bytes(answer(200, LENGTH)));

    HttpResponse<byte[]> answer = StreamClient.get(PATH, token, "Range", "bytes=5-9");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Range")).isNull();
    assertThat(answer.body()).hasSize(LENGTH);
  }

  @Test
  void given_headers_that_are_not_ours_when_streamed_then_they_do_not_reach_the_client()
      throws Exception {
    Proxy.jellyfin()
        .behave(
            bytes(
                answer(
                    200,
                    LENGTH,
                    "Set-Cookie",
                    "a=b",
                    "Server",
                    "evil",
                    "X-Evil",
                    "1",
                    "Content-Disposition",
                    "attachment",
                    "ETag",
                    "\"theirs\"")));

    HttpResponse<byte[]> answer = StreamClient.get(PATH, token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet())
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .isSubsetOf(
            "x-request-id",
            "x-content-type-options",
            "referrer-policy",
            "cache-control",
            "content-type",
            "content-length",
            "content-language",
            "accept-ranges",
            "last-modified",
            "etag",
            "vary",
            "date",
            "connection",
            "keep-alive",
            // Payara sends it with everything.
            "x-frame-options");
    assertThat(header(answer, "ETag")).isNotEqualTo("\"theirs\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, 140_000, 299_999})
  void given_a_body_that_ends_early_when_streamed_then_the_connection_breaks(int bytes) {
    Proxy.jellyfin()
        .behave(Behaviour.cuttingBodiesAfter(bytes).onlyFor(path -> path.startsWith("/Videos")));

    assertThatThrownBy(() -> StreamClient.get(PATH, token, "Range", "bytes=0-" + (LENGTH - 1)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void given_a_body_that_never_begins_when_streamed_then_it_is_503() throws Exception {
    Proxy.jellyfin()
        .behave(Behaviour.cuttingBodiesAfter(0).onlyFor(path -> path.startsWith("/Videos")));

    assertThat(StreamClient.get(PATH, token).statusCode()).isEqualTo(503);
  }

  @Test
  void given_a_backend_that_drips_when_streamed_then_each_byte_arrives_at_once() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    Proxy.jellyfin()
        .behave(
            bytes(
                http -> {
                  http.sendResponseHeaders(200, 2);
                  http.getResponseBody().write('a');
                  http.getResponseBody().flush();
                  await(received);
                  http.getResponseBody().write('b');
                  http.close();
                }));

    try (InputStream body = StreamClient.open(PATH, token).body()) {
      // The second byte is not sent before the first one has arrived here.
      assertThat(body.read()).isEqualTo('a');
      received.countDown();
      assertThat(body.read()).isEqualTo('b');
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Behaviour bytes(HttpHandler script) {
    return Behaviour.scripted(script).onlyFor(path -> path.startsWith("/Videos"));
  }

  /** A length of 0 is sent in chunks, one of -1 means that there is no body. */
  private static HttpHandler answer(int status, int length, String... headers) {
    return http -> send(http, status, length, headers);
  }

  private static void send(HttpExchange http, int status, int length, String... headers)
      throws IOException {
    http.getResponseHeaders().set("Content-Type", "video/mp4");
    http.getResponseHeaders().set("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT");
    for (int i = 0; i < headers.length; i += 2) {
      http.getResponseHeaders().set(headers[i], headers[i + 1]);
    }
    http.sendResponseHeaders(status, length);
    if (length >= 0 && !"HEAD".equals(http.getRequestMethod())) {
      http.getResponseBody().write(new byte[Math.max(length, 1)]);
    }
    http.close();
  }
}
