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
