package com.stoganet.sandbox.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox answers what a real qBittorrent 4.5.2 was seen to answer. */
class ObservationsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private SandboxQbittorrent server;

  @BeforeEach
  void start() {
    server = SandboxQbittorrent.start(QbittorrentVersion.V4);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void given_a_session_when_asked_then_it_answers_as_the_real_one() throws Exception {
    String cookie = cookie(login(SandboxQbittorrent.PASSWORD));

    assertSeen("version", send(request("app/version").header("Cookie", cookie)));
    assertSeen("webapiVersion", send(request("app/webapiVersion").header("Cookie", cookie)));
    assertSeen("unknownAction", send(request("torrents/dance").header("Cookie", cookie)));
    assertSeen("getOnPostOnlyAction", send(request("torrents/pause").header("Cookie", cookie)));
    assertSeen(
        "pauseUnknownHash",
        send(
            request("torrents/pause")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString("hashes=" + "ff".repeat(20)))));
  }

  @Test
  void given_no_session_when_asked_then_it_refuses_as_the_real_one() throws Exception {
    String cookie = cookie(login(SandboxQbittorrent.PASSWORD));

    assertSeen("noCookie", send(request("app/version")));
    assertSeen("foreignOrigin", foreign("Origin", cookie));
    assertSeen("foreignReferer", foreign("Referer", cookie));
    server.expireSessions();
    assertSeen("sidAfterRestart", send(request("app/version").header("Cookie", cookie)));
  }

  private HttpResponse<String> foreign(String header, String cookie) throws Exception {
    return send(
        request("app/version")
            .header("Cookie", cookie)
            .header(header, "http://elsewhere.example:8080/"));
  }

  @Test
  void given_wrong_passwords_when_there_are_five_then_it_bans_as_the_real_one() throws Exception {
    HttpResponse<String> right = login(SandboxQbittorrent.PASSWORD);
    assertSeen("loginRight", right);
    for (int i = 0; i < 5; i++) {
      assertSeen("loginWrong", login("wrong"));
    }

    assertSeen("loginBanned", login(SandboxQbittorrent.PASSWORD));
    assertSeen("sidWhileBanned", send(request("app/version").header("Cookie", cookie(right))));
  }

  private HttpResponse<String> login(String password) throws Exception {
    String body =
        "username="
            + SandboxQbittorrent.USERNAME
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    return send(request("auth/login").POST(BodyPublishers.ofString(body)));
  }

  private static String cookie(HttpResponse<String> login) {
    return login.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpRequest.Builder request(String route) {
    return HttpRequest.newBuilder(server.url().resolve("/api/v2/" + route));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static void assertSeen(String name, HttpResponse<String> answer) throws IOException {
    JsonObject seen = observations().getJsonObject(name);
    assertThat(answer.statusCode()).as(name).isEqualTo(seen.getInt("status"));
    assertThat(answer.body()).as(name).isEqualTo(seen.getString("body", answer.body()));
  }

  private static JsonObject observations() throws IOException {
    try (InputStream in =
            ObservationsTest.class.getResourceAsStream("/qbittorrent/http-observations.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }
}
