package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a good token looks like and how it is shown; {@link BadTokenIT} has the bad ones. */
@BlackBox
class TokenIT {

  private static final List<String> PROTECTED =
      List.of(
          "/library",
          "/library/tmdb:movie:1",
          "/home",
          "/stream/0123456789abcdef0123456789abcdef",
          "/no/such/path");

  @Test
  void given_a_sign_in_when_its_token_is_read_then_it_says_what_it_must_and_no_more() {
    TokenDraft token = TokenDraft.like(Proxy.token("demo"));

    assertThat(token.headerNames()).containsExactlyInAnyOrder("alg", "typ", "kid");
    assertThat(token.claimNames())
        .containsExactlyInAnyOrder(
            "iss", "aud", "sub", "upn", "groups", "sid", "jti", "iat", "exp");
    assertThat(token.claim("upn")).isEqualTo("\"demo\"");
    assertThat(token.claim("groups")).isEqualTo("[\"user\"]");
    assertThat(Long.parseLong(token.claim("exp")) - Long.parseLong(token.claim("iat")))
        .isEqualTo(900);
  }

  @Test
  void given_two_sign_ins_when_compared_then_their_tokens_share_the_key_id_alone() {
    TokenDraft first = TokenDraft.like(Proxy.token("demo"));
    TokenDraft second = TokenDraft.like(Proxy.token("demo"));

    assertThat(second.header("kid")).isEqualTo(first.header("kid"));
    assertThat(second.claim("jti")).isNotEqualTo(first.claim("jti"));
    assertThat(second.claim("sid")).isNotEqualTo(first.claim("sid"));
  }

  @Test
  void given_a_token_signed_as_the_proxy_does_when_used_then_it_opens_the_library() {
    TokenDraft draft = TokenDraft.like(Proxy.token("demo"));

    Proxy.withToken(draft.signed()).get("/library").then().statusCode(200);
    Proxy.withToken(draft.withClaim("jti", "\"another\"").signed())
        .get("/library")
        .then()
        .statusCode(200);
  }

  @Test
  void given_no_token_when_asking_then_the_answer_is_token_invalid() {
    for (String path : PROTECTED) {
      ErrorBody.of(given().get(path), 401, "token_invalid").header("WWW-Authenticate", "Bearer");
    }
  }

  @Test
  void given_an_expired_token_when_asking_then_the_answer_is_token_expired() {
    String token = expired().signed();

    for (String path : PROTECTED) {
      ErrorBody.of(Proxy.withToken(token).get(path), 401, "token_expired");
    }
  }

  @Test
  void given_an_expired_token_of_somebody_else_when_asking_then_it_is_token_invalid() {
    refused(() -> Proxy.withToken(expired().signed(Signatures.stranger())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "Basic %s",
        "Token %s",
        "MediaBrowser Token=\"%s\"",
        "Bearer",
        "bearer %s",
        "BEARER %s",
        "Bearer%s",
        "Bearer=%s",
        "Bearer:%s",
        "Bearer \"%s\"",
        "Bearer token=%s",
        "Bearer Bearer %s",
        "Bearer  %s",
        "Bearer\t%s",
        "DPoP %s"
      })
  void given_another_way_to_write_the_header_when_asking_then_it_is_token_invalid(String form) {
    String header = String.format(form, Proxy.token("demo"));

    refused(() -> given().header("Authorization", header));
  }

  @Test
  void given_two_headers_when_asking_then_it_is_token_invalid_whichever_is_good() {
    String good = "Bearer " + Proxy.token("demo");

    for (String other : List.of("Bearer x", "Basic eDp4", good)) {
      refused(() -> given().header("Authorization", good).header("Authorization", other));
      refused(() -> given().header("Authorization", other).header("Authorization", good));
    }
  }

  @Test
  void given_a_token_anywhere_but_in_the_header_when_asking_then_nobody_looks() {
    String token = Proxy.token("demo");

    for (String name : List.of("access_token", "token", "ApiKey", "api_key", "jwt")) {
      refused(() -> given().queryParam(name, token));
    }
    for (String name : List.of("Bearer", "Authorization", "jwt", "access_token", "token")) {
      refused(() -> given().cookie(name, token));
    }
    for (String name : List.of("X-Emby-Token", "X-Access-Token", "Proxy-Authorization")) {
      refused(() -> given().headers(Map.of(name, "Bearer " + token)));
    }
  }

  private static void refused(Supplier<RequestSpecification> request) {
    for (String path : PROTECTED) {
      ErrorBody.of(request.get().get(path), 401, "token_invalid");
    }
  }

  private static TokenDraft expired() {
    long past = Instant.now().getEpochSecond() - 60;
    return TokenDraft.like(Proxy.token("demo")).withClaim("iat", past - 900).withClaim("exp", past);
  }
}
