package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static java.time.format.TextStyle.FULL;
import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Limits;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import com.stoganet.sandbox.arr.MovieFacts;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator of Jellyfin does not allow a user, on the public surface. */
@BlackBox
class RightsIT {

  private static final AtomicInteger NUMBERS = new AtomicInteger(995_000);
  private static final String AFAR = "203.0.113.7";
  private static final String AT_HOME = "192.168.7.7";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static String user() {
    String name = "limited" + NUMBERS.incrementAndGet();
    Proxy.jellyfin().users().create(name);
    return name;
  }

  private static Limits limits(String user) {
    return Proxy.jellyfin().users().limits(user);
  }

  private static int movieAtRadarr(String certification) {
    int number = NUMBERS.incrementAndGet();
    Proxy.arrs()
        .radarr()
        .knows(
            MovieFacts.of(number, "Unseen Film " + number, 2020)
                .certification(certification)
                .overview("Nothing happens."));
    return number;
  }

  static Stream<Consumer<Limits>> limitsWithoutARating() {
    return Stream.of(
        limits -> limits.allowTags("kids"),
        limits -> limits.blockTags("18"),
        limits -> limits.blockUnrated("Movie", "Series"),
        limits -> limits.schedule("Everyday", 0, 24));
  }

  @ParameterizedTest
  @MethodSource("limitsWithoutARating")
  void given_a_user_limited_in_another_way_when_they_ask_then_an_administrator_decides_R28_B20(
      Consumer<Limits> limit) {
    String user = user();
    limit.accept(limits(user));
    RequestSpecification request = Proxy.as(user);
    String film = "/library/tmdb:movie:" + movieAtRadarr("R");

    request.get(film).then().statusCode(200).body("request.needs_approval", equalTo(true));
    String asked =
        request.post(film + "/request").then().statusCode(204).extract().header("Location");

    request.get(asked).then().body("status", equalTo("pending"));
  }

  @Test
  void given_unrated_titles_blocked_when_one_is_looked_for_then_it_does_not_exist_R28() {
    String user = user();
    limits(user).blockUnrated("Movie");
    String film = "/library/tmdb:movie:" + movieAtRadarr("");

    ErrorBody.of(Proxy.as(user).get(film), 404, "item_not_found");
    ErrorBody.of(Proxy.as(user).post(film + "/request"), 404, "item_not_found");
    Proxy.as("demo").get(film).then().statusCode(200);
  }

  @Test
  void given_the_same_score_when_beyond_the_library_then_the_second_number_decides_B38() {
    String user = user();
    limits(user).rating(17, null);
    boolean second = Proxy.JELLYFIN != JellyfinVersion.V10_10;
    RequestSpecification request = Proxy.as(user);

    request.get("/library/tmdb:movie:" + movieAtRadarr("R")).then().statusCode(200);
    request
        .get("/library/tmdb:movie:" + movieAtRadarr("NC-17"))
        .then()
        .statusCode(second ? 404 : 200);
  }

  @Test
  void given_a_film_that_lists_hide_when_asked_for_then_it_is_nowhere_R29() {
    String user = user();
    limits(user).rating(17, null);
    int number = NUMBERS.incrementAndGet();
    String id = Proxy.jellyfin().library().addMovie("Too Much " + number, number).id();
    Proxy.jellyfin().library().describe(id, 2020, "NC-17", "", List.of());
    boolean hidden = Proxy.JELLYFIN != JellyfinVersion.V10_10;
    String title = "tmdb:movie:" + number;
    RequestSpecification request = Proxy.as(user);
    try {
      await().until(() -> Proxy.as("demo").get("/library/" + title).statusCode() == 200);
      if (hidden) {
        for (String path : List.of("/library/" + title, "/library/jf:" + id, "/stream/" + id)) {
          ErrorBody.of(request.get(path), 404, "item_not_found");
        }
        ErrorBody.of(request.post("/stream/" + id + "/ticket"), 404, "item_not_found");
        ErrorBody.of(progress(request, title), 404, "item_not_found");
        Proxy.as(user).get("/search?q=Too Much").then().body("items.id", not(hasItem(title)));
      } else {
        request.get("/library/" + title).then().statusCode(200);
      }
    } finally {
      Proxy.jellyfin().library().remove(id);
    }
  }

  private static Response progress(RequestSpecification request, String title) {
    return request
        .contentType(ContentType.JSON)
        .body("{\"position_ms\":1000,\"played\":false}")
        .put("/playback/" + title + "/progress");
  }

  @Test
  void given_a_series_of_which_one_folder_is_hidden_when_asked_then_nothing_of_that_is_seen_R27() {
    int number = NUMBERS.incrementAndGet();
    Library library = Proxy.jellyfin().library();
    String open = library.addSeries("Two Shelves " + number, number).id();
    String first = library.addEpisode(open, 1, 1, "Seen by All").id();
    String closed = library.addCopy(open, Titles.LATE_NIGHT_LIBRARY).id();
    String second = library.addEpisode(closed, 2, 1, "Seen by Some").id();
    String user = user();
    Proxy.jellyfin().users().hideLibrary(user, Titles.LATE_NIGHT_LIBRARY);
    String title = "/library/tmdb:tv:" + number;
    RequestSpecification limited = Proxy.as(user);
    try {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> Proxy.as("demo").get(title).then().body("seasons.number", hasItems(1, 2)));
      limited.get(title).then().statusCode(200).body("seasons.number", equalTo(List.of(1)));
      ErrorBody.of(limited.get(title + "/seasons/2/episodes"), 404, "item_not_found");
      ErrorBody.of(limited.get("/library/jf:" + second), 404, "item_not_found");
      limited.put("/playback/jf:" + first + "/played").then().statusCode(204);
      Response home = limited.get("/home?rows=watch_next,next_up");
      home.then().statusCode(200);
      assertThat(home.asString()).doesNotContain("Seen by Some", second);
      assertThat(limited.get(title).asString()).doesNotContain("Seen by Some", second);
    } finally {
      List.of(first, second, open, closed).forEach(library::remove);
    }
  }

  @Test
  void given_a_user_who_may_not_play_when_they_try_then_it_is_403_with_a_reason_R20() {
    String user = user();
    RequestSpecification request = Proxy.as(user);
    request.get("/stream/" + Titles.MOVIE).then().statusCode(200);

    limits(user).playback(false);

    await().atMost(SOON).until(() -> request.get("/stream/" + Titles.MOVIE).statusCode() == 403);
    ErrorBody.of(request.get("/stream/" + Titles.MOVIE), 403, "validation_failed", "not_allowed");
    ErrorBody.of(
        request.post("/stream/" + Titles.MOVIE + "/ticket"),
        403,
        "validation_failed",
        "not_allowed");
  }

  static Stream<Consumer<String>> withdrawals() {
    return Stream.of(
        user -> Proxy.jellyfin().users().hideLibrary(user, Titles.MOVIES_LIBRARY),
        user -> limits(user).blockTags("big"),
        user -> limits(user).playback(false),
        user -> Proxy.jellyfin().setDisabled(user, true),
        user -> Proxy.jellyfin().users().lockOut(user),
        user -> Proxy.jellyfin().users().outsideHours(user, true),
        user -> Proxy.jellyfin().users().delete(user));
  }

  @ParameterizedTest
  @MethodSource("withdrawals")
  void given_an_open_stream_when_a_right_is_withdrawn_then_it_ends_R19(Consumer<String> withdraw)
      throws Exception {
    Proxy.jellyfin().library().tag(Titles.MOVIE_BIG_FILE, "Big");
    String user = user();
    await().atMost(SOON).until(() -> Proxy.jellyfin().sendingFiles() == 0);
    HttpResponse<InputStream> answer =
        StreamClient.open("/stream/" + Titles.MOVIE_BIG_FILE, Proxy.token(user));
    HttpResponse<InputStream> other =
        StreamClient.open("/stream/" + Titles.MOVIE_BIG_FILE, Proxy.token("demo"));
    try (InputStream body = answer.body();
        InputStream othersBody = other.body()) {
      assertThat(body.readNBytes(100)).hasSize(100);
      assertThat(othersBody.readNBytes(100)).hasSize(100);
      await().until(() -> Proxy.jellyfin().sendingFiles() == 2);

      withdraw.accept(user);

      await().atMost(SOON).until(() -> Proxy.jellyfin().sendingFiles() == 1);
      assertThat(othersBody.readNBytes(1_000_000)).hasSize(1_000_000);
    }
  }

  @Test
  void given_a_jellyfin_that_is_away_when_streams_are_checked_then_none_ends_R19()
      throws Exception {
    try (EventClient listener = EventClient.listen("/events", Proxy.token(user()))) {
      Proxy.jellyfin().goDown();
      int comments = listener.comments();
      await().atMost(SOON).until(() -> listener.comments() > comments + 1);
      assertThat(listener.isOver()).isFalse();
    } finally {
      Proxy.jellyfin().comeBack();
      Proxy.awaitRecovery();
    }
  }

  @Test
  void given_a_listener_when_jellyfin_disables_the_user_then_it_ends_R19() throws Exception {
    String user = user();
    try (EventClient listener = EventClient.listen("/events", Proxy.token(user))) {
      Proxy.jellyfin().setDisabled(user, true);

      await().atMost(SOON).until(listener::isOver);
    }
  }

  @Test
  void given_a_user_when_their_hours_are_over_then_the_answer_tells_when_they_begin_again_R33() {
    String user = user();
    RequestSpecification request = Proxy.as(user);
    request.get("/library/jf:" + Titles.MOVIE).then().statusCode(200);
    String tomorrow = LocalDate.now().plusDays(1).getDayOfWeek().getDisplayName(FULL, ENGLISH);

    limits(user).schedule(tomorrow, 6.5, 20);

    ErrorBody.of(
            request.get("/library/jf:" + Titles.SERIES_UNWATCHED), 401, "jellyfin_session_expired")
        .body("error.details.reason", equalTo("outside_hours"))
        .body(
            "error.details.opens_at",
            equalTo(
                LocalDate.now()
                    .plusDays(1)
                    .atTime(6, 30)
                    .atZone(ZoneId.systemDefault())
                    .toInstant()
                    .toString()));
    limits(user).noSchedules();
    request.get("/library/jf:" + Titles.MOVIE).then().statusCode(200);
  }

  private static Response signIn(String user, String address) {
    return given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("username", user, "password", user, "device_label", "Test"))
        .post("/auth/login");
  }

  @Test
  void given_a_user_who_has_to_be_at_home_when_they_come_from_afar_then_they_are_refused_B08() {
    String user = user();
    limits(user).remoteAccess(false);

    ErrorBody.of(signIn(user, AFAR), 401, "invalid_credentials", "remote_access_not_allowed");
    await().until(() -> Proxy.jellyfin().users().tokensOf(user).isEmpty());
    String token = signIn(user, AT_HOME).then().statusCode(200).extract().path("access_token");
    for (String path : List.of("/library", "/stream/" + Titles.MOVIE, "/events")) {
      ErrorBody.of(
          Proxy.withToken(token).header("X-Forwarded-For", AFAR).get(path),
          401,
          "jellyfin_session_expired",
          "remote_access_not_allowed");
    }
    Response ticket =
        Proxy.withToken(token)
            .header("X-Forwarded-For", AT_HOME)
            .post("/stream/" + Titles.MOVIE + "/ticket");
    String address = ticket.then().statusCode(200).extract().path("url");
    ErrorBody.of(
        given().header("X-Forwarded-For", AFAR).get(address),
        401,
        "jellyfin_session_expired",
        "remote_access_not_allowed");
    // Another header that the client wrote does not make it one of the local network.
    given()
        .header("X-Forwarded-For", AFAR)
        .header("Forwarded", "for=192.168.0.1")
        .header("Authorization", "Bearer " + token)
        .get("/library")
        .then()
        .statusCode(401);
    Proxy.withToken(token)
        .header("X-Forwarded-For", AT_HOME)
        .get("/library")
        .then()
        .statusCode(200);
  }

  @Test
  void given_a_client_when_jellyfin_is_asked_for_it_then_its_address_is_told_R35() {
    String user = user();
    Proxy.jellyfin().clearRequests();

    String token = signIn(user, AFAR).then().statusCode(200).extract().path("access_token");
    Proxy.withToken(token)
        .header("X-Forwarded-For", "198.51.100.1, " + AFAR)
        .get("/library/jf:" + Titles.MOVIE)
        .then()
        .statusCode(200);

    String secret = Proxy.jellyfin().lastTokenOf(user).orElseThrow();
    List<RecordedRequest> requests = Proxy.jellyfin().requests();
    assertThat(requests)
        .filteredOn(request -> authorization(request).contains(secret))
        .isNotEmpty()
        .allMatch(request -> request.header("X-Forwarded-For").orElse("").equals(AFAR));
    assertThat(requests)
        .filteredOn(request -> request.path().equals("/Users/AuthenticateByName"))
        .isNotEmpty()
        .allMatch(request -> request.header("X-Forwarded-For").orElse("").equals(AFAR));
    assertThat(requests)
        .filteredOn(request -> authorization(request).contains(Proxy.jellyfin().apiKey()))
        .allMatch(request -> request.header("X-Forwarded-For").isEmpty());
  }

  private static String authorization(RecordedRequest request) {
    return request.header("Authorization").orElse("");
  }
}
