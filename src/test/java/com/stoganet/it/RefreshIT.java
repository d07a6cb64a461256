package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.sandbox.Behaviour;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class RefreshIT {

  @Test
  void given_a_refresh_token_when_used_then_both_tokens_are_new_and_work() {
    SignedIn before = SignedIn.as("demo");

    Response answer = before.refresh();
    SignedIn after = SignedIn.from(answer);

    assertThat(answer.<Integer>path("expires_in")).isEqualTo(900);
    assertThat(answer.<String>path("user.display_name")).isEqualTo("demo");
    assertThat(after.accessToken()).isNotEqualTo(before.accessToken());
    assertThat(after.refreshToken()).isNotEqualTo(before.refreshToken());
    after.request().get("/library").then().statusCode(200);
    SignedIn.from(after.refresh()).request().get("/library").then().statusCode(200);
  }

  @Test
  void given_a_lost_answer_when_asked_again_then_the_same_token_comes_and_the_chain_goes_on() {
    SignedIn before = SignedIn.as("demo");

    SignedIn lost = SignedIn.from(before.refresh());
    SignedIn again = SignedIn.from(before.refresh());

    assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
    SignedIn next = SignedIn.from(again.refresh());
    assertThat(next.refreshToken()).isNotEqualTo(again.refreshToken());
    assertThat(SignedIn.from(before.refresh()).refreshToken()).isEqualTo(next.refreshToken());
  }

  @Test
  void given_twenty_refreshes_at_once_when_answered_then_all_have_the_one_successor()
      throws Exception {
    SignedIn device = SignedIn.as("demo");
    ExecutorService tabs = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Response>> refreshes =
          Stream.<Callable<Response>>generate(() -> device::refresh).limit(20).toList();

      List<Response> answers = tabs.invokeAll(refreshes).stream().map(RefreshIT::result).toList();

      assertThat(answers).extracting(Response::statusCode).containsOnly(200);
      assertThat(answers)
          .extracting(answer -> answer.<String>path("refresh_token"))
          .containsOnly(answers.get(0).<String>path("refresh_token"));
      assertThat(rotations(device)).isEqualTo("2");
    } finally {
      tabs.shutdown();
    }
  }

  @Test
  void given_a_used_token_when_it_comes_back_too_late_then_this_device_alone_is_signed_out()
      throws SQLException {
    SignedIn stolen = SignedIn.as("demo");
    SignedIn other = SignedIn.as("demo");
    SignedIn current = SignedIn.from(stolen.refresh());
    age(stolen.refreshToken(), 61_000);

    ErrorBody.of(stolen.refresh(), 401, "token_invalid", "refresh_reused");

    ErrorBody.of(current.refresh(), 401, "token_invalid", "refresh_reused");
    ErrorBody.of(current.request().get("/library"), 401, "token_invalid", "refresh_reused");
    SignedIn.from(other.refresh()).request().get("/library").then().statusCode(200);
    assertThat(Proxy.log()).containsPattern("\"event\":\"refresh_reused\".*\"user\":\"demo\"");
  }

  @Test
  void given_a_device_that_stayed_away_for_too_long_when_it_comes_back_then_its_token_has_expired()
      throws SQLException {
    SignedIn device = SignedIn.as("demo");
    Database.change(
        "update refresh_tokens set expires_at = ? where hash = ?",
        System.currentTimeMillis() - 1,
        RefreshToken.hash(device.refreshToken()));

    ErrorBody.of(device.refresh(), 401, "token_expired");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "' or 1=1 --",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "eyJhbGciOiJIUzI1NiJ9.e30.x"
      })
  void given_something_else_than_a_refresh_token_when_used_then_it_is_not_valid(String token) {
    ErrorBody.of(SignedIn.refresh(token), 401, "token_invalid");
  }

  @Test
  void given_an_access_token_when_used_for_a_refresh_then_it_is_not_valid() {
    ErrorBody.of(SignedIn.refresh(SignedIn.as("demo").accessToken()), 401, "token_invalid");
  }

  @Test
  void given_no_token_when_refreshing_then_the_field_is_named() {
    Response answer = given().contentType(ContentType.JSON).body("{}").post("/auth/refresh");

    ErrorBody.of(answer, 400, "validation_failed");
    assertThat(answer.<String>path("error.details.field")).isEqualTo("refresh_token");
  }

  @Test
  void given_a_stale_or_broken_authorization_header_when_refreshing_then_it_does_no_harm() {
    SignedIn device = SignedIn.as("demo");
    for (String header : List.of("Bearer x.y.z", "Bearer", "Basic eDp5", device.accessToken())) {
      given()
          .header("Authorization", header)
          .contentType(ContentType.JSON)
          .body("{\"refresh_token\":\"" + device.refreshToken() + "\"}")
          .post("/auth/refresh")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void given_a_jellyfin_that_is_away_when_refreshing_then_people_stay_signed_in()
      throws SQLException {
    SignedIn device = SignedIn.as("demo");
    Database.change("update sessions set checked_at = 0 where id = ?", device.deviceId());
    Proxy.jellyfin().behave(Behaviour.failing(503));

    SignedIn.from(device.refresh());
  }

  private static Response result(Future<Response> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String rotations(SignedIn device) throws SQLException {
    return Database.text(
        "select count(*) from refresh_tokens where session_id ="
            + " (select session_id from refresh_tokens where hash = ?)",
        RefreshToken.hash(device.refreshToken()));
  }

  private static void age(String refreshToken, long millis) throws SQLException {
    Database.change(
        "update refresh_tokens set rotated_at = rotated_at - ? where hash = ?",
        millis,
        RefreshToken.hash(refreshToken));
  }
}
