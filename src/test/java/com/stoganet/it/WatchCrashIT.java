package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a player reported stands when the proxy is killed between two reports. */
class WatchCrashIT {

  private static final long POSITION_MILLIS = Duration.ofMinutes(90).toMillis();
  private static final Duration IDLE = Duration.ofMinutes(11);

  @TempDir Path directory;
  private final int port = Ports.free();

  @Test
  void given_a_proxy_killed_between_two_reports_when_it_is_back_then_the_position_stands_R01()
      throws InterruptedException {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      Map<String, String> settings = Settings.of(jellyfin, port, directory.resolve("proxy.db"));
      settings.put("INTERNAL_PLAYER_SILENCE_MILLIS", "5000");
      try (LibertyServer server = started(settings)) {
        report(login());
        server.kill();
      }
      jellyfin.clearRequests();
      assertThat(position(jellyfin)).isEqualTo(POSITION_MILLIS);
      try (LibertyServer server = started(settings)) {
        assertThat(server.alive()).isTrue();
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    jellyfin.requests().stream()
                        .anyMatch(request -> request.path().equals("/Sessions/Playing/Stopped")));
      }
      jellyfin.passTime(IDLE);
      assertThat(position(jellyfin)).isEqualTo(POSITION_MILLIS);
      assertThat(jellyfin.users().watchState("demo", Titles.MOVIE).played()).isFalse();
    }
  }

  private static long position(SandboxJellyfin jellyfin) {
    return jellyfin.users().watchState("demo", Titles.MOVIE).positionTicks() / 10_000;
  }

  private LibertyServer started(Map<String, String> settings) throws InterruptedException {
    LibertyServer server = LibertyServer.startCopy("watch-crash", settings);
    assertThat(Readiness.await(server, port, Duration.ofMinutes(2))).isTrue();
    return server;
  }

  private String login() {
    return given()
        .baseUri("http://127.0.0.1:" + port)
        .contentType(ContentType.JSON)
        .body(Map.of("username", "demo", "password", "demo"))
        .post("/auth/login")
        .path("access_token");
  }

  private void report(String token) {
    given()
        .baseUri("http://127.0.0.1:" + port)
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(Map.of("position_ms", POSITION_MILLIS, "played", false))
        .put("/playback/tmdb:movie:" + Titles.MOVIE_TMDB + "/progress")
        .then()
        .statusCode(204);
  }
}
