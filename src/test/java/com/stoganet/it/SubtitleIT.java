package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static com.stoganet.it.StreamClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SideFile;
import com.stoganet.sandbox.Titles;
import io.restassured.response.Response;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class SubtitleIT {

  private static final String MOVIE = "/stream/" + Titles.MOVIE + "/subtitles/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|text/vtt;charset=utf-8|WEBVTT",
        "2?format=vtt|text/vtt;charset=utf-8|WEBVTT",
        "5|text/vtt;charset=utf-8|WEBVTT",
        "2?format=srt|application/x-subrip;charset=utf-8|1",
        "3?format=ass|text/x-ssa;charset=utf-8|[Script Info]"
      })
  void given_a_text_track_when_asked_then_it_comes_in_that_format(
      String track, String type, String beginning) throws Exception {
    HttpResponse<byte[]> answer = StreamClient.get(MOVIE + track, Proxy.token("demo"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(type);
    assertThat(text(answer)).startsWith(beginning);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "4", "99", "2?source=ffffffffffffffffffffffffffffffff"})
  void given_no_such_track_when_asked_then_it_does_not_exist(String track) {
    ErrorBody.of(Proxy.as("demo").get(MOVIE + track), 404, "item_not_found");
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .noneMatch(path -> path.contains("Subtitles"));
  }

  @Test
  void given_a_bad_request_when_asked_then_the_field_is_named() {
    ErrorBody.naming("index", Proxy.as("demo").get(MOVIE + "x"));
    ErrorBody.naming("index", Proxy.as("demo").get(MOVIE + "-1"));
    ErrorBody.naming("format", Proxy.as("demo").get(MOVIE + "2?format=exe"));
    ErrorBody.naming("source", Proxy.as("demo").get(MOVIE + "2?source=x"));
  }

  @Test
  void given_a_hidden_movie_when_a_child_asks_for_its_subtitles_then_they_do_not_exist() {
    ErrorBody.of(
        Proxy.as("kid").get("/stream/" + Titles.MOVIE_HIDDEN_FROM_KID + "/subtitles/2"),
        404,
        "item_not_found");
  }

  @Test
  void given_a_slow_extraction_when_asked_then_it_is_waited_for() throws Exception {
    String token = Proxy.token("demo");
    Proxy.jellyfin()
        .behave(Behaviour.slow(Duration.ofSeconds(35)).onlyFor(path -> path.contains("Subtitles")));

    assertThat(StreamClient.get(MOVIE + "2", token).statusCode()).isEqualTo(200);
  }

  @Test
  void given_a_query_of_the_client_when_asked_then_jellyfin_sees_none_of_it() throws Exception {
    StreamClient.get(
        MOVIE + "2?itemId=" + Titles.MOVIE_HIDDEN_FROM_KID + "&index=3", Proxy.token("demo"));

    assertThat(Proxy.jellyfin().requests())
        .filteredOn(request -> request.path().contains("Subtitles"))
        .extracting(RecordedRequest::query)
        .containsExactly((String) null);
  }

  @ParameterizedTest
  @EnumSource(
      value = SideFile.class,
      names = {"EMPTY", "DELETED"})
  void given_a_file_beside_the_video_that_is_gone_when_asked_then_the_track_is_gone_R24(
      SideFile now) {
    String movie = Titles.MOVIE_EXTERNAL_SUBTITLE;
    Proxy.jellyfin().library().sideFile(movie, 0, now);
    try {
      for (JellyfinVersion version : JellyfinVersion.values()) {
        Proxy.jellyfin().become(version);
        ErrorBody.of(
            Proxy.as("demo").get("/stream/" + movie + "/subtitles/0"), 404, "item_not_found");
      }
    } finally {
      Proxy.jellyfin().library().sideFile(movie, 0, SideFile.THERE);
    }
  }

  @ParameterizedTest
  @CsvSource({"200, 404", "204, 404", "400, 404", "404, 404", "500, 503"})
  void given_no_text_when_asked_then_the_status_is_right_and_the_client_keeps_nothing_R24_B36(
      int status, int expected) {
    answering(status, "");

    Response answer = Proxy.as("demo").get(MOVIE + "2");

    ErrorBody.of(answer, expected, expected == 404 ? "item_not_found" : "backend_unavailable");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void given_a_track_without_a_line_when_asked_then_the_client_does_not_keep_it_B36()
      throws Exception {
    answering(200, "WEBVTT\n\n");

    HttpResponse<byte[]> answer = StreamClient.get(MOVIE + "2", Proxy.token("demo"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).doesNotContain("max-age");
    Proxy.jellyfin().behave(Behaviour.normal());
    assertThat(header(StreamClient.get(MOVIE + "2", Proxy.token("demo")), "Cache-Control"))
        .isEqualTo("private, max-age=3600");
  }

  @Test
  void given_a_text_that_is_too_long_or_breaks_off_when_asked_then_none_of_it_comes_B36() {
    byte[] mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    Proxy.jellyfin()
        .behave(
            Behaviour.scripted(
                    http -> {
                      http.sendResponseHeaders(200, 0);
                      try (OutputStream out = http.getResponseBody()) {
                        for (int i = 0; i < 40; i++) {
                          out.write(mebibyte);
                        }
                      }
                    })
                .onlyFor(path -> path.contains("Subtitles")));
    ErrorBody.of(Proxy.as("demo").get(MOVIE + "2"), 404, "item_not_found");

    Proxy.jellyfin()
        .behave(Behaviour.cuttingBodiesAfter(10).onlyFor(path -> path.contains("Subtitles")));
    ErrorBody.of(Proxy.as("demo").get(MOVIE + "2"), 503, "backend_unavailable");
  }

  private static void answering(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Proxy.jellyfin()
        .behave(
            Behaviour.scripted(
                    http -> {
                      http.getResponseHeaders().set("Content-Type", "text/vtt");
                      http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                      http.getResponseBody().write(bytes);
                      http.close();
                    })
                .onlyFor(path -> path.contains("Subtitles")));
  }

  @Test
  void given_a_ticket_when_asked_for_then_it_names_each_text_track_and_opens_it() throws Exception {
    List<Map<String, Object>> tracks =
        Proxy.as("demo").post("/stream/" + Titles.MOVIE + "/ticket").path("subtitles");

    assertThat(tracks).extracting(track -> track.get("index")).containsExactly(2, 3, 5);
    assertThat(tracks).extracting(track -> track.get("language")).containsExactly("en", "fr", "en");
    for (Map<String, Object> track : tracks) {
      HttpResponse<byte[]> answer = StreamClient.get((String) track.get("url"), null);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(text(answer)).startsWith("WEBVTT");
    }
    assertThat(text(StreamClient.get(tracks.get(0).get("url") + "?format=srt", null)))
        .startsWith("1");
  }
}
