package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@BlackBox
class LoginIT {

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_the_right_password_when_signing_in_then_tokens_and_user_come_back(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    Proxy.login("demo", "demo")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("access_token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
        .body("refresh_token", matchesPattern("[\\w-]{65}"))
        .body("expires_in", equalTo(900))
        .body("user.display_name", equalTo("demo"))
        .body("user.email", equalTo("demo@jellyfin.local"))
        .body("user.id", matchesPattern("[0-9a-f-]{36}"));
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  @Test
  void given_two_sign_ins_of_one_user_when_both_browse_then_neither_ended_the_other() {
    String first = Proxy.token("demo");
    String firstDevice = Proxy.jellyfin().lastDeviceIdOf("demo").orElseThrow();
    String second = Proxy.token("demo");

    assertThat(Proxy.jellyfin().lastDeviceIdOf("demo"))
        .isNotEmpty()
        .get()
        .isNotEqualTo(firstDevice);
    Proxy.withToken(first).get("/library").then().statusCode(200);
    Proxy.withToken(second).get("/library").then().statusCode(200);
  }

  @Test
  void given_a_device_label_beyond_ascii_when_signing_in_then_jellyfin_understands_it() {
    given()
        .contentType("application/json; charset=utf-8")
        .body(
            "{\"username\":\"demo\",\"password\":\"demo\",\"device_label\":\"Jörgs \\\"TV\\\","
                + " 居間\"}")
        .post("/auth/login")
        .then()
        .statusCode(200);
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  @Test
  void given_a_wrong_password_or_name_when_signing_in_then_both_answers_look_the_same() {
    String wrongPassword = withoutId(Proxy.login("demo", "wrong"));
    String wrongName = withoutId(Proxy.login("nobody", "wrong"));

    assertThat(wrongPassword).isEqualTo(wrongName).contains("invalid_credentials");
  }

  @Test
  void given_an_account_that_may_not_sign_in_when_it_does_then_it_looks_like_an_unknown_one_R34() {
    Proxy.jellyfin().users().outsideHours("kid", true);
    try {
      assertThat(withoutId(Proxy.login("former", "former")))
          .isEqualTo(withoutId(Proxy.login("former", "wrong")))
          .isEqualTo(withoutId(Proxy.login("nobody", "wrong")))
          .isEqualTo(withoutId(Proxy.login("kid", "kid")))
          .doesNotContain("reason");
    } finally {
      Proxy.jellyfin().users().outsideHours("kid", false);
    }
  }

  @Test
  void given_a_child_outside_its_hours_when_it_signs_in_on_its_device_then_that_is_told_R33() {
    Proxy.jellyfin().users().create("early-bird");
    try {
      SignedIn device = SignedIn.as("early-bird");
      Proxy.jellyfin().users().limits("early-bird").schedule("Everyday", 6.5, 8);
      Proxy.jellyfin().users().outsideHours("early-bird", true);

      ErrorBody.of(
          device
              .request()
              .contentType(ContentType.JSON)
              .body(Map.of("username", "early-bird", "password", "early-bird"))
              .post("/auth/login"),
          401,
          "invalid_credentials",
          "outside_hours");

      Proxy.jellyfin().users().limits("early-bird").noSchedules();
      Proxy.jellyfin().users().outsideHours("early-bird", false);
      device.request().get("/library/jf:" + Titles.MOVIE).then().statusCode(200);
    } finally {
      Proxy.jellyfin().users().delete("early-bird");
    }
  }

  @Test
  void given_too_many_sessions_when_signing_in_with_the_right_password_then_that_is_told_R34() {
    Proxy.jellyfin().users().create("one-device");
    try {
      Proxy.jellyfin().users().maximumSessions("one-device", 1);
      Proxy.token("one-device");
      ErrorBody.of(
          Proxy.login("one-device", "one-device"), 401, "invalid_credentials", "too_many_devices");
    } finally {
      Proxy.jellyfin().users().delete("one-device");
    }
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_user_without_a_password_when_signing_in_with_an_empty_one_then_they_are_in_B03(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    Proxy.jellyfin().users().create("tv");
    try {
      Proxy.jellyfin().users().emptyPassword("tv");
      Proxy.login("tv", "").then().statusCode(200).body("user.display_name", equalTo("tv"));
      ErrorBody.of(Proxy.login("tv", " "), 401, "invalid_credentials");
      ErrorBody.of(Proxy.login("demo", ""), 401, "invalid_credentials");
    } finally {
      Proxy.jellyfin().users().delete("tv");
    }
  }

  @Test
  void given_a_name_that_is_no_address_when_signing_in_then_the_email_is_valid_B34() {
    Proxy.jellyfin().users().create("Zoë van Berg");
    try {
      Proxy.login("Zoë van Berg", "Zoë van Berg")
          .then()
          .statusCode(200)
          .body("user.display_name", equalTo("Zoë van Berg"))
          .body("user.email", equalTo("zo%C3%AB%20van%20berg@jellyfin.local"));
    } finally {
      Proxy.jellyfin().users().delete("Zoë van Berg");
    }
  }

  @Test
  void given_jellyfin_is_down_when_signing_in_then_the_answer_is_503_with_retry_after() {
    Proxy.jellyfin().goDown();
    try {
      unavailable(Proxy.login("demo", "demo"));
    } finally {
      Proxy.jellyfin().comeBack();
    }
    // Other failures may have opened the circuit, which closes two seconds later.
    await().until(() -> Proxy.login("demo", "demo").statusCode() == 200);
  }

  @Test
  void given_jellyfin_is_starting_or_broken_when_signing_in_then_the_answer_is_503() {
    for (Behaviour behaviour :
        new Behaviour[] {
          Behaviour.starting(),
          Behaviour.loading(),
          Behaviour.blocked(),
          Behaviour.redirecting(),
          Behaviour.failing(500)
        }) {
      Proxy.jellyfin().behave(behaviour);
      unavailable(Proxy.login("demo", "demo"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"password\":\"x\"}|username",
        "{\"username\":\"\",\"password\":\"x\"}|username",
        "{\"username\":\"x\"}|password",
        "{\"username\":\"x\",\"password\":null}|password",
        "{\"username\":null,\"password\":\"x\"}|username",
        "{|body",
        "[]|body",
        "\"text\"|body",
        "{\"username\":{},\"password\":\"x\"}|body"
      })
  void given_a_bad_body_when_signing_in_then_the_field_is_named(String body, String field) {
    // More than once, since the proxy looks after the catalogue by itself.
    await()
        .untilAsserted(
            () -> {
              Proxy.jellyfin().clearRequests();
              ErrorBody.naming(
                  field, given().contentType(ContentType.JSON).body(body).post("/auth/login"));
              assertThat(Proxy.jellyfin().requests()).isEmpty();
            });
  }

  @Test
  void given_a_device_label_that_is_too_long_when_signing_in_then_it_is_cut() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("username", "demo", "password", "demo", "device_label", "x".repeat(65)))
        .post("/auth/login")
        .then()
        .statusCode(200);
    assertThat(Proxy.jellyfin().requests())
        .filteredOn(request -> request.path().equals("/Users/AuthenticateByName"))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.header("Authorization").orElseThrow())
                    .contains("Device=\"" + "x".repeat(64) + "\""));
  }

  @Test
  void given_no_body_when_signing_in_then_the_answer_says_so() {
    ErrorBody.naming("body", given().contentType(ContentType.JSON).post("/auth/login"));
  }

  @Test
  void given_a_stale_token_when_signing_in_then_it_does_no_harm() {
    Proxy.withToken("stale")
        .contentType(ContentType.JSON)
        .body("{\"username\":\"demo\",\"password\":\"demo\"}")
        .post("/auth/login")
        .then()
        .statusCode(200);
  }

  @Test
  void given_a_sign_in_when_the_database_is_read_then_no_secret_is_in_it() throws IOException {
    Response login = Proxy.login("demo", "demo");
    String refreshToken = login.path("refresh_token");
    String jellyfinToken = Proxy.jellyfin().lastTokenOf("demo").orElseThrow();

    try (Stream<Path> files = Files.walk(Database.directory())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).doesNotContain(refreshToken).doesNotContain(jellyfinToken);
      }
    }
    assertThat(Proxy.log())
        .doesNotContain(refreshToken)
        .doesNotContain(jellyfinToken)
        .doesNotContain(Proxy.setting("JWT_SIGNING_KEY"))
        .doesNotContain(Proxy.jellyfin().apiKey());
  }

  private static void unavailable(Response response) {
    ErrorBody.of(response, 503, "backend_unavailable")
        .header("Retry-After", matchesPattern("[1-9][0-9]*"));
  }

  private static String withoutId(Response response) {
    ErrorBody.of(response, 401, "invalid_credentials");
    return response.asString().replace(response.header("X-Request-Id"), "");
  }
}
