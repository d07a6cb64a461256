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
  private final JellyfinAccounts accounts;

  @Inject
  public JellyfinIdentityProvider(JellyfinConnection jellyfin, JellyfinAccounts accounts) {
    this.jellyfin = jellyfin;
    this.accounts = accounts;
  }

  @Override
  public Identity signIn(String username, String password, Device device) {
    Credentials credentials = Credentials.of(username, password);
    String header = AuthorizationHeader.ofDevice(device);
    try {
      return identity(jellyfin.writeRaw(api -> api.authenticate(header, credentials)), jellyfin);
    } catch (BackendResponseException failure) {
      throw refusal(failure, username);
    }
  }

  @Override
  public Optional<Profile> profile(String token, String subject) {
    Optional<Profile> profile = described(token, subject);
    if (profile.isPresent()) {
      return profile;
    }
    return switch (accounts.standing(subject)) {
      // Asked again: it may have been enabled between the two questions.
      case ENABLED -> described(token, subject);
      case GONE -> Optional.empty();
      case DISABLED -> throw ApiException.sessionRefused("account_disabled");
      case UNKNOWN -> throw ApiException.sessionRefused("account_not_allowed");
    };
  }

  /** Empty when Jellyfin refuses the token, as it does for an account that is disabled. */
  private Optional<Profile> described(String token, String subject) {
    String header = AuthorizationHeader.ofToken(token);
    try {
      AuthenticationResult.UserDto user = jellyfin.readBriefly(api -> api.me(header));
      jellyfin.requireKnown(user.serverId);
      return Optional.of(described(user));
    } catch (BackendResponseException failure) {
      return switch (failure.status()) {
        case UNAUTHORIZED -> Optional.empty();
        case FORBIDDEN -> throw accounts.refusal(subject);
        default -> throw ApiException.badGateway("Jellyfin does not describe the user.", failure);
      };
    }
  }

  @Override
  public boolean signOut(String token, String subject) {
    String header = AuthorizationHeader.ofToken(token);
    try {
      return jellyfin.writeRaw(
          api -> {
            api.logout(header);
            return true;
          });
    } catch (BackendResponseException failure) {
      // 401: the token is invalid, or that of an account that is disabled, whose tokens work again
      // when it is enabled. 403: the account is outside its hours and still signed in.
      return failure.status() == UNAUTHORIZED && over(accounts.standing(subject));
    }
  }

  private static boolean over(JellyfinAccounts.Standing standing) {
    return standing == JellyfinAccounts.Standing.ENABLED
        || standing == JellyfinAccounts.Standing.GONE;
  }

  private static Profile described(AuthenticationResult.UserDto user) {
    boolean administrator = user.policy != null && user.policy.isAdministrator;
    return new Profile(user.name == null ? "" : user.name, administrator);
  }

  static Identity identity(AuthenticationResult result, JellyfinConnection jellyfin) {
    jellyfin.requireKnown(result.serverId);
    if (result.user == null || result.user.id == null || result.accessToken == null) {
      throw ApiException.badGateway("Jellyfin's answer to the sign-in is incomplete.", null);
    }
    Profile profile = described(result.user);
    return new Identity(
        result.user.id,
        profile.name(),
        profile.administrator(),
        result.accessToken,
        result.user.policy == null || !Boolean.FALSE.equals(result.user.policy.enableRemoteAccess));
  }

  /**
   * Jellyfin 12: 401 is a wrong name or password; 403 an account that is disabled, locked, outside
   * its hours or has too many sessions; 400 means that the header of the proxy is incomplete.
   */
  private ApiException refusal(BackendResponseException failure, String username) {
    return switch (failure.status()) {
      case UNAUTHORIZED -> refused("The name or the password is wrong.");
      case FORBIDDEN ->
          refused("Jellyfin does not admit this account now.").because(reason(username));
      default -> ApiException.badGateway("Jellyfin does not understand the sign-in.", failure);
    };
  }

  private static ApiException refused(String message) {
    return ApiException.of(ErrorCode.INVALID_CREDENTIALS, message);
  }

  /**
   * Jellyfin 12: an account that is disabled, outside its hours or away from home is refused
   * whether or not the password was right; one that may not use another device, only after it was
   * right.
   */
  private String reason(String username) {
    AuthenticationResult.Policy policy = accounts.policy(username).orElse(null);
    if (policy == null || Boolean.FALSE.equals(policy.enableRemoteAccess)) {
      return "account_not_allowed";
    }
    if (policy.isDisabled) {
      return "account_disabled";
    }
    if (policy.accessSchedules != null && !policy.accessSchedules.isEmpty()) {
      return "outside_hours";
    }
    boolean limited = policy.maxActiveSessions > 0 || Boolean.FALSE.equals(policy.enableAllDevices);
    return limited ? TOO_MANY_DEVICES : "account_not_allowed";
  }
}
