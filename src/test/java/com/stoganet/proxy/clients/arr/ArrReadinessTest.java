package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.health.Dependency.Condition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator is told. */
class ArrReadinessTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong nanos = new AtomicLong();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server
        .answer("GET /system/status", 200, "{\"appName\":\"Radarr\",\"version\":\"6.0.3.1\"}")
        .answer(
            "GET /qualityprofile", 200, "[{\"id\":1,\"name\":\"Any\"},{\"id\":2,\"name\":\"SD\"}]")
        .answer(
            "GET /rootfolder",
            200,
            "[{\"path\":\"/mnt/secret\"},{\"path\":\"/media/movies/\",\"accessible\":true},"
                + "{\"path\":\"/media/gone\",\"accessible\":false}]");
  }

  @AfterEach
  void stop() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void given_a_radarr_that_is_well_when_asked_then_its_version_is_told() {
    assertThat(condition("sd", "/media/movies"))
        .isEqualTo(Condition.ok(Map.of("radarr_version", "6.0.3.1")));
    assertThat(condition(null, null).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ultra, , 'has no quality profile named Ultra, but Any, SD'",
    ", /media/other, has no root folder /media/other",
    ", /media/gone, cannot reach its root folder"
  })
  void given_settings_that_do_not_fit_when_asked_then_it_is_told_which(
      String profile, String folder, String problem) {
    assertThat(condition(profile, folder)).isEqualTo(Condition.problem(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "401, '', refuses the API key",
    "307, x, redirects the proxy elsewhere; its URL may lack the base path",
    "404, x, gives answers that make no sense",
    "500, x, fails",
    "200, {}, is not a Radarr",
    "200, '{\"appName\":\"Sonarr\",\"version\":\"4.0\"}', is not a Radarr",
    "200, x, gives answers that make no sense"
  })
  void given_a_server_that_is_not_well_when_asked_then_it_is_told_why(
      int status, String body, String problem) throws IOException {
    try (ScriptedServer ill = new ScriptedServer()) {
      ill.answer("GET /system/status", status, body);

      assertThat(readiness(ill.settings(Program.RADARR)).conditions())
          .containsExactly(Map.entry("radarr", Condition.problem(problem)));
    }
  }

  @Test
  void given_an_old_server_without_a_name_when_asked_then_it_is_what_it_is_taken_for()
      throws IOException {
    try (ScriptedServer old = new ScriptedServer()) {
      old.answer("GET /system/status", 200, "{\"version\":\"3.0.10\"}")
          .answer("GET /qualityprofile", 200, "[{\"id\":1,\"name\":\"Any\"}]")
          .answer("GET /rootfolder", 200, "[{\"path\":\"/tv\"}]");

      assertThat(readiness(old.settings(Program.SONARR)).conditions())
          .containsExactly(Map.entry("sonarr", Condition.ok(Map.of("sonarr_version", "3.0.10"))));
    }
  }

  @Test
  void given_servers_that_hang_when_asked_then_all_are_waited_for_at_the_same_time()
      throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ArrReadiness readiness =
          readiness(
              server.settings(Program.RADARR),
              hanging("radarr_2", silent),
              hanging("radarr_3", silent),
              hanging("radarr_4", silent));
      long start = System.nanoTime();

      Map<String, Condition> conditions = readiness.conditions();

      assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
      assertThat(conditions).containsOnlyKeys("radarr", "radarr_2", "radarr_3", "radarr_4");
      assertThat(conditions.get("radarr").problem()).isEmpty();
      assertThat(conditions.get("radarr_4")).isEqualTo(Condition.problem("does not answer"));
    }
  }

  @Test
  void given_an_answer_when_asked_again_soon_then_it_is_remembered_for_15_seconds() {
    ArrReadiness readiness = readiness(server.settings(Program.RADARR));

    readiness.conditions();
    readiness.conditions();
    assertThat(server.calls()).hasSize(3);

    nanos.addAndGet(Duration.ofSeconds(15).toNanos());
    readiness.conditions();
    assertThat(server.calls()).hasSize(6);
  }

  @Test
  void given_no_servers_when_asked_then_there_is_nothing_to_tell() {
    assertThat(readiness().conditions()).isEmpty();
    assertThat(new ConfiguredArrs(List.of(), Clock.systemUTC()).all()).isEmpty();
  }

  private Condition condition(String profile, String folder) {
    return readiness(server.settings(Program.RADARR, profile, folder)).conditions().get("radarr");
  }

  private ArrReadiness readiness(Backends.Arr... settings) {
    ConfiguredArrs arrs = new ConfiguredArrs(List.of(settings), Clock.systemUTC());
    return new ArrReadiness(arrs, threads, nanos::get);
  }

  private static Backends.Arr hanging(String name, ServerSocket silent) {
    URI address = URI.create("http://localhost:" + silent.getLocalPort());
    return new Backends.Arr(Program.RADARR, name, address, "k", null, null, "released");
  }
}
