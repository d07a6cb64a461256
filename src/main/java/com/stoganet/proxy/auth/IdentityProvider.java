package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import java.util.Optional;

/** Port: who checks names and passwords. */
public interface IdentityProvider {

  /** The reason of a refusal for which the password must have been right. */
  String TOO_MANY_DEVICES = "too_many_devices";

  /**
   * Signs a user in.
   *
   * @param device the device this sign-in is for; each sign-in has its own
   * @throws ApiException invalid_credentials, with a reason when not the password is why, or may
   *     be; backend_unavailable when the provider cannot tell
   */
  Identity signIn(String username, String password, Device device);

  /**
   * What the provider now says about the user with this session token; empty when the session is
   * over for good, since the provider does not know the token or the user any more.
   *
   * @param subject the id of the user at the provider
   * @throws ApiException jellyfin_session_expired with a reason while the provider does not let the
   *     user in; backend_unavailable when it cannot tell
   */
  Optional<Profile> profile(String token, String subject);

  /**
   * Ends the session with this token; one that is over already is fine.
   *
   * @param subject the id of the user at the provider
   * @return whether it is over; false while the provider refuses this session but may let it in
   *     again, as that of an account that is disabled
   * @throws ApiException backend_unavailable when the provider cannot be told anything now
   */
  boolean signOut(String token, String subject);

  /** What a user is called and may do. */
  record Profile(String name, boolean administrator) {}
}
