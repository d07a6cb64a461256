package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BlackBox
class SignOutIT {

  @Test
  void given_a_device_when_it_signs_out_then_nothing_of_it_works_any_more() {
    SignedIn device = SignedIn.as("demo");
    String jellyfinToken = Proxy.jellyfin().lastTokenOf("demo").orElseThrow();
    SignedIn other = SignedIn.as("demo");

    device.logout().then().statusCode(204);

    ErrorBody.of(device.request().get("/library"), 401, "token_invalid", "signed_out");
    ErrorBody.of(device.refresh(), 401, "token_invalid", "signed_out");
    other.request().get("/library").then().statusCode(200);
    await().until(() -> !Proxy.jellyfin().users().tokensOf("demo").contains(jellyfinToken));
  }

  @Test
  void given_a_device_that_signed_out_when_it_does_so_again_then_that_is_no_mistake() {
    SignedIn device = SignedIn.as("demo");

    device.logout().then().statusCode(204);
    device.logout().then().statusCode(204);
    device.request().post("/auth/logout/all").then().statusCode(204);
  }

  @Test
  void given_several_devices_when_signing_out_everywhere_then_only_others_stay_signed_in() {
    List<SignedIn> devices = List.of(SignedIn.as("admin"), SignedIn.as("admin"));
    SignedIn somebodyElse = SignedIn.as("demo");

    devices.get(0).request().post("/auth/logout/all").then().statusCode(204);

    for (SignedIn device : devices) {
      ErrorBody.of(device.request().get("/library"), 401, "token_invalid", "signed_out");
      ErrorBody.of(device.refresh(), 401, "token_invalid", "signed_out");
    }
    somebodyElse.request().get("/library").then().statusCode(200);
    await().until(() -> Proxy.jellyfin().users().tokensOf("admin").isEmpty());
  }

  @Test
  void given_a_refresh_token_of_another_device_when_signing_out_then_that_is_signed_out_too() {
    SignedIn one = SignedIn.as("demo");
    SignedIn two = SignedIn.as("demo");
    SignedIn stranger = SignedIn.as("kid");

    logout(one, two.refreshToken());
    logout(SignedIn.as("demo"), stranger.refreshToken());

    ErrorBody.of(one.refresh(), 401, "token_invalid", "signed_out");
    ErrorBody.of(two.refresh(), 401, "token_invalid", "signed_out");
    stranger.refresh().then().statusCode(200);
  }

  @Test
  void given_no_token_when_signing_out_then_it_is_asked_for() {
    SignedIn device = SignedIn.as("demo");

    ErrorBody.of(
        io.restassured.RestAssured.given()
            .contentType(ContentType.JSON)
            .body(Map.of("refresh_token", device.refreshToken()))
            .post("/auth/logout"),
        401,
        "token_invalid");
    device.refresh().then().statusCode(200);
  }

  @Test
  void given_a_jellyfin_that_is_away_when_signing_out_then_it_is_told_when_it_is_back() {
    SignedIn device = SignedIn.as("kid");
    String jellyfinToken = Proxy.jellyfin().lastTokenOf("kid").orElseThrow();
    Proxy.jellyfin().goDown();
    try {
      device.logout().then().statusCode(204);
      ErrorBody.of(device.refresh(), 401, "token_invalid", "signed_out");
    } finally {
      Proxy.jellyfin().comeBack();
    }

    assertThat(Proxy.jellyfin().users().tokensOf("kid")).contains(jellyfinToken);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !Proxy.jellyfin().users().tokensOf("kid").contains(jellyfinToken));
  }

  @Test
  void given_an_account_outside_its_hours_when_signing_out_then_others_need_not_wait_for_it_R31() {
    SignedIn first = SignedIn.as("kid");
    String kids = Proxy.jellyfin().lastTokenOf("kid").orElseThrow();
    Proxy.jellyfin().users().outsideHours("kid", true);
    try {
      first.logout().then().statusCode(204);
      SignedIn second = SignedIn.as("demo");
      String other = Proxy.jellyfin().lastTokenOf("demo").orElseThrow();
      Proxy.jellyfin().goDown();
      try {
        second.logout().then().statusCode(204);
      } finally {
        Proxy.jellyfin().comeBack();
      }
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !Proxy.jellyfin().users().tokensOf("demo").contains(other));
      assertThat(Proxy.jellyfin().users().tokensOf("kid")).contains(kids);
    } finally {
      Proxy.jellyfin().users().outsideHours("kid", false);
    }
  }

  private static void logout(SignedIn device, String refreshToken) {
    device
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("refresh_token", refreshToken))
        .post("/auth/logout")
        .then()
        .statusCode(204);
  }
}
