package com.stoganet.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that anybody might show instead of a token of ours. */
@BlackBox
class BadTokenIT {

  private static final List<String> PATHS =
      List.of("/library", "/stream/0123456789abcdef0123456789abcdef", "/events", "/no/such/path");

  static Stream<Arguments> tokens() {
    return BadTokens.all(Proxy.token("demo"), Proxy.token("kid")).entrySet().stream()
        .map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void given_a_bad_token_when_asking_then_it_is_token_invalid(String name, String token) {
    for (String path : PATHS) {
      ErrorBody.of(Proxy.withToken(token).get(path), 401, "token_invalid");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void given_a_bad_token_when_signing_in_then_nobody_looks_at_it(String name, String token) {
    Response answer =
        Proxy.withToken(token)
            .header("X-Forwarded-For", Proxy.anotherAddress())
            .contentType(ContentType.JSON)
            .body(Map.of("username", "demo"))
            .post("/auth/login");

    ErrorBody.naming("password", answer);
    Proxy.withToken(token).get("/healthz").then().statusCode(200);
  }

  @Test
  void given_other_secrets_of_a_session_when_used_as_tokens_then_they_are_token_invalid() {
    Response login = Proxy.login("demo", "demo");
    String poster =
        given()
            .header("Authorization", "Bearer " + login.path("access_token"))
            .get("/library?limit=1")
            .path("items[0].poster");
    Map<String, String> secrets =
        Map.of(
            "refresh token", login.path("refresh_token"),
            "signature of a picture", poster.split("/", -1)[4],
            "Jellyfin token", Proxy.jellyfin().lastTokenOf("demo").orElseThrow(),
            "API key", Proxy.jellyfin().apiKey(),
            "signing key", Signatures.ownKey());

    secrets.forEach(
        (name, secret) -> {
          for (String path : PATHS) {
            ErrorBody.of(Proxy.withToken(secret).get(path), 401, "token_invalid");
          }
        });
  }
}
