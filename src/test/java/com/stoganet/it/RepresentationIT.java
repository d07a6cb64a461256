package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Titles;
import com.stoganet.sandbox.arr.MovieFacts;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may keep of the JSON they get, and how it comes over the wire. */
@BlackBox
class RepresentationIT {

  private static final String LIST = "/library?limit=100";
  private static final String SHORT = "/library?limit=1";
  private static final int REQUESTED = 922_001;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static String token;

  /** What stands in the paths and queries of the contract. */
  private static Map<String, String> values;

  @BeforeAll
  static void makeARequest() {
    token = Proxy.token("demo");
    Proxy.arrs().radarr().knows(MovieFacts.of(REQUESTED, "The Represented", 2020));
    String request =
        Proxy.withToken(token)
            .post("/library/tmdb:movie:" + REQUESTED + "/request")
            .then()
            .statusCode(204)
            .extract()
            .header("Location");
    values =
        Map.of(
            "{id}",
            "jf:" + Titles.SERIES,
            "{seasonNumber}",
            "1",
            "{requestId}",
            request.replaceFirst(".*/", ""));
  }

  /** Every GET of the contract that answers JSON; one that needs a query has one. */
  static Stream<String> reading() {
    return new OpenAPIV3Parser()
        .read("api/openapi.yaml").getPaths().entrySet().stream()
            .filter(path -> path.getValue().getGet() != null && json(path.getValue().getGet()))
            .map(path -> path.getKey() + ("/search".equals(path.getKey()) ? "?q=vessary" : ""));
  }

  private static boolean json(Operation operation) {
    var content = operation.getResponses().get("200").getContent();
    return content != null && content.containsKey("application/json");
  }

  @Test
  void given_the_contract_when_read_then_no_answer_is_overlooked() {
    assertThat(reading())
        .contains("/healthz", "/auth/devices", "/library", "/requests", "/downloads", "/calendar")
        .hasSizeGreaterThanOrEqualTo(13);
  }

  @ParameterizedTest
  @MethodSource("reading")
  void given_any_json_when_asked_for_then_it_has_a_tag_and_is_not_sent_twice(String operation) {
    String path = concrete(operation);
    // What is on its way may change between two of these.
    await()
        .untilAsserted(
            () -> {
              HttpResponse<byte[]> answer = get(path, token);
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(header(answer, "Content-Type")).startsWith("application/json");
              assertThat(header(answer, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
              assertKeepable(answer);
              assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);

              HttpResponse<byte[]> again =
                  get(path, token, "If-None-Match", header(answer, "ETag"));
              assertThat(again.statusCode()).isEqualTo(304);
              assertThat(again.body()).isEmpty();
              assertThat(header(again, "ETag")).isEqualTo(header(answer, "ETag"));
              assertKeepable(again);
            });
  }

  @ParameterizedTest
  @MethodSource("reading")
  void given_any_json_when_gzip_or_the_head_is_asked_for_then_it_is_the_same(String operation) {
    String path = concrete(operation);
    await()
        .untilAsserted(
            () -> {
              HttpResponse<byte[]> plain = get(path, token);
              HttpResponse<byte[]> coded = get(path, token, "Accept-Encoding", "gzip");
              boolean large = plain.body().length > 1024;
              assertThat(header(coded, "Content-Encoding")).isEqualTo(large ? "gzip" : null);
              assertThat(large ? unzipped(coded.body()) : coded.body()).isEqualTo(plain.body());

              HttpResponse<byte[]> head = send("HEAD", path, token);
              assertThat(head.statusCode()).isEqualTo(200);
              assertThat(head.body()).isEmpty();
              assertThat(header(head, "ETag")).isEqualTo(header(plain, "ETag"));
              assertThat(header(head, "Content-Length")).isEqualTo(header(plain, "Content-Length"));
              assertKeepable(head);
            });
  }

  private static String concrete(String operation) {
    String path = operation;
    for (Map.Entry<String, String> value : values.entrySet()) {
      path = path.replace(value.getKey(), value.getValue());
    }
    return path;
  }

  private static void assertKeepable(HttpResponse<?> answer) {
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
    assertThat(answer.headers().allValues("Vary"))
        .containsExactly("Origin", "Authorization, Accept-Encoding");
  }

  @Test
  void given_a_list_when_asked_for_then_it_has_a_strong_tag_and_may_be_kept() throws Exception {
    HttpResponse<byte[]> answer = get(LIST, Proxy.token("demo"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
    assertThat(answer.headers().allValues("Vary"))
        .containsExactly("Origin", "Authorization, Accept-Encoding");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    assertThat(header(answer, "Content-Encoding")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void given_the_tag_when_asked_again_then_nothing_comes_but_headers(String held) throws Exception {
    String token = Proxy.token("demo");
    String tag = header(get(LIST, token), "ETag");

    HttpResponse<byte[]> answer = get(LIST, token, "If-None-Match", held.formatted(tag));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "ETag")).isEqualTo(tag);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
    assertThat(answer.headers().allValues("Vary"))
        .containsExactly("Origin", "Authorization, Accept-Encoding");
    assertThat(header(answer, "X-Request-Id")).isNotEmpty();
    assertThat(header(answer, "Content-Encoding")).isNull();
  }

  @Test
  void given_another_tag_when_asked_then_the_answer_comes() throws Exception {
    HttpResponse<byte[]> answer = get(LIST, Proxy.token("demo"), "If-None-Match", "\"other\"");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotEmpty();
  }

  @Test
  void given_other_answers_when_asked_for_then_they_have_other_tags() throws Exception {
    String demo = Proxy.token("demo");
    String list = header(get(LIST, demo), "ETag");

    assertThat(header(get(LIST, Proxy.token("demo")), "ETag")).isEqualTo(list);
    assertThat(header(get(LIST, Proxy.token("kid")), "ETag")).isNotEqualTo(list);
    assertThat(header(get(SHORT, demo), "ETag")).isNotEqualTo(list);
    assertThat(get(LIST, Proxy.token("kid"), "If-None-Match", list).statusCode()).isEqualTo(200);
  }

  @Test
  void given_gzip_when_accepted_then_the_same_json_comes_under_another_tag() throws Exception {
    String token = Proxy.token("demo");
    HttpResponse<byte[]> plain = get(LIST, token);

    HttpResponse<byte[]> coded = get(LIST, token, "Accept-Encoding", "br, gzip");

    assertThat(header(coded, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(coded, "Content-Length")).isEqualTo("" + coded.body().length);
    assertThat(coded.body().length).isLessThan(plain.body().length / 2);
    assertThat(unzipped(coded.body())).isEqualTo(plain.body());
    assertThat(header(coded, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
    assertThat(header(coded, "ETag")).isEqualTo(header(plain, "ETag").replaceAll("\"$", "-gz\""));
  }

  @Test
  void given_a_compressed_answer_when_asked_again_then_its_own_tag_is_named() throws Exception {
    String token = Proxy.token("demo");
    String tag = header(get(LIST, token, "Accept-Encoding", "gzip"), "ETag");

    HttpResponse<byte[]> again = get(LIST, token, "Accept-Encoding", "gzip", "If-None-Match", tag);
    HttpResponse<byte[]> plain = get(LIST, token, "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(header(again, "Content-Encoding")).isNull();
    assertThat(plain.statusCode()).as("without gzip").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "gzip;q=0, *", "identity", "*;q=0", "br"})
  void given_gzip_when_not_accepted_then_it_does_not_come(String codings) throws Exception {
    HttpResponse<byte[]> answer = get(LIST, Proxy.token("demo"), "Accept-Encoding", codings);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Encoding")).isNull();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("{");
  }

  @Test
  void given_answers_of_all_sizes_when_gzip_is_accepted_then_only_large_ones_are_compressed()
      throws Exception {
    String token = Proxy.token("demo");
    for (int limit = 1; limit <= 8; limit++) {
      String path = "/library?limit=" + limit;
      int size = get(path, token).body().length;

      HttpResponse<byte[]> answer = get(path, token, "Accept-Encoding", "gzip");

      assertThat(header(answer, "Content-Encoding")).isEqualTo(size > 1024 ? "gzip" : null);
      assertThat(header(answer, "ETag")).hasSize(size > 1024 ? 27 : 24);
      assertThat(answer.headers().allValues("Vary"))
          .containsExactly("Origin", "Authorization, Accept-Encoding");
    }
  }

  @Test
  void given_head_when_asked_then_the_headers_are_those_of_get() throws Exception {
    String token = Proxy.token("demo");
    for (String codings : List.of("identity", "gzip")) {
      // More than once: what Radarr and Sonarr say of a title may change between the two.
      await().untilAsserted(() -> headIsLikeGet(token, codings));
    }
  }

  private static void headIsLikeGet(String token, String codings) throws Exception {
    HttpResponse<byte[]> get = get(LIST, token, "Accept-Encoding", codings);
    HttpResponse<byte[]> head = send("HEAD", LIST, token, "Accept-Encoding", codings);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("ETag", "Content-Type", "Cache-Control", "Vary")) {
      assertThat(head.headers().allValues(name))
          .as(name)
          .isNotEmpty()
          .isEqualTo(get.headers().allValues(name));
    }
    assertThat(header(head, "Content-Encoding")).isEqualTo(header(get, "Content-Encoding"));
    if ("identity".equals(codings)) {
      // Open Liberty leaves the length of a compressed answer out, as it may.
      assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    }
    assertThat(
            send(
                    "HEAD",
                    LIST,
                    token,
                    "If-None-Match",
                    header(get, "ETag"),
                    "Accept-Encoding",
                    codings)
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void given_a_failure_when_asked_then_nobody_may_keep_it() throws Exception {
    String token = Proxy.token("demo");
    for (String path :
        List.of(
            "/library?limit=ten",
            "/library/nonsense",
            "/library/tmdb:movie:4711",
            "/library/no/such/path",
            "/library/" + Titles.MOVIE + "/%2e%2e/x")) {
      HttpResponse<byte[]> answer =
          get(path, token, "Accept-Encoding", "gzip", "If-None-Match", "*");

      assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
      assertThat(header(answer, "ETag")).as(path).isNull();
      assertThat(header(answer, "Content-Encoding")).as(path).isNull();
    }
    for (String path : List.of("/library?limit=ten", "/library/tmdb:movie:4711")) {
      assertThat(header(get(path, token), "Cache-Control")).as(path).isEqualTo("no-store");
      HttpResponse<byte[]> head = send("HEAD", path, token);
      assertThat(head.statusCode()).as(path).isEqualTo(get(path, token).statusCode());
      assertThat(head.body()).isEmpty();
    }
    ErrorBody.of(given().header("If-None-Match", "*").get(LIST), 401, "token_invalid");
    ErrorBody.of(
            Proxy.withToken(token).header("If-None-Match", "*").delete("/library"),
            405,
            "validation_failed")
        .header("Cache-Control", "no-store");
  }

  private static HttpResponse<byte[]> get(String path, String token, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, token, headers);
  }

  private static HttpResponse<byte[]> send(
      String method, String path, String token, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Proxy.currentPort() + path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static byte[] unzipped(byte[] coded) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      return in.readAllBytes();
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
