package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.sandbox.SandboxJellyfin;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted is there after a crash, and an app that got no answer goes on. */
class CrashIT {

  @TempDir Path directory;
  private final int port = Ports.free();

  @Test
  void given_a_server_killed_after_the_rotation_when_it_is_back_then_the_old_token_still_helps()
      throws Exception {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      Map<String, String> settings = Settings.of(jellyfin, port, directory.resolve("proxy.db"));
      // The longest, because the server has to start within it.
      settings.put("REFRESH_GRACE_SECONDS", "60");
      String before;
      try (LibertyServer server = started(settings)) {
        before = login();
        sendRefreshAndDoNotRead(before);
        await().pollInterval(Duration.ofMillis(1)).until(() -> successors(before).equals("1"));
        server.kill();
      }
      try (LibertyServer server = started(settings)) {
        assertThat(server.alive()).isTrue();
        Response answer = refresh(before);
        answer.then().statusCode(200);
        String after = answer.path("refresh_token");
        assertThat(after).isNotEqualTo(before);
        assertThat(successors(before)).isEqualTo("1");
        refresh(after).then().statusCode(200);
      }
    }
  }

  private LibertyServer started(Map<String, String> settings) throws InterruptedException {
    LibertyServer server = LibertyServer.startCopy("crash", settings);
    assertThat(Readiness.await(server, port, Duration.ofMinutes(2))).isTrue();
    return server;
  }

  private String login() {
    return given()
        .baseUri("http://127.0.0.1:" + port)
        .contentType(ContentType.JSON)
        .body(Map.of("username", "demo", "password", "demo"))
        .post("/auth/login")
        .path("refresh_token");
  }

  private Response refresh(String token) {
    return given()
        .baseUri("http://127.0.0.1:" + port)
        .contentType(ContentType.JSON)
        .body(Map.of("refresh_token", token))
        .post("/auth/refresh");
  }

  private void sendRefreshAndDoNotRead(String token) throws IOException {
    String body = "{\"refresh_token\":\"" + token + "\"}";
    String request =
        "POST /auth/refresh HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n"
            + body;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  /** How many tokens of the family came after its first one. */
  private String successors(String first) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("proxy.db"));
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from refresh_tokens where rotated_at is not null and hash = '"
                    + RefreshToken.hash(first)
                    + "'")) {
      return rows.getString(1);
    }
  }
}
