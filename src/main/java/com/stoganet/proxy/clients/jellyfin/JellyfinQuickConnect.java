package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.QuickConnectProvider;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Jellyfin's Quick Connect. */
@ApplicationScoped
public class JellyfinQuickConnect implements QuickConnectProvider {

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int APPROVED_BEFORE = 500;

  private final JellyfinConnection jellyfin;

  /** For the proxies of CDI only. */
  protected JellyfinQuickConnect() {
    this(null);
  }

  @Inject
  public JellyfinQuickConnect(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public Begun begin(Device device) {
    String header = AuthorizationHeader.ofDevice(device);
    try {
      QuickConnectResult begun = jellyfin.writeRaw(api -> api.initiate(header));
      if (begun.code == null || begun.secret == null) {
        throw ApiException.badGateway("Jellyfin's answer to Quick Connect is incomplete.", null);
      }
      return new Begun(begun.code, begun.secret);
    } catch (JellyfinFailure failure) {
      throw refusal(failure);
    }
  }

  @Override
  public State state(String secret) {
    try {
      boolean approved = jellyfin.readRaw(api -> api.connect(secret)).authenticated;
      return approved ? State.APPROVED : State.PENDING;
    } catch (JellyfinFailure failure) {
      if (failure.status() == NOT_FOUND) {
        return State.GONE;
      }
      throw refusal(failure);
    }
  }

  @Override
  public Optional<Identity> redeem(String secret) {
    QuickConnectResult.Redemption redemption = QuickConnectResult.Redemption.of(secret);
    try {
      return Optional.of(
          JellyfinIdentityProvider.identity(jellyfin.readRaw(api -> api.redeem(redemption))));
    } catch (JellyfinFailure failure) {
      if (failure.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal(failure);
    }
  }

  @Override
  public boolean approve(String code, Caller caller) {
    String header = AuthorizationHeader.of(caller);
    try {
      jellyfin.writeRaw(api -> authorize(api, header, code, caller));
      return true;
    } catch (JellyfinFailure failure) {
      if (failure.status() == NOT_FOUND) {
        return false;
      }
      throw failure.empty() ? JellyfinConnection.refusal(failure) : refusal(failure);
    }
  }

  /** Jellyfin 12 fails with 500 for a code that was approved before: no outage, but no code. */
  private static Boolean authorize(JellyfinApi api, String header, String code, Caller caller) {
    try {
      return api.authorize(header, code, caller.jellyfinUserId());
    } catch (JellyfinFailure failure) {
      throw failure.status() == APPROVED_BEFORE
          ? new JellyfinFailure(NOT_FOUND, failure.empty())
          : failure;
    }
  }

  /** Jellyfin 12: 401 with a body means that an administrator has switched it off. */
  private static ApiException refusal(JellyfinFailure failure) {
    return failure.status() == UNAUTHORIZED
        ? ApiException.of(
                ErrorCode.INVALID_CREDENTIALS, "Quick Connect is switched off in Jellyfin.")
            .because("quick_connect_disabled")
        : ApiException.badGateway("Jellyfin does not understand Quick Connect.", failure);
  }
}
