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

  /** Where users are signed in now. */
  List<Place> places();

  /** The address from which a session of a user was last used. */
  record Place(String userName, String address) {}

  /** The sessions of a user that last. */
  List<Session> aliveOf(String userId);

  /** Notes that a user signs out everywhere, including where a session is still being opened. */
  void signedOut(String userId, Instant now);

  /**
   * Whether the user with this id at the provider signed out everywhere at that time or later; in a
   * transaction that opens a session, sign-outs of this user wait for its end.
   */
  boolean signedOutSince(String subject, Instant time);

  /** Ends a session; says whether it lasted until now. */
  boolean end(String sessionId, Session.End why, Instant now);

  /** Notes that a session is used. */
  void seen(String sessionId, ClientAddress from, Instant now);

  /** Notes what the identity provider says about the user of a session. */
  void checked(Session session, IdentityProvider.Profile profile, Instant now);
}
