package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Asks Jellyfin with the API key about accounts, which those who are refused cannot do. */
@Service
public class JellyfinAccounts {

  private static final Log LOG = Log.of(JellyfinAccounts.class);

  private final JellyfinConnection jellyfin;
  private final Settings settings;
  private final Clock clock;

  @Inject
  public JellyfinAccounts(JellyfinConnection jellyfin, Settings settings, Clock clock) {
    this.jellyfin = jellyfin;
    this.settings = settings;
    this.clock = clock;
  }

  /** How an account stands. */
  enum Standing {
    ENABLED,
    DISABLED,
    /** It was deleted. */
    GONE,
    /** Jellyfin refuses the API key. */
    UNKNOWN
  }

  /**
   * How the account with this id stands.
   *
   * @throws com.stoganet.proxy.shared.ApiException backend_unavailable when Jellyfin cannot tell
   */
  Standing standing(String userId) {
    try {
      AuthenticationResult.UserDto user = jellyfin.readBriefly(api -> api.user(key(), userId));
      if (user.policy == null) {
        return Standing.UNKNOWN;
      }
      return user.policy.isDisabled ? Standing.DISABLED : Standing.ENABLED;
    } catch (BackendResponseException refusal) {
      if (refusal.notFound()) {
        return Standing.GONE;
      }
      LOG.warn("Jellyfin does not describe an account: " + refusal.getMessage());
      return Standing.UNKNOWN;
    }
  }

  /**
   * What to answer when Jellyfin does not let this user in now, with their own token: outside of
   * their hours it says when these begin again, if they ever do. The hours are those of the local
   * time of the proxy, since Jellyfin does not tell its own.
   */
  ApiException refusal(String userId) {
    try {
      AuthenticationResult.UserDto user = jellyfin.readBriefly(api -> api.user(key(), userId));
      AccessHours hours = AccessHours.of(user.policy == null ? null : user.policy.accessSchedules);
      ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
      return hours.closedAt(now.toLocalDateTime())
          ? outsideHours(hours, now)
          : JellyfinConnection.notAllowed();
    } catch (BackendResponseException | ApiException e) {
      return JellyfinConnection.notAllowed();
    }
  }

  private static ApiException outsideHours(AccessHours hours, ZonedDateTime now) {
    ApiException refusal = ApiException.sessionRefused("outside_hours");
    return hours
        .nextAfter(now.toLocalDateTime())
        .map(opening -> opening.atZone(now.getZone()).toInstant())
        .map(opening -> refusal.with("opens_at", opening.toString()))
        .orElse(refusal);
  }

  /**
   * What an account of this name may do; empty when there is none, or Jellyfin refuses the API key.
   *
   * @throws com.stoganet.proxy.shared.ApiException backend_unavailable when Jellyfin cannot tell
   */
  Optional<AuthenticationResult.Policy> policy(String name) {
    try {
      List<AuthenticationResult.UserDto> users = jellyfin.readBriefly(api -> api.users(key()));
      return users.stream()
          .filter(user -> name.equalsIgnoreCase(user.name) && user.policy != null)
          .map(user -> user.policy)
          .findFirst();
    } catch (BackendResponseException refusal) {
      LOG.warn("Jellyfin does not list its accounts: " + refusal.getMessage());
      return Optional.empty();
    }
  }

  private String key() {
    return AuthorizationHeader.ofToken(settings.keys().jellyfin());
  }
}
