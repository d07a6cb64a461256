package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class DevicesIT {

  @Test
  void given_several_devices_when_listed_then_each_is_told_apart() {
    SignedIn.as("kid").request().post("/auth/logout/all").then().statusCode(204);
    SignedIn tv = on("Living room", "Stoganet TV/2.1", "okhttp/4.12");
    SignedIn phone = on("Phone", null, "Stoganet/3 (Android 14)");

    Response answer = tv.request().get("/auth/devices");

    List<Map<String, Object>> devices = answer.path("devices");
    assertThat(devices).extracting(each -> each.get("label")).contains("Living room", "Phone");
    Map<String, Object> current = answer.path("devices.find { it.current }");
    assertThat(current)
        .containsEntry("label", "Living room")
        .containsEntry("client", "Stoganet TV/2.1");
    assertThat(answer.<String>path("devices.find { it.label == 'Phone' }.client"))
        .isEqualTo("Stoganet/3 (Android 14)");
    assertThat(devices)
        .allSatisfy(
            each -> {
              assertThat(OffsetDateTime.parse((String) each.get("created_at")))
                  .isCloseTo(OffsetDateTime.now(), within(Duration.ofMinutes(1)));
              assertThat(OffsetDateTime.parse((String) each.get("last_seen_at")))
                  .isCloseTo(OffsetDateTime.now(), within(Duration.ofMinutes(1)));
              assertThat((String) each.get("address")).isNotEmpty();
            });
    assertThat(answer.<List<Boolean>>path("devices.current")).containsOnlyOnce(true);
    assertThat(phone.deviceId()).isNotEqualTo(tv.deviceId());
  }

  @Test
  void given_devices_when_they_sign_in_then_jellyfin_knows_each_by_its_own_id_and_name() {
    on("Living room", null, "x");
    String first = Proxy.jellyfin().lastDeviceIdOf("kid").orElseThrow();
    on("Bedroom", null, "x");
    String second = Proxy.jellyfin().lastDeviceIdOf("kid").orElseThrow();

    assertThat(first).isNotEqualTo(second);
    assertThat(Proxy.jellyfin().users().deviceNamesOf("kid")).contains("Living room", "Bedroom");
  }

  @Test
  void given_another_device_when_it_is_ended_then_it_is_out_and_this_one_is_not() {
    SignedIn lost = SignedIn.as("demo");
    SignedIn here = SignedIn.as("demo");
    String jellyfinTokenOfHere = Proxy.jellyfin().lastTokenOf("demo").orElseThrow();
    lost.request().get("/library").then().statusCode(200);
    String id = lost.deviceId();

    here.request().delete("/auth/devices/" + id).then().statusCode(204);

    ErrorBody.of(lost.request().get("/library"), 401, "token_invalid", "revoked");
    ErrorBody.of(lost.refresh(), 401, "token_invalid", "revoked");
    here.request().get("/library").then().statusCode(200);
    assertThat(Proxy.jellyfin().users().tokensOf("demo")).contains(jellyfinTokenOfHere);
    ErrorBody.of(here.request().delete("/auth/devices/" + id), 404, "item_not_found");
    assertThat(Proxy.log()).containsPattern("\"event\":\"session_ended\".*\"reason\":\"revoked\"");
  }

  @Test
  void given_this_device_when_it_ends_itself_then_it_is_signed_out() {
    SignedIn device = SignedIn.as("demo");

    device.request().delete("/auth/devices/" + device.deviceId()).then().statusCode(204);

    ErrorBody.of(device.refresh(), 401, "token_invalid", "signed_out");
  }

  @Test
  void given_a_device_of_somebody_else_when_ended_then_there_is_no_such_device() {
    SignedIn victim = SignedIn.as("demo");

    ErrorBody.of(
        SignedIn.as("admin").request().delete("/auth/devices/" + victim.deviceId()),
        404,
        "item_not_found");

    victim.request().get("/library").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "%27%20or%201=1", "a%00b"})
  void given_no_such_device_when_ended_then_that_is_told(String id) {
    int status =
        SignedIn.as("demo")
            .request()
            .urlEncodingEnabled(false)
            .delete("/auth/devices/" + id)
            .statusCode();

    assertThat(status).isIn(400, 404);
  }

  @Test
  void given_a_device_that_moves_when_used_then_the_list_says_where_it_is() {
    SignedIn device = SignedIn.as("demo");
    String before =
        device.request().get("/auth/devices").path("devices.find { it.current }.address");

    await()
        .untilAsserted(
            () -> {
              Response answer =
                  device.request().header("X-Forwarded-For", "198.51.100.77").get("/auth/devices");
              assertThat(answer.<String>path("devices.find { it.current }.address"))
                  .isNotEqualTo(before)
                  .isEqualTo("198.51.100.77");
            });
    // Noting that happens on another thread, which must not keep the only connection of SQLite.
    SignedIn.as("demo").request().get("/library").then().statusCode(200);
  }

  private static SignedIn on(String label, String client, String userAgent) {
    Map<String, String> login =
        client == null
            ? Map.of("username", "kid", "password", "kid", "device_label", label)
            : Map.of("username", "kid", "password", "kid", "device_label", label, "client", client);
    return SignedIn.from(
        given()
            .contentType(ContentType.JSON)
            .header("User-Agent", userAgent)
            .body(login)
            .post("/auth/login"));
  }

  private static org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
    return new org.assertj.core.data.TemporalUnitWithinOffset(
        duration.toSeconds(), ChronoUnit.SECONDS);
  }
}
