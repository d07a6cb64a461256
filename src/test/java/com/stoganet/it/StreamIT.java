package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SyntheticFile;
import com.stoganet.sandbox.Titles;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class StreamIT {

  private static final String OLD = "Mon, 01 Jan 2001 00:00:00 GMT";
  private static final long SIZE = SyntheticFile.LENGTH;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-99, 0, 99",
    "bytes=314572800-314638335, 314572800, 314638335",
    "bytes=-1, 629145599, 629145599",
    "bytes=-70000, 629075600, 629145599",
    "bytes=629145000-, 629145000, 629145599",
    "bytes=629145599-, 629145599, 629145599",
    "bytes=629145000-999999999999, 629145000, 629145599",
    "bytes=629145000-9223372036854775807, 629145000, 629145599",
    "bytes=629145000-99999999999999999999, 629145000, 629145599",
    "bytes=00000000000000000000-99, 0, 99"
  })
  void given_one_range_when_streamed_then_exactly_those_bytes_come_R25_B28(
      String range, long first, long last) throws Exception {
    HttpResponse<byte[]> answer = get(Titles.MOVIE_BIG_FILE, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes " + first + "-" + last + "/" + SIZE);
    assertThat(header(answer, "Content-Length")).isEqualTo(Long.toString(last - first + 1));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEqualTo(expected(first, last));
  }

  @Test
  void given_a_range_behind_the_end_when_streamed_then_416_tells_the_length_R25_B28()
      throws Exception {
    for (String range :
        List.of(
            "bytes=629145600-",
            "bytes=999999999999-",
            "bytes=9223372036854775807-",
            "bytes=99999999999999999999-",
            "bytes=-0")) {
      HttpResponse<byte[]> answer = get(Titles.MOVIE_BIG_FILE, "Range", range);

      assertThat(answer.statusCode()).as(range).isEqualTo(416);
      assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + SIZE);
      assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("validation_failed");
    }
  }

  @Test
  void given_a_huge_suffix_when_streamed_then_it_is_the_whole_file_as_a_part_B28()
      throws Exception {
    HttpResponse<byte[]> answer = get(Titles.MOVIE, "Range", "bytes=-9223372036854775808");

    assertThat(answer.statusCode()).isEqualTo(206);
    int length = sample().length;
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes 0-" + (length - 1) + "/" + length);
    assertThat(answer.body()).isEqualTo(sample());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-2", "bytes=x", "items=0-1", "bytes=", "0-1"})
  void given_several_ranges_or_nonsense_when_streamed_then_the_whole_file_comes(String range)
      throws Exception {
    HttpResponse<InputStream> answer =
        HTTP.send(
            request(Titles.MOVIE_BIG_FILE, "Range", range).build(), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Length")).isEqualTo(Long.toString(SIZE));
      assertThat(body.readNBytes(100_000)).isEqualTo(expected(0, 99_999));
    }
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_no_range_when_streamed_then_the_whole_video_comes(JellyfinVersion version)
      throws Exception {
    Proxy.jellyfin().become(version);

    HttpResponse<byte[]> answer = get(Titles.MOVIE, "Accept", "*/*");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEqualTo(sample());
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  @Test
  void given_the_whole_large_file_when_streamed_then_every_byte_is_right() throws Exception {
    HttpResponse<InputStream> answer =
        HTTP.send(
            request(Titles.MOVIE_BIG_FILE, "Accept", "*/*").build(), BodyHandlers.ofInputStream());

    long offset = 0;
    byte[] expected = new byte[1 << 20];
    try (InputStream body = answer.body()) {
      while (offset < SIZE) {
        byte[] part = body.readNBytes((int) Math.min(expected.length, SIZE - offset));
        assertThat(part).isNotEmpty();
        SyntheticFile.read(offset, expected);
        int until = java.util.Arrays.mismatch(part, 0, part.length, expected, 0, part.length);
        assertThat(until).as("first wrong byte after " + offset).isEqualTo(-1);
        offset += part.length;
      }
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  @Test
  void given_head_when_asked_then_headers_come_without_a_body() throws Exception {
    HttpRequest head =
        request(Titles.MOVIE_BIG_FILE, "Accept", "*/*")
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> answer = HTTP.send(head, BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo(Long.toString(SIZE));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEmpty();
    assertThat(Proxy.jellyfin().requests()).extracting(RecordedRequest::method).contains("HEAD");
  }

  @Test
  void given_head_with_a_range_when_asked_then_the_range_means_nothing() throws Exception {
    HttpRequest head =
        request(Titles.MOVIE, "Range", "bytes=0-9")
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(HTTP.send(head, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }

  @Test
  void given_if_range_when_it_does_not_hold_then_the_whole_file_comes() throws Exception {
    String date = header(get(Titles.MOVIE, "Range", "bytes=0-0"), "Last-Modified");

    assertThat(conditional(date).statusCode()).isEqualTo(206);
    assertThat(conditional(OLD).statusCode()).isEqualTo(200);
    assertThat(conditional("\"some-entity-tag\"").statusCode()).isEqualTo(200);
    String tag = header(get(Titles.MOVIE, "Range", "bytes=0-0"), "ETag");
    assertThat(conditional(tag).statusCode()).isEqualTo(206);
    assertThat(conditional("W/" + tag).statusCode()).isEqualTo(200);
  }

  @Test
  void given_conditions_when_they_hold_or_not_then_nothing_is_sent_twice_or_by_mistake()
      throws Exception {
    HttpResponse<byte[]> first = get(Titles.MOVIE, "Range", "bytes=0-0");
    String tag = header(first, "ETag");
    String date = header(first, "Last-Modified");

    HttpResponse<byte[]> same = get(Titles.MOVIE, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(header(same, "ETag")).isEqualTo(tag);
    assertThat(get(Titles.MOVIE, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(get(Titles.MOVIE, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    assertThat(get(Titles.MOVIE, "If-Modified-Since", OLD).statusCode()).isEqualTo(200);
    assertThat(get(Titles.MOVIE, "If-Match", tag).statusCode()).isEqualTo(200);
    assertThat(get(Titles.MOVIE, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
    assertThat(get(Titles.MOVIE, "If-Unmodified-Since", OLD).statusCode()).isEqualTo(412);
    assertThat(get(Titles.MOVIE, "If-Unmodified-Since", date).statusCode()).isEqualTo(200);
  }

  @Test
  void given_another_version_when_streamed_then_its_bytes_come() throws Exception {
    String query = "?source=" + Titles.SECOND_VERSION;

    assertThat(get(Titles.MOVIE_TWO_VERSIONS + query, "Range", "bytes=0-9").statusCode())
        .isEqualTo(206);
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::query)
        .contains("static=true&mediaSourceId=" + Titles.SECOND_VERSION);
    ErrorBody.of(Proxy.as("demo").get("/stream/" + Titles.MOVIE + query), 404, "item_not_found");
    ErrorBody.naming("source", Proxy.as("demo").get("/stream/" + Titles.MOVIE + "?source=x"));
  }

  @Test
  void given_dashes_in_the_id_when_streamed_then_it_is_the_same_video() throws Exception {
    String id = Titles.MOVIE.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    assertThat(get(id, "Range", "bytes=0-9").statusCode()).isEqualTo(206);
  }

  @Test
  void given_a_hidden_movie_when_a_child_streams_it_then_it_does_not_exist() {
    Response answer = Proxy.as("kid").get("/stream/" + Titles.MOVIE_HIDDEN_FROM_KID);

    ErrorBody.of(answer, 404, "item_not_found");
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .noneMatch(path -> path.startsWith("/Videos"));
    assertThat(
            Proxy.as("demo")
                .header("Range", "bytes=0-0")
                .get("/stream/" + Titles.MOVIE_HIDDEN_FROM_KID)
                .statusCode())
        .isEqualTo(206);
  }

  @Test
  void given_something_that_is_not_a_video_when_streamed_then_it_does_not_exist() {
    for (String id :
        List.of(
            "ffffffffffffffffffffffffffffffff",
            Titles.SERIES,
            Titles.SERIES_SEASON_1,
            Titles.EPISODE_MISSING)) {
      ErrorBody.of(Proxy.as("demo").get("/stream/" + id), 404, "item_not_found");
    }
  }

  @Test
  void given_a_bad_id_when_streamed_then_it_is_named() {
    ErrorBody.naming("jfId", Proxy.as("demo").get("/stream/tmdb:movie:1"));
    ErrorBody.of(Proxy.as("demo").get("/stream/" + Titles.MOVIE + "/more"), 404, "item_not_found");
    ErrorBody.of(Proxy.as("demo").post("/stream/" + Titles.MOVIE), 405, "validation_failed");
  }

  @Test
  void given_jellyfin_fails_at_the_bytes_when_streamed_then_the_error_is_json() {
    var demo = Proxy.as("demo");
    Proxy.jellyfin().behave(Behaviour.failing(500).onlyFor(path -> path.startsWith("/Videos")));
    ErrorBody.of(demo.get("/stream/" + Titles.MOVIE), 503, "backend_unavailable");

    Proxy.jellyfin().behave(Behaviour.redirecting().onlyFor(path -> path.startsWith("/Videos")));
    ErrorBody.of(demo.get("/stream/" + Titles.MOVIE), 502, "backend_unavailable");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, 200_000})
  void given_jellyfin_dies_early_or_late_when_streamed_then_the_client_notices(int bytes) {
    String token = Proxy.token("demo");
    Proxy.jellyfin()
        .behave(Behaviour.cuttingBodiesAfter(bytes).onlyFor(path -> path.startsWith("/Videos")));

    assertThatThrownBy(
            () ->
                HTTP.send(
                    request(token, Titles.MOVIE).header("Accept", "*/*").build(),
                    BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                HTTP.send(
                    request(token, Titles.MOVIE).header("Range", "bytes=100-300000").build(),
                    BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void given_strange_headers_when_streamed_then_jellyfin_sees_only_what_it_should_R22()
      throws Exception {
    HttpRequest strange =
        request(Titles.MOVIE, "Range", "bytes=0-9")
            .header("Cookie", "a=b")
            .header("X-Emby-Token", "stolen")
            .header("X-Forwarded-Host", "evil")
            .build();
    HTTP.send(strange, BodyHandlers.discarding());

    RecordedRequest bytes =
        Proxy.jellyfin().requests().stream()
            .filter(request -> request.path().startsWith("/Videos"))
            .findFirst()
            .orElseThrow();
    assertThat(bytes.headers().keySet())
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .containsExactlyInAnyOrder(
            "accept", "accept-encoding", "connection", "host", "range", "user-agent");
    assertThat(bytes.query()).isEqualTo("static=true&mediaSourceId=" + Titles.MOVIE);
  }

  private static HttpResponse<byte[]> conditional(String validator) throws Exception {
    return HTTP.send(
        request(Titles.MOVIE, "Range", "bytes=0-9").header("If-Range", validator).build(),
        BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> get(String id, String name, String value) throws Exception {
    return HTTP.send(request(id, name, value).build(), BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String id, String name, String value) {
    return request(Proxy.token("demo"), id).header(name, value);
  }

  private static HttpRequest.Builder request(String token, String id) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + Proxy.currentPort() + "/stream/" + id))
        .header("Authorization", "Bearer " + token);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  private static byte[] expected(long first, long last) {
    byte[] bytes = new byte[(int) (last - first + 1)];
    SyntheticFile.read(first, bytes);
    return bytes;
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = StreamIT.class.getResourceAsStream("/sandbox/sample.mp4")) {
      return in.readAllBytes();
    }
  }
}
