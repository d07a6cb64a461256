package com.stoganet.launch;

import com.stoganet.sandbox.SandboxJellyfin;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A complete, valid environment for a proxy in front of a sandbox Jellyfin. */
public final class Settings {

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
    return settings;
  }

  private static String randomKey() {
    byte[] key = new byte[48];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
