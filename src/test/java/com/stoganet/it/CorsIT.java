package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.Titles;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which web pages may read answers: those that the operator named. */
@BlackBox
class CorsIT {

  static final String PAGE = Proxy.WEB_PAGE;

  @Test
  void given_a_page_that_was_named_when_it_asks_ahead_then_it_may_send_what_players_send() {
    for (String path :
        List.of(
            "/library",
            "/stream/" + Titles.MOVIE,
            "/play/x/" + Titles.MOVIE,
            "/events",
            "/events/x")) {
      Response answer =
          given()
              .header("Origin", PAGE)
              .header("Access-Control-Request-Method", "GET")
              .header("Access-Control-Request-Headers", "authorization,range")
              .options(path);

      answer.then().statusCode(204);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
      assertThat(answer.header("Access-Control-Allow-Headers"))
          .contains("Authorization", "Range", "Last-Event-ID");
      assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST", "DELETE");
      assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("7200");
      assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }
  }

  @Test
  void given_any_page_when_it_has_an_address_with_a_ticket_then_it_may_read_it_B16()
      throws Exception {
    String google = "https://www.gstatic.com";
    Response ticket = Proxy.as("demo").post("/stream/" + Titles.MOVIE + "/ticket");
    String video = ticket.path("url");
    String subtitles = ticket.path("subtitles[0].url");
    String picture =
        Proxy.as("demo").get("/library/tmdb:movie:" + Titles.MOVIE_TMDB).path("poster");

    for (String url : List.of(video, subtitles, picture)) {
      for (String origin : List.of(google, "capacitor://localhost", "null")) {
        HttpResponse<byte[]> answer =
            StreamClient.get(url, null, "Origin", origin, "Range", "bytes=0-9");
        assertThat(answer.statusCode()).as(url).isBetween(200, 206);
        assertThat(header(answer, "Access-Control-Allow-Origin")).as(url).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("Content-Range");
      }
      Response ahead =
          given()
              .header("Origin", google)
              .header("Access-Control-Request-Method", "GET")
              .header("Access-Control-Request-Headers", "range")
              .urlEncodingEnabled(false)
              .options(url);
      ahead.then().statusCode(204);
      assertThat(ahead.header("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(ahead.header("Access-Control-Allow-Headers")).contains("Range");
      assertThat(header(StreamClient.get(url, null), "Access-Control-Allow-Origin")).isEqualTo("*");
    }
  }

  @Test
  void given_any_page_when_its_ticket_is_refused_then_it_may_read_why_B16() throws Exception {
    HttpResponse<byte[]> refused =
        StreamClient.get("/play/x/" + Titles.MOVIE, null, "Origin", "https://www.gstatic.com");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void given_any_other_page_when_it_asks_ahead_then_nothing_is_allowed() {
    for (String origin : List.of("https://evil.example", "null", PAGE + ".evil.example")) {
      Response answer =
          given()
              .header("Origin", origin)
              .header("Access-Control-Request-Method", "GET")
              .options("/library");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
      assertThat(answer.headers().getValues("Vary")).anyMatch(value -> value.contains("Origin"));
    }
  }

  @Test
  void given_a_page_that_was_named_when_it_asks_then_it_may_read_the_answer_and_errors()
      throws Exception {
    HttpResponse<byte[]> bytes =
        StreamClient.get(
            "/stream/" + Titles.MOVIE, Proxy.token("demo"), "Origin", PAGE, "Range", "bytes=0-9");
    assertThat(bytes.statusCode()).isEqualTo(206);
    assertThat(header(bytes, "Access-Control-Allow-Origin")).isEqualTo(PAGE);
    assertThat(header(bytes, "Access-Control-Expose-Headers"))
        .contains("Content-Range", "ETag", "Retry-After");

    HttpResponse<byte[]> refused = StreamClient.get("/library", null, "Origin", PAGE);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo(PAGE);

    assertThat(
            header(
                StreamClient.get("/library", Proxy.token("demo"), "Origin", "http://other.test"),
                "Access-Control-Allow-Origin"))
        .isNull();
  }
}
