package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BlackBox
class LockoutIT {

  /** Another one each time: who was tried often from everywhere is treated in another way. */
  private final String user = "owner-" + UUID.randomUUID();

  private final String attacker = Proxy.anotherAddress();

  @BeforeEach
  void aUserOfItsOwn() {
    Proxy.jellyfin().users().create(user);
  }

  @AfterEach
  void gone() {
    Proxy.jellyfin().users().delete(user);
  }

  @Test
  void given_five_failures_when_the_sixth_comes_then_it_is_locked_and_jellyfin_is_not_asked() {
    for (int i = 0; i < 5; i++) {
      ErrorBody.of(login(user, "wrong", attacker), 401, "invalid_credentials");
    }
    Proxy.jellyfin().clearRequests();

    Response locked = login(user, user, attacker);

    ErrorBody.of(locked, 423, "account_locked");
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(50, 60);
    ErrorBody.of(
        login(user.toUpperCase(java.util.Locale.ROOT), user, attacker), 423, "account_locked");
    assertThat(Proxy.jellyfin().requests())
        .noneMatch(request -> request.path().equals("/Users/AuthenticateByName"));
  }

  @Test
  void given_a_locked_address_when_the_owner_comes_from_elsewhere_then_they_get_in() {
    lock();

    login(user, user, Proxy.anotherAddress()).then().statusCode(200);
    login("demo", "demo", attacker).then().statusCode(200);
  }

  @Test
  void given_a_locked_address_when_the_owner_has_been_there_before_then_they_get_in() {
    SignedIn before = SignedIn.from(login(user, user, attacker));
    SignedIn stranger = SignedIn.from(login("demo", "demo", attacker));
    lock();

    login(user, user, attacker, before.accessToken()).then().statusCode(200);
    ErrorBody.of(login(user, user, attacker, stranger.accessToken()), 423, "account_locked");
    ErrorBody.of(login(user, user, attacker, before.accessToken() + "x"), 423, "account_locked");

    String id = before.deviceId();
    SignedIn.from(login(user, user, Proxy.anotherAddress()))
        .request()
        .delete("/auth/devices/" + id)
        .then()
        .statusCode(204);
    ErrorBody.of(login(user, user, attacker, before.accessToken()), 423, "account_locked");
  }

  @Test
  void given_a_jellyfin_that_is_away_when_many_try_then_nobody_is_locked() {
    Proxy.jellyfin().behave(Behaviour.failing(503));
    for (int i = 0; i < 12; i++) {
      ErrorBody.of(login(user, user, attacker), 503, "backend_unavailable");
    }
    Proxy.jellyfin().behave(Behaviour.normal());
    Proxy.awaitRecovery();

    login(user, user, attacker).then().statusCode(200);
  }

  @Test
  void given_an_account_that_is_disabled_when_guessed_then_it_counts_like_any_other_R34() {
    Proxy.jellyfin().users().lockOut(user);
    for (int i = 0; i < 5; i++) {
      ErrorBody.of(login(user, i == 2 ? user : "wrong", attacker), 401, "invalid_credentials");
    }
    ErrorBody.of(login(user, user, attacker), 423, "account_locked");
  }

  @Test
  void given_an_account_that_is_disabled_when_on_a_known_device_then_the_reason_is_told_R34() {
    SignedIn device = SignedIn.from(login(user, user, attacker));
    Proxy.jellyfin().users().lockOut(user);

    ErrorBody.of(
        login(user, user, attacker, device.accessToken()),
        401,
        "invalid_credentials",
        "account_disabled");
  }

  @Test
  void given_a_name_guessed_from_everywhere_when_it_was_often_then_the_family_still_gets_in_R38()
      throws Exception {
    SignedIn device = SignedIn.from(login(user, user, Proxy.anotherAddress()));
    String home = Proxy.anotherAddress();
    login(user, user, home).then().statusCode(200);
    String elsewhere = Proxy.anotherAddress();
    ExecutorService guesses = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Response>> calls =
          Collections.nCopies(60, () -> login(user, "wrong", Proxy.anotherAddress()));
      assertThat(guesses.invokeAll(calls)).hasSize(60);
    } finally {
      guesses.shutdown();
    }

    ErrorBody.of(login(user, user, elsewhere), 423, "account_locked");
    login(user, user, elsewhere, device.accessToken()).then().statusCode(200);
    login(user, user, home).then().statusCode(200);
    login("demo", "demo", elsewhere).then().statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_stranger_who_locks_an_account_when_it_is_enabled_again_then_its_devices_work_R30(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    Proxy.jellyfin().users().lockoutAfter(user, 3);
    SignedIn device = SignedIn.from(login(user, user, Proxy.anotherAddress()));
    for (int i = 0; i < 3; i++) {
      login(user, "wrong", attacker);
    }

    Response refused = device.request().get("/library/jf:" + Titles.MOVIE);
    if (version == JellyfinVersion.V10_11) {
      refused.then().statusCode(200);
    } else {
      ErrorBody.of(refused, 401, "jellyfin_session_expired", "account_disabled");
    }
    Proxy.jellyfin().users().enable(user);
    device.request().get("/library/jf:" + Titles.MOVIE).then().statusCode(200);
    device.refresh().then().statusCode(200);
  }

  @Test
  void given_a_name_that_does_not_exist_when_tried_then_nothing_tells_it_from_one_that_does() {
    for (int i = 0; i < 5; i++) {
      Response known = login(user, "wrong", attacker);
      Response unknown = login("nobody", "wrong", attacker);
      assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
      assertThat(unknown.path("error").toString()).isEqualTo(known.path("error").toString());
      assertThat(unknown.headers().asList())
          .extracting(header -> header.getName())
          .containsExactlyElementsOf(
              known.headers().asList().stream().map(header -> header.getName()).toList());
    }
    ErrorBody.of(login(user, "wrong", attacker), 423, "account_locked");
    ErrorBody.of(login("nobody", "wrong", attacker), 423, "account_locked");
  }

  @Test
  void given_many_guesses_at_once_when_counted_then_five_reach_jellyfin() throws Exception {
    ExecutorService guesses = Executors.newFixedThreadPool(24);
    try {
      List<Callable<Response>> calls = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        calls.add(() -> login(user, "wrong", attacker));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> answer : guesses.invokeAll(calls)) {
        statuses.add(answer.get().statusCode());
      }
      assertThat(statuses).isSubsetOf(401, 423, 429);
      assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
    } finally {
      guesses.shutdown();
    }
  }

  private void lock() {
    for (int i = 0; i < 5; i++) {
      login(user, "wrong", attacker);
    }
    ErrorBody.of(login(user, user, attacker), 423, "account_locked");
  }

  private static Response login(String name, String password, String address) {
    return login(given(), name, password, address);
  }

  private static Response login(String name, String password, String address, String token) {
    return login(Proxy.withToken(token), name, password, address);
  }

  private static Response login(
      RequestSpecification request, String name, String password, String address) {
    return request
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("username", name, "password", password))
        .post("/auth/login");
  }
}
