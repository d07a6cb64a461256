package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes keys from one start to the next; no user has to sign in again because of that. */
class KeyRotationIT {

  private static final String SEALED = "sealed anew with the present key: ";
  private static final String CHANGED = "\"event\":\"key_changed\"";

  private SandboxJellyfin jellyfin;
  private Map<String, String> settings;
  private LibertyServer server;
  private int port;
  private int sessions;
  private int sessionsAtStart;

  @BeforeEach
  void prepare() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    port = Ports.free();
    settings = new HashMap<>(Settings.of(jellyfin, port, Proxy.freshDatabase("rotation")));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
    jellyfin.close();
  }

  /** One household over the years: each start of the server costs seconds. */
  @Test
  void given_keys_when_they_are_changed_then_users_sign_in_again_only_without_the_previous_one()
      throws InterruptedException {
    start();
    String token = signIn("demo");
    String poster = poster(token);
    assertThat(server.output()).doesNotContain(CHANGED);

    aNewSigningKeyBesideThePreviousOne(token, poster);
    thePreviousSigningKeyIsGone(token);
    aNewSigningKeyAlone(token);
    token = signIn("demo");
    aDataKeyComes(token);
    aNewDataKeyBesideThePreviousOne(token);
    thePreviousDataKeyIsGone(token);
  }

  private void aNewSigningKeyBesideThePreviousOne(String token, String poster)
      throws InterruptedException {
    change("JWT_SIGNING_KEY", "JWT_SIGNING_KEY_PREVIOUS");
    start();

    ErrorBody.of(get(token, "/library"), 401, "token_expired");
    assertThat(get(refreshed(token), "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(get(null, poster).statusCode()).isEqualTo(200);
    assertThat(poster(refreshed(token))).isNotEqualTo(poster);
    assertThat(server.output())
        .containsOnlyOnce(CHANGED)
        .contains("\"reason\":\"signing_key\"")
        .containsPattern(sealedAnew(sessionsAtStart));
  }

  private void thePreviousSigningKeyIsGone(String token) throws InterruptedException {
    settings.remove("JWT_SIGNING_KEY_PREVIOUS");
    start();

    ErrorBody.of(get(token, "/library"), 401, "token_invalid");
    assertThat(get(refreshed(token), "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output()).doesNotContain(CHANGED).containsPattern(sealedAnew(0));
  }

  private void aNewSigningKeyAlone(String token) throws InterruptedException {
    settings.put("JWT_SIGNING_KEY", freshKey());
    start();
    // No key is left for what was sealed before.
    sessions = 0;

    ErrorBody.of(get(token, "/library"), 401, "token_invalid");
    ErrorBody.of(get(refreshed(token), "/library"), 401, "token_invalid");
    assertThat(get(signIn("demo"), "/library").statusCode()).isEqualTo(200);
  }

  private void aDataKeyComes(String token) throws InterruptedException {
    settings.put("DATA_KEY", freshKey());
    start();

    assertThat(get(token, "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output())
        .containsOnlyOnce(CHANGED)
        .contains("\"reason\":\"data_key\"")
        .containsPattern(sealedAnew(sessionsAtStart));
  }

  private void aNewDataKeyBesideThePreviousOne(String token) throws InterruptedException {
    change("DATA_KEY", "DATA_KEY_PREVIOUS");
    start();

    assertThat(get(token, "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output())
        .containsOnlyOnce(CHANGED)
        .containsPattern(sealedAnew(sessionsAtStart))
        .doesNotContain(settings.get("DATA_KEY"));
  }

  private void thePreviousDataKeyIsGone(String token) throws InterruptedException {
    settings.remove("DATA_KEY_PREVIOUS");
    start();

    assertThat(get(token, "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output()).doesNotContain(CHANGED).containsPattern(sealedAnew(0));
  }

  private void start() throws InterruptedException {
    if (server != null) {
      server.close();
    }
    sessionsAtStart = sessions;
    server = LibertyServer.startCopy("rotation", settings);
    assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).as(server.output()).isTrue();
    await().atMost(Proxy.START_PATIENCE).until(() -> server.output().contains(SEALED));
  }

  private static String sealedAnew(int secrets) {
    return SEALED + secrets + "\\b";
  }

  private void change(String key, String previous) {
    settings.put(previous, settings.get(key));
    settings.put(key, freshKey());
  }

  private String freshKey() {
    return Settings.of(jellyfin, port, Proxy.freshDatabase("unused")).get("JWT_SIGNING_KEY");
  }

  private String signIn(String name) {
    sessions++;
    return request()
        .contentType(ContentType.JSON)
        .body(Map.of("username", name, "password", name))
        .post("/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** What refreshing gives: a token of the same session, signed with the present key. */
  private String refreshed(String token) {
    long now = Instant.now().getEpochSecond();
    return TokenDraft.like(token)
        .withHeader("kid", TokenDraft.like(signIn("kid")).header("kid"))
        .withClaim("iat", now)
        .withClaim("exp", now + 900)
        .signed(Signatures.of(settings));
  }

  private String poster(String token) {
    return URI.create(get(token, "/library?limit=1").path("items[0].poster")).getPath();
  }

  private Response get(String token, String path) {
    RequestSpecification request = request();
    return token == null
        ? request.get(path)
        : request.header("Authorization", "Bearer " + token).get(path);
  }

  /** An open connection would keep the server from stopping at once. */
  private RequestSpecification request() {
    return given()
        .baseUri("http://127.0.0.1:" + port)
        .port(port)
        .urlEncodingEnabled(false)
        .header("Connection", "close");
  }
}
