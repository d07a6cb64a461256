package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Sign-in by a six-digit code that is typed in on another device; all in memory. */
final class QuickConnect {
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** One attempt; it can be approved once. */
  static final class Attempt {
    final String secret = (Guid.random() + Guid.random()).toUpperCase(Locale.ROOT);
    final String code = String.format("%06d", ThreadLocalRandom.current().nextInt(1_000_000));
    final ClientIdentity identity;
    private volatile Instant added = Instant.now();
    private volatile DeviceToken token;

    Attempt(ClientIdentity identity) {
      this.identity = identity;
    }

    Optional<DeviceToken> token() {
      return Optional.ofNullable(token);
    }

    /** Jellyfin mints the token at approval, and starts a new ten minutes (plus one). */
    void approve(DeviceToken minted) {
      token = minted;
      added = Instant.now().plus(Duration.ofMinutes(1));
    }

    boolean expired() {
      return Instant.now().isAfter(added.plus(LIFE));
    }

    Dto dto() {
      return new Dto()
          .put("Authenticated", token != null)
          .put("Secret", secret)
          .put("Code", code)
          .put("DeviceId", identity.deviceId())
          .put("DeviceName", identity.device())
          .put("AppName", identity.client())
          .put("AppVersion", identity.version())
          .put("DateAdded", Dto.date(added));
    }
  }

  private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
  private volatile boolean enabled = true;

  boolean enabled() {
    return enabled;
  }

  void enabled(boolean value) {
    enabled = value;
  }

  Attempt initiate(ClientIdentity identity) {
    Attempt attempt = new Attempt(identity);
    attempts.put(attempt.secret, attempt);
    return attempt;
  }

  Optional<Attempt> bySecret(String secret) {
    attempts.values().removeIf(Attempt::expired);
    return Optional.ofNullable(attempts.get(secret));
  }

  Optional<Attempt> byCode(String code) {
    attempts.values().removeIf(Attempt::expired);
    return attempts.values().stream().filter(each -> each.code.equals(code)).findFirst();
  }

  void forgetAll() {
    attempts.clear();
  }
}
