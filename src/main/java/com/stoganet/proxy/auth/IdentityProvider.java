package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import java.util.Optional;

/** Port: who checks names and passwords. */
public interface IdentityProvider {

  /**
   * Signs somebody in.
   *
   * @param device the device this sign-in is for; each sign-in has its own
   * @throws ApiException invalid_credentials, or backend_unavailable when nobody can tell
   */
  Identity signIn(String username, String password, Device device);

  /**
   * What it says about the user with this session token at present; empty when it does not know the
   * token any more, or the user is disabled.
   *
   * @throws ApiException jellyfin_session_expired with the reason account_not_allowed when the user
   *     is not let in at present; backend_unavailable when nobody can tell
   */
  Optional<Profile> profile(String token);

  /**
   * Ends the session with this token; one that is over already is fine.
   *
   * @throws ApiException backend_unavailable when it cannot be told now
   */
  void signOut(String token);

  /** What a user is called and may do. */
  record Profile(String name, boolean administrator) {}
}
