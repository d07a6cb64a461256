package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BlackBox
class LimitsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void given_one_address_when_it_begins_to_sign_in_again_and_again_then_it_has_to_wait() {
    String address = Proxy.anotherAddress();

    Response refused = untilRefused(30, () -> login(address));

    assertThat(refused.header("RateLimit-Limit")).isEqualTo("30");
    assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(refused.header("RateLimit-Reset"))).isBetween(50, 60);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
    login(Proxy.anotherAddress()).then().statusCode(200);
    await().atMost(PATIENCE).until(() -> login(address).statusCode() == 200);
  }

  @Test
  void given_addresses_that_are_made_up_when_signing_in_then_they_do_not_help() {
    String address = Proxy.anotherAddress();

    untilRefused(30, () -> login(Proxy.anotherAddress() + ", " + address));
  }

  @Test
  void given_one_house_of_ipv6_when_it_changes_its_address_then_it_is_still_one_house() {
    String house = "2001:db8:" + Integer.toHexString((int) (System.nanoTime() & 0xffff)) + ":7:";

    List<String> addresses = new ArrayList<>();
    untilRefused(
        30,
        () -> {
          addresses.add(house + ":" + (addresses.size() + 1));
          return login(addresses.get(addresses.size() - 1));
        });
    login("2001:db8:ffff:8::1").then().statusCode(200);
  }

  @Test
  void given_an_app_that_polls_all_the_time_when_it_overdoes_it_then_it_has_to_wait() {
    String address = Proxy.anotherAddress();

    untilRefused(
        60,
        () ->
            given()
                .header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body("{\"poll_token\":\"x\"}")
                .post("/auth/quick-connect/poll"));
  }

  @Test
  void given_a_user_who_tries_codes_when_it_was_five_then_they_have_to_wait() {
    SignedIn device = SignedIn.as("admin");

    untilRefused(
        5,
        () ->
            device
                .request()
                .contentType(ContentType.JSON)
                .body(Map.of("code", "000000"))
                .post("/auth/quick-connect/approve"));
    device.request().get("/library").then().statusCode(200);
  }

  @Test
  void given_a_sign_in_when_it_refreshes_all_the_time_then_it_alone_has_to_wait() {
    SignedIn device = SignedIn.as("demo");

    untilRefused(40, device::refresh);

    SignedIn.as("demo").refresh().then().statusCode(200);
    device.request().get("/library").then().statusCode(200);
  }

  @Test
  void given_an_app_that_runs_wild_when_it_asks_then_it_alone_has_to_wait() throws Exception {
    SignedIn device = SignedIn.as("demo");

    assertThat(flood("/no/such/path", "Authorization", "Bearer " + device.accessToken()))
        .allSatisfy(answer -> refused(answer, 400));

    SignedIn.as("demo").request().get("/auth/devices").then().statusCode(200);
    await().atMost(PATIENCE).until(() -> device.request().get("/home").statusCode() == 200);
  }

  @Test
  void given_eight_devices_behind_one_address_when_each_shows_a_hundred_cards_then_none_waits()
      throws Exception {
    String address = Proxy.anotherAddress();
    String poster = SignedIn.as("demo").request().get("/library/jf:" + Titles.MOVIE).path("poster");
    ExecutorService house = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Integer>>> screens = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        SignedIn device = SignedIn.from(login(address));
        screens.add(house.submit(() -> screen(device, address, poster)));
      }
      for (Future<List<Integer>> screen : screens) {
        assertThat(screen.get()).hasSize(201).containsOnly(200);
      }
    } finally {
      house.shutdown();
    }
  }

  @Test
  void given_an_answer_that_counts_when_looked_at_then_it_tells_how_many_more_may_come() {
    SignedIn device = SignedIn.as("demo");
    Response first = device.request().get("/library");
    assertThat(first.header("RateLimit-Limit")).isEqualTo("400");
    assertThat(first.header("RateLimit-Remaining")).isEqualTo("399");
    assertThat(first.header("RateLimit-Reset")).isEqualTo("1");

    Response same = device.request().header("If-None-Match", first.header("ETag")).get("/library");
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.header("RateLimit-Limit")).isEqualTo("400");
    assertThat(given().get("/healthz").header("RateLimit-Limit")).isNull();
    assertThat(device.refresh().header("RateLimit-Limit")).isEqualTo("40");
  }

  @Test
  void given_one_address_when_it_loads_far_too_many_pictures_then_it_has_to_wait()
      throws Exception {
    String address = Proxy.anotherAddress();
    // One that is made up costs next to nothing, so that it can be asked for often enough.
    String picture = "/images/x/x/poster/x/320";

    assertThat(flood(picture, "X-Forwarded-For", address))
        .allSatisfy(answer -> refused(answer, 3000));

    await()
        .atMost(PATIENCE)
        .until(() -> send(picture, "X-Forwarded-For", address).statusCode() != 429);
  }

  @ParameterizedTest
  @CsvSource({
    "/auth/login;x, 30",
    "/auth/%6Cogin, 30",
    "/auth/quick-connect/poll;x=y, 60",
    "/auth/quick-connect/approve;x, 5",
    "/auth/quick-connect/%61pprove, 5",
    "/stream/../library, 400"
  })
  void given_another_spelling_of_a_path_when_asked_with_a_token_then_it_counts_alike(
      String path, String limit) throws IOException {
    String user = "speller-" + Proxy.anotherAddress();
    Proxy.jellyfin().users().create(user);

    String answer = RawHttp.get(path, Proxy.token(user));

    Matcher counted = Pattern.compile("(?i)RateLimit-Limit: (\\d+)").matcher(answer);
    if (counted.find()) {
      assertThat(counted.group(1)).isEqualTo(limit);
    } else {
      assertThat(answer).as("turned down by the server itself").startsWith("HTTP/1.1 400");
    }
  }

  private static List<Integer> screen(SignedIn device, String address, String poster) {
    List<Integer> answers = new ArrayList<>();
    answers.add(device.request().header("X-Forwarded-For", address).get("/home").statusCode());
    for (int card = 0; card < 100; card++) {
      answers.add(
          device
              .request()
              .header("X-Forwarded-For", address)
              .get("/library/jf:" + Titles.MOVIE)
              .statusCode());
      answers.add(given().header("X-Forwarded-For", address).get(poster).statusCode());
    }
    return answers;
  }

  private static Response login(String address) {
    return given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("username", "demo", "password", "demo"))
        .post("/auth/login");
  }

  /** The first refusal, which comes when the burst is over, or little later on a slow machine. */
  private static Response untilRefused(int burst, Supplier<Response> request) {
    for (int i = 0; i < 3 * burst; i++) {
      Response answer = request.get();
      if (answer.statusCode() == 429) {
        assertThat(i).isGreaterThanOrEqualTo(burst);
        ErrorBody.of(answer, 429, "rate_limited");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
        return answer;
      }
    }
    throw new AssertionError("never refused");
  }

  /** The refusals of eight who ask at once, faster than any app, each until it is refused. */
  private static List<HttpResponse<String>> flood(String path, String... headers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<HttpResponse<String>>> refusals = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        refusals.add(threads.submit(() -> untilRefused(path, headers)));
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> refusal : refusals) {
        answers.add(refusal.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private static HttpResponse<String> untilRefused(String path, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(path, headers);
    for (int i = 0; i < 10_000 && answer.statusCode() != 429; i++) {
      answer = send(path, headers);
    }
    return answer;
  }

  private static HttpResponse<String> send(String path, String... headers)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + Proxy.currentPort() + path);
    return HTTP.send(
        HttpRequest.newBuilder(address).headers(headers).build(), BodyHandlers.ofString());
  }

  private static void refused(HttpResponse<String> answer, int limit) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"code\":\"rate_limited\"", "\"request_id\":\"");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.headers().firstValue("RateLimit-Limit")).hasValue("" + limit);
  }
}
