package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ClientAddress;
import java.time.Instant;
import java.util.Optional;

/** Port: where users, sessions and refresh tokens are kept. Failures surface as exceptions. */
public interface SessionStore {

  /**
   * Records a sign-in: the user (known or new), the session and its first refresh token, all or
   * nothing.
   */
  Session open(
      Identity identity, Device device, ClientAddress from, RefreshToken first, Instant now);

  /** The session with this id, unless it was ended. */
  Optional<Session> find(String sessionId);
}
