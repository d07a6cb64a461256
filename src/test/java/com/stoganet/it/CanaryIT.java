package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Titles;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Does with known secrets whatever an app can do, well and badly, and then looks for them: in every
 * answer, in the log, in the database.
 */
@BlackBox
class CanaryIT {

  private static final String USER = "canary";
  private static final String PASSWORD = "canary-password-7f3a91";
  private static final String WRONG_PASSWORD = "canary-wrong-password-7f3a91";

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final StringBuilder answers = new StringBuilder();

  @AfterEach
  void gone() {
    Proxy.jellyfin().users().delete(USER);
  }

  @Test
  void given_known_secrets_when_everything_was_done_then_none_of_them_can_be_found()
      throws Exception {
    Proxy.jellyfin().users().create(USER);
    Proxy.jellyfin().users().resetPassword(USER, PASSWORD);
    secrets.put("password", PASSWORD);
    secrets.put("wrong password", WRONG_PASSWORD);
    secrets.put("API key", Proxy.jellyfin().apiKey());
    secrets.put("signing key", Proxy.setting("JWT_SIGNING_KEY"));
    secrets.put("backend", Proxy.jellyfin().url().getAuthority());
    secrets.put("key of Radarr", Proxy.arrs().radarr().apiKey());
    secrets.put("key of Sonarr", Proxy.arrs().sonarr().apiKey());
    secrets.put("Radarr", Proxy.arrs().radarr().url().getAuthority());
    secrets.put("Sonarr", Proxy.arrs().sonarr().url().getAuthority());
    secrets.put("qBittorrent", Proxy.arrs().qbittorrent().url().getAuthority());
    secrets.put("password of qBittorrent", SandboxQbittorrent.PASSWORD);
    secrets.put("webhook secret", Proxy.WEBHOOK_SECRET);
    secrets.put("stack trace", "   at ");

    signInBadly();
    SignedIn first = device();
    SignedIn second = SignedIn.from(first.refresh());
    remember("second", second);
    browse(second);
    askAround(second);
    whileOthersFail(second);
    quickConnect(second);
    whileJellyfinFails(second);
    SignedIn last = device();
    keep(last.logout());
    keep(last.refresh());
    keep(second.request().post("/auth/logout/all"));

    assertThat(answers).as("answers").isNotEmpty();
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      assertThat(answers.indexOf(secret.getValue()))
          .as(secret.getKey() + " in answers")
          .isEqualTo(-1);
    }
    await()
        .untilAsserted(() -> assertThat(Proxy.log()).contains("access POST /auth/logout/all 204"));
    for (Path file : Proxy.logs()) {
      absentIn(file);
    }
    absentInDatabase();
  }

  private void signInBadly() {
    keep(Proxy.login(USER, WRONG_PASSWORD));
    keep(Proxy.login(PASSWORD, WRONG_PASSWORD));
    keep(SignedIn.refresh(WRONG_PASSWORD));
    keep(given().contentType(ContentType.JSON).body("{" + PASSWORD).post("/auth/login"));
    keep(given().contentType(ContentType.JSON).body("[]").post("/auth/login"));
    keep(Proxy.withToken(WRONG_PASSWORD).get("/library"));
    keep(given().get("/library?password=" + PASSWORD));
  }

  private SignedIn device() {
    SignedIn device = SignedIn.from(Proxy.login(USER, PASSWORD));
    secrets.put(
        "Jellyfin token " + secrets.size(), Proxy.jellyfin().lastTokenOf(USER).orElseThrow());
    remember("device " + secrets.size(), device);
    return device;
  }

  /** Answers to a sign-in hold the tokens, and are not kept; nothing else may hold them. */
  private void remember(String name, SignedIn device) {
    secrets.put("refresh token of " + name, device.refreshToken());
    secrets.put("access token of " + name, device.accessToken());
  }

  private void browse(SignedIn device) {
    for (String path :
        List.of(
            "/home",
            "/library",
            "/library/genres",
            "/search?q=lan",
            "/library/jf:" + Titles.MOVIE,
            "/library/jf:" + Titles.MOVIE + "/similar",
            "/library/jf:00000000000000000000000000000000",
            "/library/nonsense",
            "/auth/devices",
            "/stream/" + Titles.MOVIE,
            "/stream/nonsense",
            "/no/such/path",
            "/healthz",
            "/health",
            "/openapi")) {
      keep(device.request().get(path));
    }
    keep(
        device
            .request()
            .contentType(ContentType.JSON)
            .body("{\"position_ms\":1000,\"played\":false}")
            .put("/playback/jf:" + Titles.MOVIE + "/progress"));
    String url = device.request().post("/stream/" + Titles.MOVIE + "/ticket").path("url");
    secrets.put("ticket", url.split("/", -1)[4]);
    keep(given().header("Range", "bytes=0-99").get(url));
    keep(given().get(url + "/subtitles/2"));
    String poster = device.request().get("/library/jf:" + Titles.MOVIE).path("images.poster.url");
    keep(given().get(poster));
  }

  /** Everything that has to do with the servers that get titles. */
  private void askAround(SignedIn device) {
    for (String path :
        List.of(
            "/search?q=Fog",
            "/library/tmdb:movie:" + SampleMovies.SECOND_REQUESTABLE,
            "/library/tmdb:movie:" + SampleMovies.BLOCKED,
            "/library/tmdb:tv:" + SampleShows.tmdb(SampleShows.SEASON_PACK),
            "/requests",
            "/downloads",
            "/calendar")) {
      keep(device.request().get(path));
    }
    keep(Proxy.as("admin").get("/downloads"));
    keep(
        device
            .request()
            .post("/library/tmdb:movie:" + SampleMovies.SECOND_REQUESTABLE + "/request"));
    keep(given().header("X-Webhook-Secret", "canary-wrong-secret-5c1d").post("/webhooks/radarr"));
    secrets.put("wrong webhook secret", "canary-wrong-secret-5c1d");
    keep(given().auth().preemptive().basic("x", Proxy.WEBHOOK_SECRET).post("/webhooks/radarr"));
  }

  private void whileOthersFail(SignedIn device) {
    SandboxRadarr radarr = Proxy.arrs().radarr();
    radarr.behave(Behaviour.failing(500));
    try {
      askAround(device);
    } finally {
      radarr.behave(Behaviour.normal());
    }
    radarr.goDown();
    Proxy.arrs().qbittorrent().goDown();
    try {
      askAround(device);
      keep(given().get("/health/ready"));
    } finally {
      radarr.comeBack();
      Proxy.arrs().qbittorrent().comeBack();
    }
  }

  private void quickConnect(SignedIn device) {
    Response started = given().post("/auth/quick-connect/start");
    String pollToken = started.path("poll_token");
    secrets.put("poll token", pollToken);
    RequestSpecification approve = device.request().contentType(ContentType.JSON);
    keep(
        approve
            .body(Map.of("code", started.<String>path("code")))
            .post("/auth/quick-connect/approve"));
    Response polled = await().until(() -> poll(pollToken), answer -> answer.statusCode() == 200);
    remember("television", SignedIn.from(polled));
    Proxy.jellyfin().requests().stream()
        .filter(request -> request.path().equals("/Users/AuthenticateWithQuickConnect"))
        .map(request -> request.body().replaceAll("(?s).*\"([0-9A-F]{64})\".*", "$1"))
        .forEach(secret -> secrets.put("secret of Quick Connect", secret));
    assertThat(secrets).containsKey("secret of Quick Connect");
    secrets.put("Jellyfin token of television", Proxy.jellyfin().lastTokenOf(USER).orElseThrow());
  }

  private static Response poll(String pollToken) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("poll_token", pollToken))
        .post("/auth/quick-connect/poll");
  }

  private void whileJellyfinFails(SignedIn device) {
    Response waiting = given().post("/auth/quick-connect/start");
    String pollToken = waiting.path("poll_token");
    secrets.put("poll token of one that waits", pollToken);
    for (Behaviour trouble :
        List.of(
            Behaviour.failing(500),
            Behaviour.failing(503),
            Behaviour.redirecting(),
            Behaviour.cuttingBodiesAfter(10))) {
      Proxy.jellyfin().behave(trouble);
      keep(Proxy.login(USER, PASSWORD));
      keep(device.request().get("/library/jf:" + Titles.MOVIE));
      stream(device);
      keep(given().post("/auth/quick-connect/start"));
      keep(poll(pollToken));
    }
    Proxy.jellyfin().behave(Behaviour.normal());
    Proxy.jellyfin().requests().stream()
        .filter(request -> request.path().equals("/QuickConnect/Connect"))
        .map(request -> request.query().replace("secret=", ""))
        .forEach(secret -> secrets.put("secret of Quick Connect " + secret, secret));
    await().until(() -> Proxy.login(USER, PASSWORD).statusCode() == 200);
  }

  /** When the bytes break off there is no answer to keep. */
  private void stream(SignedIn device) {
    try {
      keep(device.request().get("/stream/" + Titles.MOVIE));
    } catch (Exception e) {
      assertThat(e).hasMessageContaining("Premature end");
    }
  }

  private void keep(Response answer) {
    answers.append(answer.statusLine()).append('\n').append(answer.headers()).append('\n');
    byte[] body = answer.asByteArray();
    answers.append(new String(body, StandardCharsets.ISO_8859_1)).append('\n');
  }

  private void absentInDatabase() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Database.directory())) {
      files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".pem"))
              .toList();
    }
    boolean nameFound = false;
    for (Path file : files) {
      absentIn(file);
      nameFound |= content(file).contains(USER);
    }
    assertThat(nameFound).as("what is no secret can be found").isTrue();
  }

  private static String content(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private void absentIn(Path file) throws IOException {
    String content = content(file);
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      assertThat(content.indexOf(secret.getValue()))
          .as(secret.getKey() + " in " + file.getFileName())
          .isEqualTo(-1);
    }
  }
}
