package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.JellyfinVersion;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class QuickConnectIT {

  @AfterEach
  void switchOn() {
    Proxy.jellyfin().users().setQuickConnect(true);
  }

  @Test
  void given_a_code_when_a_signed_in_device_approves_it_then_the_television_is_signed_in() {
    Started tv = start("Living room");
    pending(tv);

    approve(SignedIn.as("kid"), tv.code).then().statusCode(204);

    Response answer = awaitTokens(tv);
    assertThat(answer.<String>path("user.display_name")).isEqualTo("kid");
    assertThat(answer.<Integer>path("expires_in")).isEqualTo(900);
    SignedIn device = SignedIn.from(answer);
    device.request().get("/library").then().statusCode(200);
    device.refresh().then().statusCode(200);
    assertThat(Proxy.jellyfin().users().deviceNamesOf("kid")).contains("Living room");
    Response devices = device.request().get("/auth/devices");
    assertThat(devices.<String>path("devices.find { it.current }.label")).isEqualTo("Living room");
    over(poll(tv));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_code_when_approved_in_jellyfin_itself_then_the_device_is_the_one_that_asked(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    Started tv = start("Jörgs TV, 居間");
    Started other = start("Kitchen");
    List<String> asked = devicesThatAskedForACode();
    assertThat(asked).hasSize(2).doesNotHaveDuplicates();

    Proxy.jellyfin().users().approveQuickConnect("kid", tv.code);

    SignedIn device = SignedIn.from(awaitTokens(tv));
    device.request().get("/library").then().statusCode(200);
    assertThat(Proxy.jellyfin().lastDeviceIdOf("kid")).contains(asked.get(0));
    assertThat(Proxy.jellyfin().users().deviceNamesOf("kid")).last().isEqualTo("Jörgs TV, 居間");
    pending(other);
  }

  @Test
  void given_many_who_poll_at_once_when_approved_then_one_of_them_gets_one_session()
      throws Exception {
    Started tv = start("TV");
    approve(SignedIn.as("kid"), tv.code).then().statusCode(204);
    int before = Proxy.jellyfin().users().tokensOf("kid").size();
    ExecutorService pollers = Executors.newFixedThreadPool(8);
    List<Response> answers = new ArrayList<>();
    try {
      List<Callable<Response>> polls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        polls.add(() -> poll(tv));
      }
      for (Future<Response> answer : pollers.invokeAll(polls)) {
        answers.add(answer.get());
      }
    } finally {
      pollers.shutdown();
    }

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
    assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 202, 410);
    assertThat(Proxy.jellyfin().users().tokensOf("kid")).hasSize(before);
    over(poll(tv));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void given_an_approved_code_when_its_user_signs_out_everywhere_then_it_opens_nothing_R32(
      boolean approvedHere) {
    Proxy.jellyfin().users().create("leaving");
    try {
      SignedIn phone = SignedIn.as("leaving");
      Started tv = start("TV");
      pending(tv);
      if (approvedHere) {
        approve(phone, tv.code).then().statusCode(204);
      } else {
        Proxy.jellyfin().users().approveQuickConnect("leaving", tv.code);
      }

      phone.request().post("/auth/logout/all").then().statusCode(204);

      await().untilAsserted(() -> over(poll(tv)));
      await().until(() -> Proxy.jellyfin().users().tokensOf("leaving").isEmpty());
    } finally {
      Proxy.jellyfin().users().delete("leaving");
    }
  }

  @Test
  void given_a_user_who_signed_out_everywhere_when_a_code_is_approved_later_then_it_works_R32() {
    SignedIn.as("admin").request().post("/auth/logout/all").then().statusCode(204);
    Started tv = start("TV");

    approve(SignedIn.as("admin"), tv.code).then().statusCode(204);

    awaitTokens(tv);
  }

  @Test
  void given_a_code_when_quick_connect_was_off_for_a_while_then_it_still_works() {
    Started tv = start("TV");
    Proxy.jellyfin().users().setQuickConnect(false);
    Proxy.jellyfin().users().setQuickConnect(true);
    approve(SignedIn.as("kid"), tv.code).then().statusCode(204);

    awaitTokens(tv);
  }

  @Test
  void given_a_poll_token_that_nobody_gave_out_when_polling_then_it_is_over() {
    over(poll(new Started("000000", "made-up")));
    ErrorBody.naming("poll_token", poll(new Started("000000", "")));
  }

  @Test
  void given_a_jellyfin_that_was_started_anew_when_polling_then_it_is_over() {
    Started tv = start("TV");
    Proxy.jellyfin().users().forgetQuickConnectCodes();

    over(poll(tv));
    over(poll(tv));
  }

  @Test
  void given_an_attempt_whose_secret_does_not_open_when_polling_then_it_is_over()
      throws SQLException {
    Started tv = start("TV");
    assertThat(Database.change("update quick_connects set secret = ?", new byte[64])).isPositive();

    over(poll(tv));
  }

  @Test
  void given_quick_connect_switched_off_when_used_then_that_is_told() {
    Started tv = start("TV");
    SignedIn phone = SignedIn.as("demo");
    Proxy.jellyfin().users().setQuickConnect(false);

    String reason = "quick_connect_disabled";
    ErrorBody.of(given().post("/auth/quick-connect/start"), 401, "invalid_credentials", reason);
    ErrorBody.of(poll(tv), 401, "invalid_credentials", reason);
    ErrorBody.of(approve(phone, tv.code), 401, "invalid_credentials", reason);
    phone.request().get("/library").then().statusCode(200);
  }

  @Test
  void given_a_jellyfin_that_is_away_when_polling_then_the_code_works_when_it_is_back() {
    Started tv = start("TV");
    approve(somebody(), tv.code).then().statusCode(204);
    Proxy.jellyfin().goDown();
    try {
      ErrorBody.of(poll(tv), 503, "backend_unavailable").header("Retry-After", "5");
    } finally {
      Proxy.jellyfin().comeBack();
    }

    SignedIn.from(awaitTokens(tv)).request().get("/library").then().statusCode(200);
  }

  @Test
  void given_a_code_when_written_with_blanks_and_dashes_then_it_is_understood() {
    Started tv = start("TV");
    String spaced = " " + tv.code.substring(0, 3) + " - " + tv.code.substring(3) + " ";

    approve(somebody(), spaced).then().statusCode(204);

    ErrorBody.of(approve(somebody(), tv.code), 404, "item_not_found");
    awaitTokens(tv);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "1234567", "abcdef", "1234５6", "123456&userId=1", "../../1"})
  void given_something_else_than_six_digits_when_approving_then_it_is_refused(String code) {
    ErrorBody.naming("code", approve(somebody(), code));
  }

  @Test
  void given_a_code_that_nobody_waits_with_when_approving_then_that_is_told() {
    Started tv = start("TV");
    String other = tv.code.equals("123456") ? "654321" : "123456";

    ErrorBody.of(approve(somebody(), other), 404, "item_not_found");
    pending(tv);
  }

  @Test
  void given_a_whole_sign_in_when_the_log_is_read_then_no_secret_is_in_it() {
    Started tv = start("TV");
    approve(somebody(), tv.code).then().statusCode(204);
    awaitTokens(tv);

    assertThat(Proxy.log())
        .contains("\"reason\":\"quick_connect\"")
        .doesNotContain(tv.pollToken)
        .doesNotContain("secret=")
        .doesNotContainPattern("\\b" + tv.code + "\\b");
  }

  /** The ids of the devices, in the order in which they asked. */
  private static List<String> devicesThatAskedForACode() {
    return Proxy.jellyfin().requests().stream()
        .filter(request -> request.path().equals("/QuickConnect/Initiate"))
        .map(request -> request.header("Authorization").orElseThrow())
        .map(header -> header.replaceAll(".*DeviceId=\"([^\"]+)\".*", "$1"))
        .toList();
  }

  /** A user of their own: each may approve a few codes a minute only. */
  private static SignedIn somebody() {
    String name = "approver-" + Proxy.anotherAddress();
    Proxy.jellyfin().users().create(name);
    return SignedIn.as(name);
  }

  /** Nobody else polls as often as a test that does not want to wait. */
  private static RequestSpecification fromAnywhere() {
    return given().header("X-Forwarded-For", Proxy.anotherAddress());
  }

  private static Started start(String label) {
    Response answer =
        fromAnywhere().queryParam("device_label", label).post("/auth/quick-connect/start");
    answer.then().statusCode(200);
    assertThat(answer.<Integer>path("expires_in")).isEqualTo(600);
    assertThat(answer.<Integer>path("interval")).isEqualTo(5);
    assertThat(answer.<String>path("code")).matches("\\d{6}");
    return new Started(answer.path("code"), answer.path("poll_token"));
  }

  private static Response poll(Started attempt) {
    return fromAnywhere()
        .contentType(ContentType.JSON)
        .body(Map.of("poll_token", attempt.pollToken))
        .post("/auth/quick-connect/poll");
  }

  private static Response approve(SignedIn device, String code) {
    return device
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .post("/auth/quick-connect/approve");
  }

  private static void pending(Started attempt) {
    poll(attempt).then().statusCode(202).header("Retry-After", "5");
  }

  /** An app that polls faster than every two seconds is put off without looking. */
  private static Response awaitTokens(Started attempt) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> poll(attempt), answer -> answer.statusCode() == 200);
  }

  private static void over(Response answer) {
    ErrorBody.of(answer, 410, "token_expired", "quick_connect_expired");
  }

  private record Started(String code, String pollToken) {}
}
