package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ClientAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: where users and sessions are kept. Failures surface as exceptions. */
public interface SessionStore {

  /**
   * Records a sign-in: the user (known or new), the session and its first refresh token, all or
   * nothing.
   */
  Session open(
      Identity identity, Device device, ClientAddress from, RefreshToken first, Instant now);

  /** The session with this id; some time after its end it is gone. */
  Optional<Session> find(String sessionId);

  /** The names of all who ever signed in. */
  List<String> userNames();

  /** The sessions of a user that last. */
  List<Session> aliveOf(String userId);

  /** Ends a session; says whether it lasted until now. */
  boolean end(String sessionId, Session.End why, Instant now);

  /** Notes that a session is used. */
  void seen(String sessionId, ClientAddress from, Instant now);

  /** Notes what the identity provider says about the user of a session. */
  void checked(Session session, IdentityProvider.Profile profile, Instant now);
}
