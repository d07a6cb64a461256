package com.stoganet.it;

import static io.restassured.RestAssured.given;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
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
    Proxy.withToken(signed(claims().build(), key())).get("/library").then().statusCode(200);
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

    refused(signed(claims, key()), "token_expired");
  }

  @Test
  void given_an_expired_token_of_somebody_else_when_asking_then_it_is_token_invalid()
      throws Exception {
    Instant past = Instant.now().minus(Duration.ofMinutes(1));
    JWTClaimsSet claims = claims().expirationTime(Date.from(past)).build();

    refused(signed(claims, "x".repeat(48)), "token_invalid");
  }

  @Test
  void given_an_unsigned_token_when_asking_then_the_answer_is_token_invalid() throws Exception {
    refused(new PlainJWT(claims().build()).serialize(), "token_invalid");
  }

  @Test
  void given_a_token_with_another_key_when_asking_then_the_answer_is_token_invalid()
      throws Exception {
    refused(
        signed(claims().build(), "another-key-of-sufficient-length-0123456789"), "token_invalid");
  }

  @Test
  void given_a_token_of_another_issuer_or_for_others_when_asking_then_it_is_token_invalid()
      throws Exception {
    refused(signed(claims().issuer("somebody-else").build(), key()), "token_invalid");
    refused(signed(claims().audience("others").build(), key()), "token_invalid");
  }

  @Test
  void given_a_token_with_another_algorithm_when_asking_then_it_is_token_invalid()
      throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS384).type(JOSEObjectType.JWT).build(),
            claims().build());
    jwt.sign(new MACSigner(key().getBytes(StandardCharsets.UTF_8)));

    refused(jwt.serialize(), "token_invalid");
  }

  @Test
  void given_a_token_of_a_session_nobody_knows_when_asking_then_it_is_token_invalid()
      throws Exception {
    refused(signed(claims().claim("sid", "unknown").build(), key()), "token_invalid");
    refused(signed(claims().claim("sid", null).build(), key()), "token_invalid");
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

  private static String key() {
    return Proxy.setting("JWT_SIGNING_KEY");
  }

  private static String signed(JWTClaimsSet claims, String key) throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(), claims);
    jwt.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
    return jwt.serialize();
  }
}
