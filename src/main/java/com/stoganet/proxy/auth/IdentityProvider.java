package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;

/** Port: who checks names and passwords. */
public interface IdentityProvider {

  /**
   * Signs somebody in.
   *
   * @param device the device this sign-in is for; each sign-in has its own
   * @throws ApiException invalid_credentials, or backend_unavailable when nobody can tell
   */
  Identity signIn(String username, String password, Device device);
}
