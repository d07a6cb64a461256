package com.stoganet.launch;

import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A complete, valid environment for a proxy in front of a sandbox Jellyfin. */
public final class Settings {

  /** As many milliseconds as a test may wait; the names are those of WaitingPeriod. */
  private static final Map<String, String> HURRY =
      Map.of(
          "CATALOGUE_REFRESH", "1000",
          "CATALOGUE_PAUSE", "500",
          "ACCESS", "2000",
          "STILL_ALLOWED", "2000",
          "ARR_QUEUE", "1000",
          "REQUEST_ROUND", "1000",
          "REQUEST_RETRY", "1000",
          "PLAYER_SILENCE", "3000",
          "PLAYER_ROUND", "500",
          "HEARTBEAT", "3000");

  private Settings() {}

  /** The environment; a fresh signing key each time. */
  public static Map<String, String> of(SandboxJellyfin jellyfin, int port, Path database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("JELLYFIN_URL", jellyfin.url().toString());
    settings.put("JELLYFIN_API_KEY", jellyfin.apiKey());
    settings.put("PROXY_BASE_URL", "http://127.0.0.1:" + port);
    settings.put("JWT_SIGNING_KEY", randomKey());
    settings.put("DB_PATH", database.toAbsolutePath().toString());
    settings.put("LISTEN_ADDR", "127.0.0.1:" + port);
    // For a test that has two hundred clients vanish at once.
    settings.put("MAX_STREAMS", "300");
    // Tests come from many addresses, as they say themselves.
    settings.put("TRUSTED_PROXIES", "127.0.0.1");
    return settings;
  }

  /**
   * The same with a Radarr, a Sonarr and a qBittorrent behind the proxy.
   *
   * @param settings those of {@link #of}
   */
  public static Map<String, String> withArrs(
      Map<String, String> settings,
      SandboxRadarr radarr,
      SandboxSonarr sonarr,
      URI qbittorrent,
      String username,
      String password) {
    Map<String, String> result = new HashMap<>(settings);
    result.put("RADARR_URL", radarr.url().toString());
    result.put("RADARR_API_KEY", radarr.apiKey());
    result.put("SONARR_URL", sonarr.url().toString());
    result.put("SONARR_API_KEY", sonarr.apiKey());
    result.put("QBITTORRENT_URL", qbittorrent.toString());
    result.put("QBITTORRENT_USERNAME", username);
    result.put("QBITTORRENT_PASSWORD", password);
    return result;
  }

  /**
   * The same with a fresh key pair for tokens, the public key in a file beside the database.
   *
   * @param settings those of {@link #of}
   */
  public static Map<String, String> withKeyPair(Map<String, String> settings) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      Path file = Path.of(settings.get("DB_PATH")).resolveSibling("token-key.pem");
      Files.writeString(file, pem("PUBLIC KEY", keys.getPublic()));
      Map<String, String> result = new HashMap<>(settings);
      result.put("JWT_ALGORITHM", "ES256");
      result.put("JWT_PRIVATE_KEY", pem("PRIVATE KEY", keys.getPrivate()));
      result.put("JWT_PUBLIC_KEY_FILE", file.toString());
      return result;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with a database server instead of a file. */
  public static Map<String, String> onPostgres(
      Map<String, String> settings, PostgresServer postgres) {
    Map<String, String> result = new HashMap<>(settings);
    result.remove("DB_PATH");
    result.put("DATABASE_URL", postgres.url());
    return result;
  }

  /** The same with a proxy that looks again after a second instead of half a minute. */
  public static Map<String, String> hurried(Map<String, String> settings) {
    Map<String, String> result = new HashMap<>(settings);
    HURRY.forEach((period, millis) -> result.put("INTERNAL_" + period + "_MILLIS", millis));
    return result;
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END "
        + kind
        + "-----\n";
  }

  private static String randomKey() {
    byte[] key = new byte[48];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
