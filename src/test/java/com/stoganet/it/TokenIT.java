package com.stoganet.it;

import static io.restassured.RestAssured.given;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void given_a_token_of_ours_when_used_then_it_opens_the_library() throws Exception {
    Proxy.withToken(TokenMint.genuine(claims().build())).get("/library").then().statusCode(200);
  }

  @Test
  void given_no_token_when_asking_then_the_answer_is_token_invalid() {
    for (String path : PROTECTED) {
      ErrorBody.of(given().get(path), 401, "token_invalid").header("WWW-Authenticate", "Bearer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c", "eyJhbGciOiJIUzI1NiJ9.e30.", "\"><script>"})
  void given_rubbish_when_asking_then_the_answer_is_token_invalid(String token) {
    refused(token, "token_invalid");
  }

  @Test
  void given_an_expired_token_when_asking_then_the_answer_is_token_expired() throws Exception {
    Instant past = Instant.now().minus(Duration.ofMinutes(1));
    JWTClaimsSet claims =
        claims()
            .issueTime(Date.from(past.minus(Duration.ofMinutes(15))))
            .expirationTime(Date.from(past))
            .build();

    refused(TokenMint.genuine(claims), "token_expired");
  }

  @Test
  void given_an_expired_token_of_somebody_else_when_asking_then_it_is_token_invalid()
      throws Exception {
    Instant past = Instant.now().minus(Duration.ofMinutes(1));
    JWTClaimsSet claims = claims().expirationTime(Date.from(past)).build();

    refused(TokenMint.ofAStranger(claims), "token_invalid");
  }

  @Test
  void given_an_unsigned_token_when_asking_then_the_answer_is_token_invalid() throws Exception {
    refused(new PlainJWT(claims().build()).serialize(), "token_invalid");
  }

  @Test
  void given_a_token_with_another_key_when_asking_then_the_answer_is_token_invalid()
      throws Exception {
    refused(TokenMint.ofAStranger(claims().build()), "token_invalid");
  }

  @Test
  void given_a_token_of_another_issuer_or_for_others_when_asking_then_it_is_token_invalid()
      throws Exception {
    refused(TokenMint.genuine(claims().issuer("somebody-else").build()), "token_invalid");
    refused(TokenMint.genuine(claims().audience("others").build()), "token_invalid");
  }

  @Test
  void given_a_token_with_another_algorithm_when_asking_then_it_is_token_invalid()
      throws Exception {
    for (String token : TokenMint.withOtherAlgorithms(claims().build())) {
      refused(token, "token_invalid");
    }
  }

  @Test
  void given_a_token_of_a_session_nobody_knows_when_asking_then_it_is_token_invalid()
      throws Exception {
    refused(TokenMint.genuine(claims().claim("sid", "unknown").build()), "token_invalid");
    refused(TokenMint.genuine(claims().claim("sid", null).build()), "token_invalid");
  }

  private static void refused(String token, String code) {
    for (String path : PROTECTED) {
      ErrorBody.of(Proxy.withToken(token).get(path), 401, code);
    }
  }

  /** The claims of a real session, so that only what a test changes can be the reason. */
  private static JWTClaimsSet.Builder claims() throws java.text.ParseException {
    JWTClaimsSet real = SignedJWT.parse(Proxy.token("demo")).getJWTClaimsSet();
    return new JWTClaimsSet.Builder(real).jwtID(UUID.randomUUID().toString());
  }
}
