package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.IdentityProvider;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signs users in with their Jellyfin accounts. */
@Service
public class JellyfinIdentityProvider implements IdentityProvider {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final JellyfinConnection jellyfin;

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
    } catch (BackendResponseException failure) {
      throw refusal(failure);
    }
  }

  @Override
  public Optional<Profile> profile(String token) {
    String header = AuthorizationHeader.ofToken(token);
    try {
      return Optional.of(described(jellyfin.readBriefly(api -> api.me(header))));
    } catch (BackendResponseException failure) {
      return switch (failure.status()) {
        case UNAUTHORIZED -> Optional.empty();
        case FORBIDDEN -> throw JellyfinConnection.notAllowed();
        default -> throw ApiException.badGateway("Jellyfin does not describe the user.", failure);
      };
    }
  }

  @Override
  public void signOut(String token) {
    String header = AuthorizationHeader.ofToken(token);
    try {
      boolean unused =
          jellyfin.writeRaw(
              api -> {
                api.logout(header);
                return true;
              });
    } catch (BackendResponseException failure) {
      // 401: the token is invalid, so the user is signed out already. 403: the account is outside
      // its hours and still signed in, so the caller must try again.
      if (failure.status() != UNAUTHORIZED) {
        throw ApiException.unavailable("Jellyfin does not sign the session out.", failure);
      }
    }
  }

  private static Profile described(AuthenticationResult.UserDto user) {
    boolean administrator = user.policy != null && user.policy.isAdministrator;
    return new Profile(user.name == null ? "" : user.name, administrator);
  }

  static Identity identity(AuthenticationResult result) {
    if (result.user == null || result.user.id == null || result.accessToken == null) {
      throw ApiException.badGateway("Jellyfin's answer to the sign-in is incomplete.", null);
    }
    Profile profile = described(result.user);
    return new Identity(
        result.user.id, profile.name(), profile.administrator(), result.accessToken);
  }

  /**
   * Jellyfin 12: 401 is a wrong name or password; 403 an account that is disabled, locked, outside
   * its hours or has too many sessions, whether or not the password was right; 400 means that the
   * header of the proxy is incomplete.
   */
  private static ApiException refusal(BackendResponseException failure) {
    return switch (failure.status()) {
      case UNAUTHORIZED ->
          ApiException.of(ErrorCode.INVALID_CREDENTIALS, "The name or the password is wrong.");
      case FORBIDDEN ->
          ApiException.of(
                  ErrorCode.INVALID_CREDENTIALS, "Jellyfin does not admit this account now.")
              .because("account_not_allowed");
      default -> ApiException.badGateway("Jellyfin does not understand the sign-in.", failure);
    };
  }
}
