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

/** Keys are changed from one start to the next, and nobody has to sign in because of that. */
class RotationIT {

  private static final String SEALED = "sealed anew with the present key: ";
  private static final String CHANGED = "\"event\":\"key_changed\"";

  private SandboxJellyfin jellyfin;
  private Map<String, String> settings;
  private LibertyServer server;
  private int port;

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

  @Test
  void given_a_new_signing_key_when_the_old_one_is_the_previous_then_nobody_has_to_sign_in()
      throws InterruptedException {
    start();
    String token = signIn("demo");
    String poster = poster(token);
    assertThat(server.output()).doesNotContain(CHANGED);

    change("JWT_SIGNING_KEY", "JWT_SIGNING_KEY_PREVIOUS");
    start();

    ErrorBody.of(get(token, "/library"), 401, "token_expired");
    assertThat(get(refreshed(token), "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(get(null, poster).statusCode()).isEqualTo(200);
    assertThat(poster(refreshed(token))).isNotEqualTo(poster);
    assertThat(server.output())
        .containsOnlyOnce(CHANGED)
        .contains("\"reason\":\"signing_key\"", SEALED + "1");

    settings.remove("JWT_SIGNING_KEY_PREVIOUS");
    start();

    ErrorBody.of(get(token, "/library"), 401, "token_invalid");
    assertThat(get(refreshed(token), "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output()).doesNotContain(CHANGED).contains(SEALED + "0");
  }

  @Test
  void given_a_data_key_when_it_comes_and_when_it_is_changed_then_nobody_notices()
      throws InterruptedException {
    start();
    String token = signIn("demo");

    settings.put("DATA_KEY", freshKey());
    start();

    assertThat(get(token, "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output())
        .containsOnlyOnce(CHANGED)
        .contains("\"reason\":\"data_key\"", SEALED + "1");

    change("DATA_KEY", "DATA_KEY_PREVIOUS");
    start();

    assertThat(get(token, "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output())
        .containsOnlyOnce(CHANGED)
        .contains(SEALED + "1")
        .doesNotContain(settings.get("DATA_KEY"));

    settings.remove("DATA_KEY_PREVIOUS");
    start();

    assertThat(get(token, "/library/tmdb:movie:910001").statusCode()).isEqualTo(200);
    assertThat(server.output()).doesNotContain(CHANGED).contains(SEALED + "0");
  }

  @Test
  void given_a_new_signing_key_and_no_previous_one_when_started_then_everybody_signs_in_again()
      throws InterruptedException {
    start();
    String token = signIn("demo");

    settings.put("JWT_SIGNING_KEY", freshKey());
    start();

    ErrorBody.of(get(token, "/library"), 401, "token_invalid");
    ErrorBody.of(get(refreshed(token), "/library"), 401, "token_invalid");
    assertThat(get(signIn("demo"), "/library").statusCode()).isEqualTo(200);
  }

  private void start() throws InterruptedException {
    if (server != null) {
      server.close();
    }
    server = LibertyServer.startCopy("rotation", settings);
    assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).as(server.output()).isTrue();
    await().atMost(Proxy.START_PATIENCE).until(() -> server.output().contains(SEALED));
  }

  private void change(String key, String previous) {
    settings.put(previous, settings.get(key));
    settings.put(key, freshKey());
  }

  private String freshKey() {
    return Settings.of(jellyfin, port, Proxy.freshDatabase("unused")).get("JWT_SIGNING_KEY");
  }

  private String signIn(String name) {
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
