package com.stoganet.proxy.config;

import com.stoganet.proxy.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of the proxy. A previous key is one that was replaced; it stays valid for the tokens and
 * secrets that were made with it.
 *
 * <p>The keys have a record of their own so that they stay out of the diagnostic files of Open
 * Liberty: when something fails, it writes the fields of servlets and filters, and the fields of
 * those fields, into a file.
 *
 * @param jellyfin an administrator's key of Jellyfin, for the catalogue index, for pictures, for
 *     the scores of parental ratings, and for questions about accounts that Jellyfin refuses, only
 * @param signing signs access tokens, and protects the secrets in the database unless there is a
 *     data key
 * @param previousSigning null when there is none
 * @param data protects the secrets in the database; null when {@code signing} does
 * @param previousData null when there is none
 * @param algorithm HS256, or ES256 on servers whose MicroProfile JWT knows no shared keys
 * @param ecPrivate with ES256 only, else null
 * @param ecPublic with ES256 only, else null
 * @param previousEcPublic with ES256 only; null when there is none
 */
public record Keys(
    String jellyfin,
    String signing,
    String previousSigning,
    String data,
    String previousData,
    Algorithm algorithm,
    ECPrivateKey ecPrivate,
    ECPublicKey ecPublic,
    ECPublicKey previousEcPublic) {

  /** How access tokens are signed. */
  public enum Algorithm {
    HS256,
    ES256
  }

  private static final int KEY_BYTES = 32;
  private static final String API_KEY_EXAMPLE =
      "the key made in Jellyfin under Dashboard, API keys";

  private static final String KEY_EXAMPLE = "$(openssl rand -base64 48)";

  /** Words of published examples: a key that was pasted from one is no secret. */
  private static final Pattern SAMPLE_WORDS =
      Pattern.compile(
          "(?i)change[-_ ]?(me|this|it)|replace[-_ ]?(me|this)|your[-_ ]|at[-_ ]least"
              + "|secret[-_ ]?(key|string)|example|sample|placeholder|0123456789|abcdef012");

  /** Without the values, so that no secret can slip into a log. */
  @Override
  public String toString() {
    return "Keys[algorithm=" + algorithm + "]";
  }

  /**
   * What {@code signing} and {@code previousSigning} give for one purpose: the first makes, all are
   * good for what was made.
   */
  public List<byte[]> derived(String purpose) {
    return Stream.of(signing, previousSigning)
        .filter(Objects::nonNull)
        .map(secret -> Hmac.derivedKey(secret, purpose))
        .toList();
  }

  static Keys read(SettingReader reader) {
    String jellyfin = reader.required("JELLYFIN_API_KEY", API_KEY_EXAMPLE);
    if (jellyfin != null && sampleWords(jellyfin)) {
      reader.complain("JELLYFIN_API_KEY", "is a sample, not a key of Jellyfin", API_KEY_EXAMPLE);
    }
    String signing =
        checked(reader, "JWT_SIGNING_KEY", reader.required("JWT_SIGNING_KEY", KEY_EXAMPLE));
    String previousSigning = optional(reader, "JWT_SIGNING_KEY_PREVIOUS");
    String data = optional(reader, "DATA_KEY");
    String previousData = optional(reader, "DATA_KEY_PREVIOUS");
    Algorithm algorithm = algorithm(reader);
    boolean pair = algorithm == Algorithm.ES256;
    return new Keys(
        jellyfin,
        signing,
        previousSigning,
        data,
        previousData,
        algorithm,
        pair ? reader.pem("JWT_PRIVATE_KEY", PemKeys::ecPrivate) : null,
        pair ? reader.pem("JWT_PUBLIC_KEY", PemKeys::ecPublic) : null,
        pair ? reader.optionalPem("JWT_PUBLIC_KEY_PREVIOUS", PemKeys::ecPublic) : null);
  }

  private static boolean sampleWords(String text) {
    return SAMPLE_WORDS.matcher(text).find();
  }

  private static String optional(SettingReader reader, String name) {
    Optional<String> key = reader.optional(name, KEY_EXAMPLE);
    return checked(reader, name, key.orElse(null));
  }

  private static String checked(SettingReader reader, String name, String key) {
    if (key == null) {
      return null;
    }
    if (key.getBytes(StandardCharsets.UTF_8).length < KEY_BYTES) {
      reader.complain(name, "must be at least 32 bytes long", KEY_EXAMPLE);
    } else if (sampleWords(key) || key.chars().distinct().count() < 11) {
      reader.complain(name, "is a published or guessable sample key", KEY_EXAMPLE);
    } else if (key.startsWith("{") || key.contains("${")) {
      // Open Liberty would read {xor}… as an encoded password and ${…} as a variable.
      reader.complain(name, "must not start with { or contain ${", KEY_EXAMPLE);
    }
    return key;
  }

  private static Algorithm algorithm(SettingReader reader) {
    String name = reader.optional("JWT_ALGORITHM", "HS256").orElse("HS256");
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.name().equals(name)) {
        return algorithm;
      }
    }
    reader.complain("JWT_ALGORITHM", "must be HS256 or ES256", "HS256");
    return Algorithm.HS256;
  }
}
