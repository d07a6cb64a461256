package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/**
 * Tells the identity provider that sessions have ended.
 *
 * <p>No request waits for it; what it cannot be told now stays in the database until it can.
 */
@Service
public class ProviderSignOut {

  private static final Log LOG = Log.of(ProviderSignOut.class);
  private static final int AT_A_TIME = 100;

  private final IdentityProvider provider;
  private final SessionCleanupStore sessions;
  private final Background background;

  @Inject
  public ProviderSignOut(
      IdentityProvider provider, SessionCleanupStore sessions, Background background) {
    this.provider = provider;
    this.sessions = sessions;
    this.background = background;
  }

  /** Tells it in the background that this session is over. */
  void soon(Session session) {
    background.execute(() -> tell(session));
  }

  /** Tells it of everything that it could not be told before. */
  void catchUp() {
    for (Session session : sessions.unknownToProvider(AT_A_TIME)) {
      if (!tell(session)) {
        return;
      }
    }
  }

  private boolean tell(Session session) {
    try {
      provider.signOut(session.providerToken());
      sessions.providerKnows(session.id());
      return true;
    } catch (ApiException e) {
      LOG.info("Jellyfin will be told later that session " + session.id() + " is over");
      return false;
    }
  }
}
