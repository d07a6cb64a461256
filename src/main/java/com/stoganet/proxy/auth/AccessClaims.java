package com.stoganet.proxy.auth;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an access token of ours says.
 *
 * @param sessionId the sign-in that it is for
 * @param userId whose that is
 * @param issuedAt seconds since 1970
 * @param expiresAt seconds since 1970
 */
record AccessClaims(String sessionId, String userId, long issuedAt, long expiresAt) {

  /** What the clocks of two proxies may differ by. */
  static final long SKEW_SECONDS = 5;

  private static final long LONGEST_LIFE = Duration.ofMinutes(60).toSeconds() + SKEW_SECONDS;

  /** Refuses two claims of one name: the container may have gone by either of them. */
  private static final JsonReaderFactory STRICT =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  /** Empty when anything that we write is missing or not as we write it. */
  static Optional<AccessClaims> read(String text) {
    try (JsonReader reader = STRICT.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      if (!AccessTokens.ISSUER.equals(text(json, "iss"))
          || !AccessTokens.AUDIENCE.equals(text(json, "aud"))) {
        return Optional.empty();
      }
      text(json, "jti");
      return Optional.of(
          new AccessClaims(
              text(json, "sid"), text(json, "sub"), seconds(json, "iat"), seconds(json, "exp")));
    } catch (JsonException | IllegalStateException | ClassCastException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Whether a token with these times could have been issued by now. */
  boolean plausible(long now) {
    return issuedAt <= now + SKEW_SECONDS
        && expiresAt > issuedAt
        && expiresAt <= issuedAt + LONGEST_LIFE;
  }

  boolean expired(long now) {
    return expiresAt <= now;
  }

  private static String text(JsonObject json, String name) {
    String text = ((JsonString) present(json, name)).getString();
    if (text.isEmpty()) {
      throw new JsonException(name + " is empty");
    }
    return text;
  }

  private static long seconds(JsonObject json, String name) {
    return ((JsonNumber) present(json, name)).longValueExact();
  }

  private static JsonValue present(JsonObject json, String name) {
    return json.getOrDefault(name, JsonValue.NULL);
  }
}
