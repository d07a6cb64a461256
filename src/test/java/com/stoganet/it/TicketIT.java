package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static com.stoganet.it.StreamClient.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.SyntheticFile;
import com.stoganet.sandbox.Titles;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses that need no header. */
@BlackBox
class TicketIT {

  @Test
  void given_a_ticket_when_its_address_is_opened_then_the_video_comes_without_a_token()
      throws Exception {
    Response ticket = ticket(SignedIn.as("demo"), Titles.MOVIE_BIG_FILE);
    String url = ticket.path("url");

    assertThat(url).startsWith("http://127.0.0.1:" + Proxy.currentPort() + "/play/");
    assertThat(ticket.<Integer>path("expires_in")).isBetween(6 * 3_600, 24 * 3_600);
    HttpResponse<byte[]> answer = StreamClient.get(url, null, "Range", "bytes=1000-1999");
    assertThat(answer.statusCode()).isEqualTo(206);
    byte[] expected = new byte[1_000];
    SyntheticFile.read(1_000, expected);
    assertThat(answer.body()).isEqualTo(expected);
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void given_a_version_when_a_ticket_is_asked_for_then_it_opens_that_version() throws Exception {
    SignedIn demo = SignedIn.as("demo");
    String first = ticket(demo, Titles.MOVIE_TWO_VERSIONS).path("url");
    String second =
        demo.request()
            .queryParam("source", Titles.SECOND_VERSION)
            .post("/stream/" + Titles.MOVIE_TWO_VERSIONS + "/ticket")
            .path("url");

    StreamClient.head(first, null);
    StreamClient.head(second, null);

    assertThat(Proxy.jellyfin().requests())
        .filteredOn(request -> request.path().startsWith("/Videos"))
        .extracting(request -> request.query())
        .containsExactly(
            "static=true&mediaSourceId=" + Titles.MOVIE_TWO_VERSIONS,
            "static=true&mediaSourceId=" + Titles.SECOND_VERSION);
  }

  @Test
  void given_a_ticket_when_it_is_used_for_anything_else_then_it_is_refused() throws Exception {
    Response ticket = ticket(SignedIn.as("demo"), Titles.MOVIE);
    String url = ticket.path("url");
    String subtitles = ticket.path("subtitles[0].url");
    String other = url.replace(Titles.MOVIE, Titles.MOVIE_BIG_FILE);

    for (String wrong :
        List.of(
            other,
            url + "/subtitles/2",
            subtitles.replaceFirst("/subtitles/.*", ""),
            flipped(url),
            url.replaceFirst("/play/[^/]+", "/play/x"))) {
      HttpResponse<byte[]> answer = StreamClient.get(wrong, null, "Range", "bytes=0-9");
      assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
      assertThat(text(answer)).as(wrong).contains("\"token_invalid\"", "\"ticket_invalid\"");
    }
  }

  @Test
  void given_a_ticket_when_it_is_sent_as_a_token_then_it_opens_nothing() {
    String url = ticket(SignedIn.as("demo"), Titles.MOVIE).path("url");
    String ticket = url.replaceFirst(".*/play/([^/]+)/.*", "$1");

    for (String path : List.of("/library", "/home", "/stream/" + Titles.MOVIE, "/auth/devices")) {
      ErrorBody.of(Proxy.withToken(ticket).get(path), 401, "token_invalid");
      ErrorBody.of(given().queryParam("ticket", ticket).get(path), 401, "token_invalid");
    }
    for (String path : List.of("/play/" + ticket + "/library", "/play/" + ticket + "/../library")) {
      assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isIn(400, 401, 404);
    }
  }

  @Test
  void given_an_old_token_beside_a_ticket_when_opened_then_the_ticket_counts() throws Exception {
    SignedIn demo = SignedIn.as("demo");
    String url = ticket(demo, Titles.MOVIE).path("url");
    SignedIn other = SignedIn.as("demo");
    other.logout();

    assertThat(StreamClient.get(url, other.accessToken(), "Range", "bytes=0-9").statusCode())
        .isEqualTo(206);
    assertThat(StreamClient.get(url, "nonsense", "Range", "bytes=0-9").statusCode()).isEqualTo(206);
  }

  @Test
  void given_a_device_that_is_signed_out_when_its_ticket_is_used_then_it_is_refused()
      throws Exception {
    SignedIn demo = SignedIn.as("demo");
    String url = ticket(demo, Titles.MOVIE).path("url");
    assertThat(StreamClient.get(url, null, "Range", "bytes=0-9").statusCode()).isEqualTo(206);

    demo.logout().then().statusCode(204);

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> StreamClient.get(url, null, "Range", "bytes=0-9").statusCode() == 401);
  }

  @Test
  void given_a_stream_that_runs_when_its_device_is_signed_out_then_it_breaks() throws Exception {
    SignedIn demo = SignedIn.as("demo");
    String url = ticket(demo, Titles.MOVIE_BIG_FILE).path("url");
    try (InputStream body = StreamClient.open(url, null).body()) {
      assertThat(body.readNBytes(1_000)).hasSize(1_000);

      demo.logout().then().statusCode(204);

      org.assertj.core.api.Assertions.assertThatThrownBy(body::readAllBytes)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void given_a_title_that_is_hidden_later_when_the_ticket_is_used_then_it_does_not_exist()
      throws Exception {
    Proxy.jellyfin().users().create("lena");
    String url = ticket(SignedIn.as("lena"), Titles.EPISODE).path("url");
    assertThat(StreamClient.get(url, null, "Range", "bytes=0-9").statusCode()).isEqualTo(206);

    Proxy.jellyfin().users().hideLibrary("lena", Titles.SHOWS_LIBRARY);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> StreamClient.get(url, null, "Range", "bytes=0-9").statusCode() == 404);
  }

  @Test
  void given_a_hidden_title_when_a_ticket_is_asked_for_then_it_does_not_exist() {
    SignedIn kid = SignedIn.as("kid");

    ErrorBody.of(
        kid.request().post("/stream/" + Titles.MOVIE_HIDDEN_FROM_KID + "/ticket"),
        404,
        "item_not_found");
    ErrorBody.naming("jfId", kid.request().post("/stream/tmdb:movie:1/ticket"));
    ErrorBody.naming("source", kid.request().post("/stream/" + Titles.MOVIE + "/ticket?source=x"));
    ErrorBody.of(
        kid.request().post("/stream/" + Titles.MOVIE + "/ticket?source=" + "f".repeat(32)),
        404,
        "item_not_found");
  }

  @Test
  void given_a_ticket_when_it_was_used_then_no_log_has_it() throws Exception {
    String url = ticket(SignedIn.as("demo"), Titles.MOVIE).path("url");
    StreamClient.get(url, null, "Range", "bytes=0-9");
    StreamClient.get(flipped(url), null);
    StreamClient.get(url.replace("/play/", "/play//"), null);
    String id = header(StreamClient.head(url, null), "X-Request-Id");

    await().until(() -> Proxy.log().contains(id));

    String ticket = url.replaceFirst(".*/play/([^/]+)/.*", "$1");
    assertThat(Proxy.log()).contains("access HEAD /play/…/" + Titles.MOVIE + " 200");
    assertThat(Proxy.log()).doesNotContain(ticket.substring(0, 60));
  }

  private static Response ticket(SignedIn device, String item) {
    Response answer = device.request().post("/stream/" + item + "/ticket");
    answer.then().statusCode(200);
    return answer;
  }

  /** With one letter of the ticket changed. */
  private static String flipped(String url) {
    int at = url.indexOf("/play/") + 40;
    char other = url.charAt(at) == 'A' ? 'B' : 'A';
    return url.substring(0, at) + other + url.substring(at + 1);
  }
}
