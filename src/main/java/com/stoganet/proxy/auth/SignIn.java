package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Signing in with a name and a password. */
@ApplicationScoped
public class SignIn {

  private static final Log LOG = Log.of(SignIn.class);
  private static final String UNNAMED_DEVICE = "Stoganet app";

  /** Jellyfin 12: the column of device names has 64 characters. */
  private static final int LONGEST_LABEL = 64;

  private final IdentityProvider provider;
  private final SessionStore sessions;
  private final AccessTokens accessTokens;
  private final Clock clock;

  /** For the proxies of CDI only. */
  protected SignIn() {
    this(null, null, null, null);
  }

  @Inject
  public SignIn(
      IdentityProvider provider, SessionStore sessions, AccessTokens accessTokens, Clock clock) {
    this.provider = provider;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /**
   * Signs somebody in on a device of their own.
   *
   * @param deviceLabel what to call the device; null or blank gives a default, too long is cut
   */
  public Tokens withPassword(String username, String password, String deviceLabel) {
    Device device = new Device(UUID.randomUUID().toString(), label(deviceLabel));
    Identity identity = provider.signIn(username, password, device);
    Instant now = clock.instant();
    RefreshToken refreshToken = RefreshToken.create(now);
    Session session = sessions.open(identity, device, refreshToken, now);
    LOG.info("signed in user=" + session.user().id() + " session=" + session.id());
    return new Tokens(
        accessTokens.issue(session),
        refreshToken.secret(),
        accessTokens.lifetimeSeconds(),
        session.user());
  }

  private static String label(String offered) {
    if (offered == null || offered.isBlank()) {
      return UNNAMED_DEVICE;
    }
    String label = offered.strip();
    boolean fits = label.codePointCount(0, label.length()) <= LONGEST_LABEL;
    return fits ? label : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL));
  }
}
