package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import java.util.Optional;

/** Port: who checks names and passwords. */
public interface IdentityProvider {

  /**
   * Signs a user in.
   *
   * @param device the device this sign-in is for; each sign-in has its own
   * @throws ApiException invalid_credentials, or backend_unavailable when the provider cannot tell
   */
  Identity signIn(String username, String password, Device device);

  /**
   * What the provider now says about the user with this session token; empty when it no longer
   * knows the token, or the user is disabled.
   *
   * @throws ApiException jellyfin_session_expired with the reason account_not_allowed while the
   *     provider does not let the user in; backend_unavailable when it cannot tell
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
