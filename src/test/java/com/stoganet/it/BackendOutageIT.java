package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Titles;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A Jellyfin that cannot do its work, in all the ways that look alike. */
@BlackBox
class BackendOutageIT {

  private static final String TITLE = "/library/jf:" + Titles.MOVIE;

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(Behaviour.starting(), "jellyfin_starting", "is starting"),
        Arguments.of(Behaviour.loading(), "jellyfin_starting", "is starting"),
        Arguments.of(Behaviour.blocked(), "jellyfin_blocked", "refuses connections"),
        Arguments.of(Behaviour.redirecting(), "jellyfin_misconfigured", "base path"),
        Arguments.of(Behaviour.failing(500), "jellyfin_failing", "fails"));
  }

  /** Enough that work for the circuit to stay closed in the next test. */
  @AfterEach
  void recover() {
    Proxy.jellyfin().behave(Behaviour.normal());
    Proxy.awaitRecovery();
    RequestSpecification demo = Proxy.as("demo");
    for (int i = 0; i < 12; i++) {
      demo.get(TITLE).then().statusCode(200);
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("troubles")
  void given_a_trouble_when_asked_then_it_is_told_apart(
      Behaviour behaviour, String reason, String text) {
    RequestSpecification demo = Proxy.as("demo");
    Proxy.jellyfin().behave(behaviour);

    ErrorBody.of(demo.get(TITLE), 503, "backend_unavailable")
        .header("Retry-After", notNullValue())
        .body("error.details.reason", equalTo(reason));
    given()
        .get("/health/ready")
        .then()
        .statusCode(503)
        .body("checks[0].data.jellyfin", containsString(text));
  }

  @Test
  void given_nobody_listens_when_asked_then_it_is_tried_again_before_it_fails() {
    RequestSpecification demo = Proxy.as("demo");
    Proxy.jellyfin().goDown();
    try {
      ErrorBody.of(demo.get(TITLE), 503, "backend_unavailable")
          .body("error.details.reason", equalTo("jellyfin_unreachable"));
    } finally {
      Proxy.jellyfin().comeBack();
    }
  }

  @Test
  void given_a_jellyfin_that_fails_all_the_time_when_asked_then_it_is_left_alone_for_a_while() {
    RequestSpecification demo = Proxy.as("demo");
    Proxy.jellyfin().behave(Behaviour.failing(502));
    for (int i = 0; i < 25; i++) {
      demo.get(TITLE).then().statusCode(503);
    }
    // Every two seconds a single call tries Jellyfin again.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Proxy.jellyfin().clearRequests();
              ErrorBody.of(demo.get(TITLE), 503, "backend_unavailable");
              assertThat(Proxy.jellyfin().requests())
                  .noneMatch(request -> request.path().equals("/Items/" + Titles.MOVIE));
            });
    Proxy.jellyfin().behave(Behaviour.normal());
    await().atMost(Duration.ofSeconds(20)).until(() -> demo.get(TITLE).statusCode() == 200);
  }

  @Test
  void given_one_title_that_jellyfin_fails_on_when_asked_again_and_again_then_others_are_served() {
    RequestSpecification demo = Proxy.as("demo");
    Proxy.jellyfin()
        .behave(Behaviour.failing(500).onlyFor(path -> path.endsWith(Titles.MOVIE_FAVORITE)));
    for (int i = 0; i < 25; i++) {
      demo.get("/library/jf:" + Titles.MOVIE_FAVORITE).then().statusCode(503);
    }

    demo.get(TITLE).then().statusCode(200);
  }

  @Test
  void given_a_working_jellyfin_when_asked_whether_ready_then_its_version_is_told() {
    given()
        .get("/health/ready")
        .then()
        .statusCode(200)
        .body("checks[0].data.jellyfin_version", equalTo(Proxy.JELLYFIN.number()))
        .body("checks[0].data.titles", notNullValue());
  }
}
