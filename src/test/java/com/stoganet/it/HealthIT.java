package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.stoganet.sandbox.Behaviour;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@BlackBox
class HealthIT {

  @Test
  void given_microshed_when_it_found_the_proxy_then_restassured_points_at_it() {
    assertThat(RestAssured.baseURI + ":" + RestAssured.port)
        .isEqualTo("http://127.0.0.1:" + Proxy.currentPort());
  }

  @Test
  void given_the_proxy_when_asked_for_healthz_then_nothing_else_is_touched() {
    // More than once, since the proxy looks after the catalogue by itself.
    await()
        .untilAsserted(
            () -> {
              Proxy.jellyfin().clearRequests();
              given().get("/healthz").then().statusCode(200).body("status", equalTo("ok"));
              assertThat(Proxy.jellyfin().requests()).isEmpty();
            });
  }

  @Test
  void given_everything_works_when_asked_then_the_proxy_is_live_started_and_ready() {
    for (String check : new String[] {"live", "started", "ready"}) {
      given().get("/health/" + check).then().statusCode(200).body("status", equalTo("UP"));
    }
  }

  @Test
  void given_jellyfin_is_down_when_asked_then_readiness_tells_it_from_the_database() {
    Proxy.jellyfin().goDown();
    try {
      given()
          .get("/health/ready")
          .then()
          .statusCode(503)
          .body("checks[0].data.database", equalTo("ok"))
          .body("checks[0].data.jellyfin", containsString("does not answer"));
      given().get("/health/live").then().statusCode(200);
    } finally {
      Proxy.jellyfin().comeBack();
    }
  }

  @Test
  void given_jellyfin_hangs_when_asked_then_readiness_does_not_wait_for_it() {
    Proxy.jellyfin().behave(Behaviour.slow(Duration.ofSeconds(20)));
    long start = System.nanoTime();

    given()
        .get("/health/ready")
        .then()
        .statusCode(503)
        .body("checks[0].data.jellyfin", containsString("does not answer"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void
      given_the_api_key_is_deleted_in_jellyfin_when_asked_then_readiness_tells_it_and_stays_up_R18() {
    Proxy.jellyfin()
        .behave(
            Behaviour.unauthorized()
                .onlyWhen(
                    request ->
                        request
                            .headers()
                            .getOrDefault("Authorization", List.of())
                            .toString()
                            .contains(Proxy.jellyfin().apiKey())));
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  given()
                      .get("/health/ready")
                      .then()
                      .statusCode(200)
                      .body("checks[0].data.catalogue", containsString("JELLYFIN_API_KEY"))
                      .body("checks[0].data.catalogue", containsString("seconds old"))
                      .body("checks[0].data.jellyfin", equalTo("ok")));
    } finally {
      Proxy.jellyfin().behave(Behaviour.normal());
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                given()
                    .get("/health/ready")
                    .then()
                    .body("checks[0].data.catalogue", equalTo("ok"))
                    .body("checks[0].data.catalogue_skipped", equalTo("0"))
                    .body("checks[0].data.catalogue_age", matchesPattern("[0-9]{1,2}")));
  }

  @Test
  void given_jellyfin_is_starting_when_asked_then_the_proxy_is_not_ready() {
    Proxy.jellyfin().behave(Behaviour.starting());

    given().get("/health/ready").then().statusCode(503);
  }

  @Test
  void given_the_contract_when_asked_for_then_it_is_served_with_a_page_to_read_it() {
    given()
        .get("/openapi")
        .then()
        .statusCode(200)
        .body(containsString("Stoganet API Proxy"))
        .body(containsString("/library/{id}/seasons/{seasonNumber}/episodes"))
        .body(containsString("/stream/{jfId}"));
    // The page is Open Liberty's; Payara serves the document alone.
    if (ServerUnderTest.current() == ServerUnderTest.LIBERTY) {
      given().get("/openapi/ui/").then().statusCode(200).body(containsString("<html"));
    }
  }
}
