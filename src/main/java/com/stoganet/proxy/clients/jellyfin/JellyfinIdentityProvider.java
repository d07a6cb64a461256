package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.IdentityProvider;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signs people in with their Jellyfin account. */
@ApplicationScoped
public class JellyfinIdentityProvider implements IdentityProvider {

  private final JellyfinConnection jellyfin;

  /** For the proxies of CDI only. */
  protected JellyfinIdentityProvider() {
    this(null);
  }

  @Inject
  public JellyfinIdentityProvider(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public Identity signIn(String username, String password, Device device) {
    Credentials credentials = Credentials.of(username, password);
    String header = AuthorizationHeader.ofDevice(device);
    try {
      return identity(jellyfin.writeRaw(api -> api.authenticate(header, credentials)));
    } catch (JellyfinFailure failure) {
      throw refusal(failure);
    }
  }

  private static Identity identity(AuthenticationResult result) {
    if (result.user == null || result.user.id == null || result.accessToken == null) {
      throw ApiException.badGateway("Jellyfin's answer to the sign-in is incomplete.", null);
    }
    boolean administrator = result.user.policy != null && result.user.policy.isAdministrator;
    String name = result.user.name == null ? "" : result.user.name;
    return new Identity(result.user.id, name, administrator, result.accessToken);
  }

  /**
   * Jellyfin 12: 401 is a wrong name or password; 403 an account that is disabled, locked, outside
   * its hours or has too many sessions, whether or not the password was right; 400 means that the
   * header lacks something, which is our fault.
   */
  private static ApiException refusal(JellyfinFailure failure) {
    return switch (failure.status()) {
      case 401 ->
          ApiException.of(ErrorCode.INVALID_CREDENTIALS, "The name or the password is wrong.");
      case 403 ->
          ApiException.of(
                  ErrorCode.INVALID_CREDENTIALS,
                  "Jellyfin does not let this account sign in at present.")
              .because("account_not_allowed");
      default -> ApiException.badGateway("Jellyfin does not understand the sign-in.", failure);
    };
  }
}
