package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static com.stoganet.it.StreamClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
