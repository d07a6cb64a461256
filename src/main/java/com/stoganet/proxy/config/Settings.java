package com.stoganet.proxy.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The settings of the proxy, checked as a whole.
 *
 * <p>README.md describes each of them. A value that has a problem is null here, and then the proxy
 * does not serve.
 *
 * @param jellyfinUrl where Jellyfin lives; never shown to a client
 * @param jellyfinApiKey an administrator's key, for the catalogue index and for pictures only
 * @param jellyfinPublicUrl where apps may fetch pictures from Jellyfin itself; null when nowhere
 * @param proxyBaseUrl the address clients use; without a trailing slash
 * @param signingKey signs access tokens and protects the secrets in the database
 * @param tokenAlgorithm HS256, or ES256 on servers whose MicroProfile JWT knows no shared keys
 * @param ecPrivateKey with ES256 only, else null
 * @param ecPublicKey with ES256 only, else null
 * @param problems everything that is wrong; empty when the proxy can serve
 */
public record Settings(
    URI jellyfinUrl,
    String jellyfinApiKey,
    URI jellyfinPublicUrl,
    URI proxyBaseUrl,
    String signingKey,
    TokenAlgorithm tokenAlgorithm,
    ECPrivateKey ecPrivateKey,
    ECPublicKey ecPublicKey,
    List<SettingProblem> problems) {

  /** How access tokens are signed. */
  public enum TokenAlgorithm {
    HS256,
    ES256
  }

  private static final int KEY_BYTES = 32;
  private static final String KEY_EXAMPLE = "$(openssl rand -base64 48)";
  private static final String API_KEY_EXAMPLE =
      "the key made in Jellyfin under Dashboard, API keys";

  /** Words of the examples people paste: whoever uses one of those has no secret. */
  private static final Pattern SAMPLE_WORDS =
      Pattern.compile(
          "(?i)change[-_ ]?(me|this|it)|replace[-_ ]?(me|this)|your[-_ ]|at[-_ ]least"
              + "|secret[-_ ]?(key|string)|example|sample|placeholder|0123456789|abcdef012");

  /** Without the values, so that no secret can slip into a log. */
  @Override
  public String toString() {
    return "Settings[problems=" + problems + "]";
  }

  /** Whether the proxy can serve. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Reads everything from {@code source}, which answers the raw value of a name. */
  public static Settings read(Function<String, Optional<String>> source) {
    SettingReader reader = new SettingReader(source);
    URI jellyfin = reader.httpUrl("JELLYFIN_URL", "http://192.168.1.10:8096");
    String apiKey = reader.required("JELLYFIN_API_KEY", API_KEY_EXAMPLE);
    if (apiKey != null && SAMPLE_WORDS.matcher(apiKey).find()) {
      reader.complain("JELLYFIN_API_KEY", "is a sample, not a key of Jellyfin", API_KEY_EXAMPLE);
    }
    URI publicJellyfin =
        reader.optionalHttpUrl("JELLYFIN_PUBLIC_URL", "https://jellyfin.example.org");
    URI base = reader.httpUrl("PROXY_BASE_URL", "https://media.example.org");
    String key = reader.required("JWT_SIGNING_KEY", KEY_EXAMPLE);
    checkSigningKey(reader, key);
    TokenAlgorithm algorithm = algorithm(reader);
    ECPrivateKey privateKey = null;
    ECPublicKey publicKey = null;
    if (algorithm == TokenAlgorithm.ES256) {
      privateKey = reader.pem("JWT_PRIVATE_KEY", PemKeys::ecPrivate);
      publicKey = reader.pem("JWT_PUBLIC_KEY", PemKeys::ecPublic);
    }
    checkServer(reader);
    return new Settings(
        jellyfin,
        apiKey,
        publicJellyfin,
        base,
        key,
        algorithm,
        privateKey,
        publicKey,
        reader.problems());
  }

  private static void checkSigningKey(SettingReader reader, String key) {
    if (key == null) {
      return;
    }
    if (key.getBytes(StandardCharsets.UTF_8).length < KEY_BYTES) {
      reader.complain("JWT_SIGNING_KEY", "must be at least 32 bytes long", KEY_EXAMPLE);
    } else if (looksLikeASample(key)) {
      reader.complain("JWT_SIGNING_KEY", "is a published or guessable sample key", KEY_EXAMPLE);
    } else if (key.startsWith("{") || key.contains("${")) {
      // Open Liberty would read {xor}… as an encoded password and ${…} as a variable.
      reader.complain("JWT_SIGNING_KEY", "must not start with { or contain ${", KEY_EXAMPLE);
    }
  }

  private static boolean looksLikeASample(String key) {
    return SAMPLE_WORDS.matcher(key).find() || key.chars().distinct().count() < 11;
  }

  private static TokenAlgorithm algorithm(SettingReader reader) {
    String name = reader.optional("JWT_ALGORITHM", "HS256").orElse("HS256");
    for (TokenAlgorithm algorithm : TokenAlgorithm.values()) {
      if (algorithm.name().equals(name)) {
        return algorithm;
      }
    }
    reader.complain("JWT_ALGORITHM", "must be HS256 or ES256", "HS256");
    return TokenAlgorithm.HS256;
  }

  /** What the server itself was given; the launcher hands the same values to Open Liberty. */
  private static void checkServer(SettingReader reader) {
    String listen = reader.required("LISTEN_ADDR", ":8080");
    reader.listenAddress("LISTEN_ADDR", listen, ":8080");
    String database = reader.required("DB_PATH", "/var/lib/stoganet/proxy.db");
    if (database != null && !writable(database)) {
      reader.complain(
          "DB_PATH",
          "must be a file in a directory that exists and can be written",
          "/var/lib/stoganet/proxy.db");
    }
    Optional<String> tls = reader.optional("TLS_LISTEN_ADDR", ":8443");
    if (tls.isPresent()) {
      reader.listenAddress("TLS_LISTEN_ADDR", tls.get(), ":8443");
      String store = reader.required("TLS_KEYSTORE", "/etc/stoganet/tls.p12");
      String password = reader.required("TLS_KEYSTORE_PASSWORD", "the password of the PKCS12 file");
      if (store != null && !Files.isReadable(Path.of(store))) {
        reader.complain("TLS_KEYSTORE", "cannot be read", "/etc/stoganet/tls.p12");
      } else if (store != null && password != null && !opens(Path.of(store), password)) {
        reader.complain(
            "TLS_KEYSTORE_PASSWORD",
            "does not open TLS_KEYSTORE, or that is not a PKCS12 file",
            "the password of the PKCS12 file");
      }
    }
  }

  private static boolean opens(Path store, String password) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
      return true;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean writable(String database) {
    if (database.indexOf('?') >= 0 || database.indexOf('\0') >= 0) {
      return false;
    }
    Path file = Path.of(database).toAbsolutePath();
    Path directory = file.getParent();
    return directory != null
        && Files.isDirectory(directory)
        && Files.isWritable(directory)
        && !Files.isDirectory(file)
        && (!Files.exists(file) || Files.isWritable(file));
  }
}
