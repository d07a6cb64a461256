package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, which apps load without a token. */
@BlackBox
class PictureIT {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_an_address_when_followed_without_a_token_then_the_picture_comes(
      JellyfinVersion version) throws IOException {
    Proxy.jellyfin().become(version);
    PictureAddress poster = PictureAddress.poster(Titles.MOVIE);

    Response answer = given().get(poster.path(320));

    byte[] body = answer.asByteArray();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.header("Content-Length")).isEqualTo("" + body.length);
    assertThat(answer.header("ETag")).isEqualTo("\"" + poster.tag() + "-poster-320-jpeg\"");
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly(FOR_EVER);
    assertThat(answer.headers().getValues("Vary")).containsExactly("Origin", "Accept");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(ImageIO.read(new ByteArrayInputStream(body)).getWidth()).isEqualTo(320);
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/library?limit=100",
        "/library/jf:SERIES",
        "/library/jf:SERIES/seasons/1/episodes",
        "/home?rows=watch_next"
      })
  void given_an_answer_of_the_api_when_its_pictures_are_followed_then_each_of_them_comes(
      String path) {
    String answer =
        Proxy.as("demo").get(path.replace("SERIES", Titles.SERIES)).then().extract().asString();
    Set<String> addresses =
        Pattern.compile("\"(http[^\"]*/images/[^\"]*)\"")
            .matcher(answer)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(addresses).hasSizeGreaterThan(4);
    for (String address : addresses) {
      assertThat(address).startsWith(Proxy.setting("PROXY_BASE_URL"));
      given().get(address).then().statusCode(200).contentType(startsWith("image/"));
    }
    assertThat(answer).contains("\"blurhash\":\"").doesNotContain("\"url\":\"\"");
  }

  @Test
  void given_a_title_without_pictures_when_listed_then_there_is_none() {
    Proxy.as("demo")
        .get("/library/jf:" + Titles.MOVIE_WITHOUT_TMDB)
        .then()
        .body("poster", equalTo(""))
        .body("images", equalTo(Map.of()))
        .body("$", not(hasKey("backdrop")));
  }

  @Test
  void given_a_picture_when_it_comes_then_nothing_else_of_jellyfin_comes_with_it() {
    Response answer = given().get(PictureAddress.poster(Titles.MOVIE).path(160));

    assertThat(answer.headers().asList())
        .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
        .doesNotContain("content-disposition", "last-modified", "age", "server", "set-cookie")
        .contains("x-request-id");
  }

  @ParameterizedTest
  @CsvSource({
    "160,160",
    "320,320",
    "480,480",
    "780,780",
    "1280,1280",
    "1920,1920",
    "0,160",
    "200,160",
    "300,320",
    "640,780",
    "999999999,1920"
  })
  void given_any_width_when_asked_then_jellyfin_makes_the_nearest_of_a_few(int width, int rung) {
    PictureAddress poster = PictureAddress.poster(Titles.MOVIE);

    given().get(poster.path(width)).then().statusCode(200);

    assertThat(imageRequests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path()).isEqualTo("/Items/" + Titles.MOVIE + "/Images/Primary");
              assertThat(request.query())
                  .isEqualTo(
                      "tag=" + poster.tag() + "&maxWidth=" + rung + "&quality=90&format=Jpg");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "poster, ImageTags.Primary, Primary, Jpg",
    "backdrop, BackdropImageTags[0], Backdrop/0, Jpg",
    "logo, ImageTags.Logo, Logo, Png",
    "thumb, ImageTags.Thumb, Thumb, Jpg"
  })
  void given_each_kind_when_asked_then_it_comes_in_the_format_that_suits_it(
      String kind, String tagPath, String type, String format) {
    String path = PictureAddress.of(Titles.SERIES, kind, tagPath).path(480);

    for (String accept : List.of("*/*", "image/*", "image/webp;q=0, */*")) {
      given().header("Accept", accept).get(path).then().statusCode(200);
    }
    given().header("Accept", "image/avif,image/webp,*/*;q=0.8").get(path).then().statusCode(200);

    assertThat(imageRequests())
        .extracting(RecordedRequest::path)
        .containsOnly("/Items/" + Titles.SERIES + "/Images/" + type);
    assertThat(imageRequests())
        .extracting(request -> request.query().replaceAll(".*format=", ""))
        .containsExactly(format, format, format, "Webp");
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  static Stream<Arguments> changedAddresses() {
    PictureAddress real = PictureAddress.poster(Titles.MOVIE);
    return Stream.of(
            new PictureAddress(real.signature(), Titles.MOVIE_FAVORITE, "poster", real.tag()),
            new PictureAddress(real.signature(), real.item(), "backdrop", real.tag()),
            new PictureAddress(real.signature(), real.item(), "poster", real.tag() + "0"),
            new PictureAddress("A".repeat(22), real.item(), "poster", real.tag()))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("changedAddresses")
  void given_a_changed_address_when_followed_then_there_is_no_picture_and_jellyfin_is_not_asked(
      PictureAddress changed) {
    String path = changed.path(320);

    ErrorBody.of(given().get(path), 404, "item_not_found").header("Cache-Control", "no-store");
    ErrorBody.of(Proxy.as("demo").get(path), 404, "item_not_found");
    ErrorBody.of(given().header("If-None-Match", "*").get(path), 404, "item_not_found");

    assertThat(imageRequests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "short/ID/poster/t/320, signature",
    "SIGNATURE/0123/poster/t/320, jfId",
    "SIGNATURE/ID/Primary/t/320, kind",
    "SIGNATURE/ID/poster/t.t/320, tag",
    "SIGNATURE/ID/poster/t%20t/320, tag",
    "SIGNATURE/ID/poster/t/wide, width",
    "SIGNATURE/ID/poster/t/-320, width"
  })
  void given_a_malformed_part_when_asked_then_it_is_named(String parts, String field) {
    String path = parts.replace("SIGNATURE", "A".repeat(22)).replace("ID", Titles.MOVIE);

    ErrorBody.naming(field, given().urlEncodingEnabled(false).get("/images/" + path));

    assertThat(imageRequests()).isEmpty();
  }

  @Test
  void given_a_picture_the_client_has_when_asked_then_jellyfin_is_not() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);
    String tag = given().get(path).header("ETag");
    Proxy.jellyfin().clearRequests();

    Response again = given().header("If-None-Match", "\"other\", W/" + tag).get(path);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.asByteArray()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.headers().getValues("Cache-Control")).containsExactly(FOR_EVER);
    assertThat(again.headers().getValues("Vary")).containsExactly("Origin", "Accept");
    assertThat(again.header("X-Request-Id")).isNotEmpty();
    assertThat(imageRequests()).isEmpty();
  }

  @Test
  void given_another_width_or_format_when_asked_then_the_tag_does_not_hold() {
    PictureAddress poster = PictureAddress.poster(Titles.MOVIE);
    String tag = given().get(poster.path(320)).header("ETag");

    given().header("If-None-Match", tag).get(poster.path(480)).then().statusCode(200);
    given()
        .header("If-None-Match", tag)
        .header("Accept", "image/webp")
        .get(poster.path(320))
        .then()
        .statusCode(200);
  }

  @Test
  void given_head_when_asked_then_the_headers_are_those_of_get() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);
    Response get = given().get(path);

    Response head = given().head(path);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.asByteArray()).isEmpty();
    for (String name : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary")) {
      assertThat(head.header(name)).as(name).isNotNull().isEqualTo(get.header(name));
    }
  }

  @Test
  void given_no_such_picture_when_asked_then_the_answer_is_json() {
    String path = PictureAddress.signed(Titles.MOVIE_WITHOUT_TMDB, "poster", "abc").path(320);

    ErrorBody.of(given().get(path), 404, "item_not_found").header("Cache-Control", "no-store");

    assertThat(given().get(path).header("ETag")).isNull();
    assertThat(given().head(path).statusCode()).isEqualTo(404);
    assertThat(imageRequests()).hasSize(3);
  }

  @Test
  void given_jellyfin_fails_when_asked_then_nobody_keeps_that() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);

    for (Behaviour failing :
        List.of(
            Behaviour.failing(500),
            Behaviour.starting(),
            Behaviour.cuttingBodiesAfter(0),
            Behaviour.cuttingBodiesAfter(1_000))) {
      Proxy.jellyfin().behave(failing.onlyFor(asked -> asked.contains("/Images/")));
      ErrorBody.of(given().get(path), 503, "backend_unavailable")
          .header("Cache-Control", "no-store");
    }
    for (Behaviour strange : List.of(Behaviour.redirecting(), Behaviour.failing(400))) {
      Proxy.jellyfin().behave(strange.onlyFor(asked -> asked.contains("/Images/")));
      ErrorBody.of(given().get(path), 502, "backend_unavailable");
    }
    assertThat(given().get(path).headers().hasHeaderWithName("ETag")).isFalse();
  }

  @Test
  void given_jellyfin_is_down_when_asked_then_the_answer_is_503() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);
    Proxy.jellyfin().goDown();
    try {
      ErrorBody.of(given().get(path), 503, "backend_unavailable");
    } finally {
      Proxy.jellyfin().comeBack();
    }
    await().until(() -> given().get(path).statusCode() == 200);
  }

  @Test
  void given_a_stale_token_when_asked_then_it_does_no_harm() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);
    for (int i = 0; i < 3; i++) {
      String tag =
          Proxy.withToken("stale").get(path).then().statusCode(200).extract().header("ETag");
      Proxy.withToken("stale").header("If-None-Match", tag).get(path).then().statusCode(304);
    }
  }

  @Test
  void given_strange_headers_when_asked_then_jellyfin_sees_only_what_it_should() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);
    given()
        .header("Authorization", "Bearer not-a-token")
        .header("Cookie", "a=b")
        .header("Cache-Control", "no-cache")
        .header("X-Emby-Token", "stolen")
        .queryParam("width", "9999")
        .get(path)
        .then()
        .statusCode(200);

    RecordedRequest asked = imageRequests().get(0);
    assertThat(asked.headers().keySet())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrder("accept", "authorization", "connection", "host", "user-agent");
    assertThat(asked.header("Authorization"))
        .hasValue("MediaBrowser Token=\"" + Proxy.jellyfin().apiKey() + "\"");
    assertThat(asked.query()).doesNotContain("9999");
  }

  @Test
  void given_a_logo_when_it_comes_then_it_is_transparent_B30() {
    String logo = Proxy.as("demo").get("/library/jf:" + Titles.SERIES).path("images.logo.url");

    given().header("Accept", "*/*").get(logo).then().statusCode(200).contentType("image/png");

    assertThat(imageRequests().get(0).query()).endsWith("&format=Png");
  }

  @Test
  void given_an_svg_when_asked_then_there_is_no_such_picture_R14() {
    String movie = Proxy.jellyfin().library().addMovie("A Drawing", 919_600).id();
    try {
      Proxy.jellyfin().library().makeVector(movie, "Primary");
      String path = Proxy.as("demo").get("/library/jf:" + movie).path("poster");

      for (String accept : List.of("*/*", "image/webp", "image/svg+xml")) {
        Response answer = given().header("Accept", accept).get(path);
        ErrorBody.of(answer, 404, "item_not_found");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      }
    } finally {
      Proxy.jellyfin().library().remove(movie);
    }
  }

  @Test
  void given_an_empty_picture_when_asked_then_there_is_none_to_keep_R24() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);
    for (int status : List.of(200, 204)) {
      Proxy.jellyfin()
          .behave(
              Behaviour.scripted(
                      http -> {
                        http.getResponseHeaders().set("Content-Type", "image/jpeg");
                        http.sendResponseHeaders(status, -1);
                        http.close();
                      })
                  .onlyFor(asked -> asked.contains("/Images/")));

      Response answer = given().get(path);

      ErrorBody.of(answer, 404, "item_not_found");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void given_another_method_when_used_then_the_body_is_ours() {
    String path = PictureAddress.poster(Titles.MOVIE).path(320);

    ErrorBody.of(given().delete(path), 405, "validation_failed");
    ErrorBody.of(given().post(path), 405, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/images/../library",
        "/images/%2e%2e/library",
        "/images/..%2flibrary",
        "/images/..;/library",
        "/images/./../library",
        "/images/x/../../library",
        "/images/;x/../library",
        "/images//../library",
        "/images/..\\library",
        "/images/../stream/0123456789abcdef0123456789abcdef",
        "/images%2f..%2flibrary",
        "/images"
      })
  void given_a_path_that_climbs_when_asked_without_a_token_then_nothing_is_open(String path)
      throws IOException {
    String answer = RawHttp.get(path, "not-a-token");

    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|401|404) .*");
    assertThat(answer).doesNotContain("\"items\"", "Exception");
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .allMatch(asked -> asked.matches("/System/Info/Public|/Items"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", "%2e%2e", "%2e%2e%2f", "..%2f..%2fSystem", "a%00", "a%3fx=y", "a;b"})
  void given_a_part_that_climbs_when_asked_then_jellyfin_never_hears_of_it(String evil)
      throws IOException {
    PictureAddress real = PictureAddress.poster(Titles.MOVIE);
    for (String path :
        List.of(
            real.path(320).replace(real.tag(), evil),
            real.path(320).replace(real.item(), evil),
            real.path(evil))) {
      String answer = RawHttp.get(path, "");
      if (!madeBeforeAnyApplication(answer)) {
        assertThat(answer).as(path).matches("(?s)HTTP/1\\.1 (400|401|404) .*");
      }
    }
    assertThat(imageRequests()).isEmpty();
  }

  /**
   * Payara's decoder at times reads behind the end of a path that ends with two dots, and then
   * answers itself, with nothing.
   */
  private static boolean madeBeforeAnyApplication(String answer) {
    return ServerUnderTest.current() == ServerUnderTest.PAYARA
        && answer.endsWith("\r\n\r\n")
        && !answer.contains("X-Request-Id");
  }

  /** What Jellyfin was asked for pictures; the index asks for other things at any time. */
  private static List<RecordedRequest> imageRequests() {
    return Proxy.jellyfin().requests().stream()
        .filter(request -> request.path().contains("/Images"))
        .toList();
  }
}
