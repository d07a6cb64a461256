package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.seerr.SandboxSeerr;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A household that has a Seerr: requests are made there, by its rules, as its users. */
class SeerrIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MOVIE = "/library/tmdb:movie:" + SampleMovies.REQUESTABLE;
  private static final String UNWANTED = "/library/tmdb:movie:" + SampleMovies.SECOND_REQUESTABLE;

  private int port;

  @Test
  void given_a_seerr_when_somebody_asks_then_it_is_asked_as_that_user_and_decides()
      throws InterruptedException {
    port = Ports.free();
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
        SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
        SandboxSeerr seerr = SandboxSeerr.start();
        LibertyServer server =
            LibertyServer.startCopy("seerr", settings(jellyfin, radarr, seerr))) {
      SampleMovies.fill(radarr);
      seerr.addMovie(SampleMovies.REQUESTABLE);
      seerr.addMovie(SampleMovies.SECOND_REQUESTABLE);
      seerr.status("movie", SampleMovies.SECOND_REQUESTABLE, 6);
      assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).as(server.output()).isTrue();
      String demo = token("demo");
      int user = seerr.addUser(jellyfin.users().idOf("demo"), SandboxSeerr.REQUEST);

      as(demo).get(MOVIE).then().body("status.stage", equalTo("requestable"));
      as(demo).get(UNWANTED).then().body("status.stage", equalTo("not_requestable"));

      as(demo).post(MOVIE + "/request").then().statusCode(204);

      await().atMost(SOON).until(() -> !seerr.asked().isEmpty());
      assertThat(seerr.asked()).hasSize(1);
      assertThat(seerr.asked().get(0).user()).isEqualTo(user);
      assertThat(seerr.asked().get(0).tmdb()).isEqualTo(SampleMovies.REQUESTABLE);
      assertThat(radarr.keeps(SampleMovies.REQUESTABLE)).isFalse();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> as(demo).get(MOVIE).then().body("status.stage", equalTo("requested")));
      assertThat(seerr.violations()).isEmpty();

      // Nobody there belongs to the administrator: the owner does not stand in.
      String admin = token("admin");
      as(admin).post("/library/tmdb:movie:" + SampleMovies.UNRATED + "/request");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  as(admin)
                      .get("/requests?status=failed")
                      .then()
                      .body("requests.size()", equalTo(1)));
      assertThat(seerr.asked()).hasSize(1);
    }
  }

  private Map<String, String> settings(
      SandboxJellyfin jellyfin, SandboxRadarr radarr, SandboxSeerr seerr) {
    Map<String, String> settings =
        Settings.hurried(Settings.of(jellyfin, port, Proxy.freshDatabase("seerr")));
    settings.put("RADARR_URL", radarr.url().toString());
    settings.put("RADARR_API_KEY", radarr.apiKey());
    settings.put("SEERR_URL", seerr.url().toString());
    settings.put("SEERR_API_KEY", seerr.apiKey());
    return settings;
  }

  private String token(String user) {
    return given()
        .baseUri("http://127.0.0.1:" + port)
        .port(port)
        .contentType(ContentType.JSON)
        .body(Map.of("username", user, "password", user))
        .post("/auth/login")
        .path("access_token");
  }

  private RequestSpecification as(String token) {
    return given()
        .baseUri("http://127.0.0.1:" + port)
        .port(port)
        .header("Authorization", "Bearer " + token)
        // An open connection would keep the server from stopping at once.
        .header("Connection", "close");
  }
}
