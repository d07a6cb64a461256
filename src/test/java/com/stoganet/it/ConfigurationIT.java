package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings on the real server; every single value is tried in SettingsTest. */
class ConfigurationIT {

  private static final int EXIT_CONFIG = 78;
  private static final long PATIENCE_SECONDS = 180;

  private static SandboxJellyfin jellyfin;

  @TempDir Path directory;
  private final int port = Ports.free();

  @BeforeAll
  static void startJellyfin() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  }

  @AfterAll
  static void stopJellyfin() {
    jellyfin.close();
  }

  @Test
  void given_no_settings_when_launched_then_all_are_named_and_the_process_ends()
      throws InterruptedException {
    try (LibertyServer server = LibertyServer.startCopy("configuration", Map.of())) {
      assertThat(server.exitStatus(PATIENCE_SECONDS)).isEqualTo(EXIT_CONFIG);
      assertThat(server.output())
          .contains(
              "JELLYFIN_URL is missing",
              "JELLYFIN_API_KEY is missing",
              "PROXY_BASE_URL is missing",
              "JWT_SIGNING_KEY is missing",
              "DB_PATH is missing",
              "LISTEN_ADDR is missing");
    }
  }

  @Test
  void given_bad_values_when_launched_then_they_are_named_but_not_shown()
      throws InterruptedException {
    Map<String, String> settings = valid();
    settings.put("JWT_SIGNING_KEY", "too-short-to-be-a-key");
    settings.put("LISTEN_ADDR", "127.0.0.1:http");
    settings.put("PROXY_BASE_URL", "media.home.test");
    settings.put("JELLYFIN_API_KEY_FILE", directory.resolve("key").toString());

    try (LibertyServer server = LibertyServer.startCopy("configuration", settings)) {
      assertThat(server.exitStatus(PATIENCE_SECONDS)).isEqualTo(EXIT_CONFIG);
      assertThat(server.output())
          .contains(
              "JWT_SIGNING_KEY must be at least 32 bytes long",
              "LISTEN_ADDR must be",
              "PROXY_BASE_URL must be an absolute http or https URL",
              "JELLYFIN_API_KEY and JELLYFIN_API_KEY_FILE are both set")
          .doesNotContain("too-short-to-be-a-key", jellyfin.apiKey());
    }
  }

  @Test
  void given_bad_values_on_a_foreign_server_when_started_then_it_stays_up_but_not_ready() {
    Map<String, String> settings = valid();
    settings.remove("JELLYFIN_URL");
    settings.put("LISTEN_HOST", "127.0.0.1");
    settings.put("LISTEN_PORT", Integer.toString(port));

    try (LibertyServer server = LibertyServer.startForeign("configuration", settings)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
          .until(() -> server.output().contains("JELLYFIN_URL is missing"));
      Awaitility.await()
          .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
          .until(() -> Readiness.status(port) == 503);
      assertThat(server.alive()).isTrue();
    }
  }

  @Test
  void given_secrets_in_files_and_an_ipv6_address_when_launched_then_the_proxy_serves()
      throws Exception {
    Map<String, String> settings = valid();
    settings.put("LISTEN_ADDR", ":" + port);
    intoFile(settings, "JWT_SIGNING_KEY");
    intoFile(settings, "JELLYFIN_API_KEY");
    intoFile(settings, "LISTEN_ADDR");
    intoFile(settings, "DB_PATH");

    try (LibertyServer server = LibertyServer.startCopy("configuration", settings)) {
      assertThat(Readiness.await(server, port, Duration.ofSeconds(PATIENCE_SECONDS)))
          .as(server.output())
          .isTrue();
      assertThat(SmallClient.browse("http://127.0.0.1:" + port)).isEqualTo(200);
      assertThat(SmallClient.browse("http://[::1]:" + port)).isEqualTo(200);
    }
  }

  /** A directory that does not exist is of as little use as one without programs (noexec). */
  @Test
  void given_no_place_for_the_library_of_sqlite_when_started_then_readiness_says_so_B24() {
    Map<String, String> settings = new HashMap<>(valid());
    settings.put("JVM_ARGS", "-Dorg.sqlite.tmpdir=/no-such-directory");
    try (LibertyServer server = LibertyServer.startCopy("configuration", settings)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  given()
                      .baseUri("http://127.0.0.1")
                      .port(port)
                      .get("/health/ready")
                      .then()
                      .statusCode(503)
                      .body("checks[0].data.database", containsString("org.sqlite.tmpdir")));
      given().baseUri("http://127.0.0.1").port(port).get("/healthz").then().statusCode(200);
      assertThat(server.output()).contains("the library of SQLite cannot be loaded");
    }
  }

  private Map<String, String> valid() {
    return new HashMap<>(Settings.of(jellyfin, port, directory.resolve("proxy.db")));
  }

  private void intoFile(Map<String, String> settings, String name) throws Exception {
    Path file = Files.writeString(directory.resolve(name), "\n " + settings.remove(name) + " \r\n");
    settings.put(name + "_FILE", file.toString());
  }
}
