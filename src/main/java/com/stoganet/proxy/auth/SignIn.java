package com.stoganet.proxy.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signing in with a name and a password. */
@ApplicationScoped
public class SignIn {

  private final IdentityProvider provider;
  private final Admission admission;

  /** For the proxies of CDI only. */
  protected SignIn() {
    this(null, null);
  }

  @Inject
  public SignIn(IdentityProvider provider, Admission admission) {
    this.provider = provider;
    this.admission = admission;
  }

  /**
   * Signs somebody in on a device of their own.
   *
   * @param deviceLabel what to call the device; null or blank gives a default, too long is cut
   */
  public Tokens withPassword(String username, String password, String deviceLabel, Origin origin) {
    Device device = Device.create(deviceLabel, origin.client());
    Identity identity = provider.signIn(username, password, device);
    return admission.admit(identity, device, origin, "password");
  }
}
