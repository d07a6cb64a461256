package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.SyntheticFile;
import com.stoganet.sandbox.Titles;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping the server while somebody watches. */
class DrainIT {

  @TempDir Path directory;
  private final int port = Ports.free();

  @Test
  void given_a_stream_that_runs_when_the_server_is_stopped_then_it_may_end_and_none_begins()
      throws Exception {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
        LibertyServer server =
            LibertyServer.startCopy(
                "drain", Settings.of(jellyfin, port, directory.resolve("proxy.db")))) {
      assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).isTrue();
      String token = token();
      String url = "http://127.0.0.1:" + port + "/stream/" + Titles.MOVIE_BIG_FILE;
      HttpResponse<InputStream> answer = StreamClient.open(url, token);
      try (InputStream body = answer.body()) {
        assertThat(body.readNBytes(100_000)).hasSize(100_000);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        await().atMost(Duration.ofSeconds(20)).until(() -> !starts(url, token) || stopped.isDone());
        assertThat(stopped).isNotDone();

        byte[] buffer = new byte[1 << 20];
        byte[] expected = new byte[1 << 20];
        long offset = 100_000;
        while (offset < SyntheticFile.LENGTH) {
          int read = body.readNBytes(buffer, 0, buffer.length);
          assertThat(read).isPositive();
          SyntheticFile.read(offset, expected);
          assertThat(java.util.Arrays.mismatch(buffer, 0, read, expected, 0, read)).isEqualTo(-1);
          offset += read;
        }
        assertThat(body.read()).isEqualTo(-1);
        stopped.get();
      }
    }
  }

  @Test
  void given_somebody_who_listens_when_the_server_is_stopped_then_it_does_not_wait_for_that()
      throws Exception {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
        LibertyServer server =
            LibertyServer.startCopy(
                "drain", Settings.of(jellyfin, port, directory.resolve("proxy.db")))) {
      assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).isTrue();
      try (EventClient client =
          EventClient.listen("http://127.0.0.1:" + port + "/events", token())) {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);

        await().atMost(Duration.ofSeconds(20)).until(client::isOver);
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
      }
    }
  }

  /** Whether a new stream begins; a connection that is refused is an answer, too. */
  private static boolean starts(String url, String token) {
    try {
      return StreamClient.get(url, token, "Range", "bytes=0-9").statusCode() == 206;
    } catch (Exception e) {
      return false;
    }
  }

  private String token() {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("username", "demo", "password", "demo", "device_label", "Test"))
        .post("http://127.0.0.1:" + port + "/auth/login")
        .path("access_token");
  }
}
