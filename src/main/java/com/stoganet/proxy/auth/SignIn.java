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
   * @param deviceLabel what to call the device; null or blank gives a default
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
    return offered == null || offered.isBlank() ? UNNAMED_DEVICE : offered.strip();
  }
}
