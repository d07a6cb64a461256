package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another Jellyfin answers at the address, as when the volume of the right one is not mounted. */
@BlackBox
class AnotherServerIT {

  private static final String OTHER_KEY = "0f0e0d0c0b0a09080706050403020100";

  @AfterEach
  void recover() {
    Proxy.jellyfin().answerAs(Proxy.jellyfin());
    Proxy.jellyfin().behave(Behaviour.normal());
    Proxy.awaitRecovery();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void given_another_server_when_used_then_nobody_is_signed_out_and_nothing_is_counted_R17(
      boolean setUp) {
    String user = "owner-" + UUID.randomUUID();
    String address = Proxy.anotherAddress();
    Proxy.jellyfin().users().create(user);
    SignedIn device = SignedIn.from(login(user, user, address));
    int titles = device.request().get("/library").path("total");
    try (SandboxJellyfin other = another(setUp)) {
      Proxy.jellyfin().answerAs(other);

      for (int i = 0; i < 7; i++) {
        unavailable(login(user, user, address));
        unavailable(device.request().get("/library/jf:" + Titles.MOVIE));
      }
      given()
          .get("/health/ready")
          .then()
          .statusCode(503)
          .body(
              "checks[0].data.jellyfin",
              containsString(setUp ? "another server answers" : "is not set up"));
      device.refresh().then().statusCode(200);
    }
    Proxy.jellyfin().answerAs(Proxy.jellyfin());
    Proxy.awaitRecovery();

    assertThat(device.request().get("/library").<Integer>path("total")).isEqualTo(titles);
    device.request().get("/library/jf:" + Titles.MOVIE).then().statusCode(200);
    login(user, user, address).then().statusCode(200);
    Proxy.jellyfin().users().delete(user);
  }

  @Test
  void given_a_jellyfin_in_the_second_phase_of_its_start_when_used_then_it_is_starting_R21() {
    SignedIn device = SignedIn.as("demo");
    Proxy.jellyfin().behave(Behaviour.booting());

    ErrorBody.of(device.request().get("/library/jf:" + Titles.MOVIE), 503, "backend_unavailable")
        .body("error.details.reason", equalTo("jellyfin_starting"));
    given()
        .get("/health/ready")
        .then()
        .statusCode(503)
        .body("checks[0].data.jellyfin", equalTo("is starting"));
    device.refresh().then().statusCode(200);
  }

  private static SandboxJellyfin another(boolean setUp) {
    return SandboxJellyfin.startAnother(
        SandboxJellyfin.Options.defaults().apiKey(OTHER_KEY), setUp);
  }

  private static void unavailable(Response response) {
    ErrorBody.of(response, 503, "backend_unavailable").header("Retry-After", notNullValue());
  }

  private static Response login(String name, String password, String address) {
    return given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("username", name, "password", password))
        .post("/auth/login");
  }
}
