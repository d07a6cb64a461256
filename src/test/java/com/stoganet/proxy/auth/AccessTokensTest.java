package com.stoganet.proxy.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.stoganet.proxy.config.Settings;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String KEY = "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo";
  private static final String NEW_KEY = "Xw4Lp9Vb2Nq7Rk5Td8Hz3Gm6Jc1Fs0Ay+another";
  private static final Session SESSION =
      new Session(
          "s-1",
          new User("u-1", "j-1", "Ada", true),
          new Device("d-1", "TV", "test"),
          "secret",
          null,
          null);

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "JELLYFIN_URL", "http://jellyfin.home.test",
              "JELLYFIN_API_KEY", "5a4db0c1e8f94d0c9b7a6f5e4d3c2b1a",
              "PROXY_BASE_URL", "https://media.home.test",
              "LISTEN_ADDR", ":8080",
              "DB_PATH", "target/proxy.db",
              "JWT_SIGNING_KEY", KEY));

  @Test
  void given_a_session_when_a_token_is_issued_then_it_says_who_where_and_how_long()
      throws ParseException {
    SignedJWT jwt = SignedJWT.parse(at(NOW).issue(SESSION));

    assertThat(jwt.getHeader().getType()).hasToString("JWT");
    assertThat(jwt.getHeader().getAlgorithm()).hasToString("HS256");
    assertThat(jwt.getJWTClaimsSet().getClaims())
        .containsEntry("iss", "stoganet-api-proxy")
        .containsEntry("sub", "u-1")
        .containsEntry("upn", "Ada")
        .containsEntry("sid", "s-1")
        .containsKeys("jti", "iat");
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("user", "admin");
    assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.plusSeconds(900));
    assertThat(jwt.serialize()).doesNotContain("secret");
  }

  @Test
  void given_a_token_of_ours_when_its_time_is_over_then_it_is_expired_and_not_before() {
    String token = at(NOW).issue(SESSION);

    assertThat(at(NOW.plusSeconds(899)).expired(token)).isFalse();
    assertThat(at(NOW.plusSeconds(900)).expired(token)).isTrue();
  }

  @Test
  void given_an_old_token_of_somebody_else_when_judged_then_it_is_not_called_expired() {
    String token = at(NOW).issue(SESSION);
    environment.put("JWT_SIGNING_KEY", NEW_KEY);

    assertThat(at(NOW.plusSeconds(9000)).expired(token)).isFalse();
    assertThat(at(NOW).expired("rubbish")).isFalse();
  }

  @Test
  void given_a_token_of_ours_when_accepted_then_it_says_whose_it_is_until_its_time_is_over() {
    String token = at(NOW).issue(SESSION);

    assertThat(at(NOW.plusSeconds(899)).accept(token))
        .hasValueSatisfying(
            claims -> {
              assertThat(claims.sessionId()).isEqualTo("s-1");
              assertThat(claims.userId()).isEqualTo("u-1");
            });
    assertThat(at(NOW.plusSeconds(900)).accept(token)).isEmpty();
    assertThat(at(NOW.minusSeconds(5)).accept(token)).as("another clock").isPresent();
    assertThat(at(NOW.minusSeconds(6)).accept(token)).isEmpty();
  }

  @Test
  void given_a_token_of_the_previous_key_when_judged_then_it_is_expired_and_never_accepted() {
    String token = at(NOW).issue(SESSION);
    environment.put("JWT_SIGNING_KEY", NEW_KEY);
    environment.put("JWT_SIGNING_KEY_PREVIOUS", KEY);

    assertThat(at(NOW).accept(token)).isEmpty();
    assertThat(at(NOW).expired(token)).isTrue();
  }

  @Test
  void given_a_token_spelled_another_way_when_judged_then_it_is_not_ours() {
    String token = at(NOW).issue(SESSION);
    // The last of 43 characters holds 4 bits; a decoder would overlook its other 2.
    char other = (char) (token.charAt(token.length() - 1) + 1);

    for (String spelling :
        new String[] {
          token.substring(0, token.length() - 1) + other,
          token + "=",
          token + ".",
          token + "\n",
          " " + token,
          token.replace(".", ".!")
        }) {
      assertThat(at(NOW).accept(spelling)).as(spelling).isEmpty();
      assertThat(at(NOW.plusSeconds(900)).expired(spelling)).as(spelling).isFalse();
    }
  }

  @Test
  void given_a_key_when_tokens_are_issued_then_its_id_tells_it_from_others() throws ParseException {
    String id = keyId(at(NOW).issue(SESSION));

    assertThat(id).matches("[A-Za-z0-9_-]{12}").isEqualTo(keyId(at(NOW).issue(SESSION)));
    environment.put("JWT_SIGNING_KEY", NEW_KEY);
    assertThat(keyId(at(NOW).issue(SESSION))).isNotEqualTo(id);
  }

  @Test
  void given_a_key_pair_when_a_token_is_issued_then_it_is_signed_with_es256() throws Exception {
    environment.put("JWT_ALGORITHM", "ES256");
    useNewPair();

    String token = at(NOW).issue(SESSION);

    assertThat(SignedJWT.parse(token).getHeader().getAlgorithm()).hasToString("ES256");
    assertThat(at(NOW).accept(token)).isPresent();
    assertThat(at(NOW.plusSeconds(901)).expired(token)).isTrue();
  }

  @Test
  void given_a_token_of_the_previous_pair_when_judged_then_it_is_expired_and_never_accepted()
      throws Exception {
    environment.put("JWT_ALGORITHM", "ES256");
    useNewPair();
    String token = at(NOW).issue(SESSION);
    environment.put("JWT_PUBLIC_KEY_PREVIOUS", environment.get("JWT_PUBLIC_KEY"));
    useNewPair();

    assertThat(at(NOW).accept(token)).isEmpty();
    assertThat(at(NOW).expired(token)).isTrue();
    assertThat(at(NOW).accept(at(NOW).issue(SESSION))).isPresent();
    environment.remove("JWT_PUBLIC_KEY_PREVIOUS");
    assertThat(at(NOW).expired(token)).isFalse();
  }

  private void useNewPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    environment.put("JWT_PRIVATE_KEY", pem("PRIVATE", pair.getPrivate().getEncoded()));
    environment.put("JWT_PUBLIC_KEY", pem("PUBLIC", pair.getPublic().getEncoded()));
  }

  private static String keyId(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private AccessTokens at(Instant time) {
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    return new AccessTokens(settings, Clock.fixed(time, ZoneOffset.UTC));
  }

  private static String pem(String kind, byte[] der) {
    String body = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n";
  }
}
