package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Identity;
import com.stoganet.proxy.auth.QuickConnectProvider;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Jellyfin's Quick Connect. */
@Service
public class JellyfinQuickConnect implements QuickConnectProvider {

  private static final int UNAUTHORIZED = 401;
  private static final int APPROVED_BEFORE = 500;

  private final JellyfinConnection jellyfin;

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
    } catch (BackendResponseException failure) {
      throw refusal(failure);
    }
  }

  @Override
  public State state(String secret) {
    try {
      boolean approved = jellyfin.readRaw(api -> api.connect(secret)).authenticated;
      return approved ? State.APPROVED : State.PENDING;
    } catch (BackendResponseException failure) {
      if (failure.notFound()) {
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
          JellyfinIdentityProvider.identity(
              jellyfin.readRaw(api -> api.redeem(redemption)), jellyfin));
    } catch (BackendResponseException failure) {
      if (failure.notFound()) {
        return Optional.empty();
      }
      throw refusal(failure);
    }
  }

  @Override
  public boolean approve(String code, Caller caller) {
    String header = AuthorizationHeader.of(caller);
    try {
      return jellyfin.writeRaw(api -> authorize(api, header, code, caller));
    } catch (BackendResponseException failure) {
      if (failure.notFound()) {
        return false;
      }
      throw failure.body().isEmpty() ? JellyfinConnection.refusal(failure) : refusal(failure);
    }
  }

  /**
   * Jellyfin 12 answers 500 for a code that was approved before; that is an unknown code, not an
   * outage.
   */
  private static boolean authorize(JellyfinApi api, String header, String code, Caller caller) {
    try {
      api.authorize(header, code, caller.jellyfinUserId());
      return true;
    } catch (BackendResponseException failure) {
      if (failure.status() == APPROVED_BEFORE) {
        return false;
      }
      throw failure;
    }
  }

  /** Jellyfin 12: 401 with a body means that an administrator has switched it off. */
  private static ApiException refusal(BackendResponseException failure) {
    return failure.status() == UNAUTHORIZED
        ? ApiException.of(
                ErrorCode.INVALID_CREDENTIALS, "Quick Connect is switched off in Jellyfin.")
            .because("quick_connect_disabled")
        : ApiException.badGateway("Jellyfin does not understand Quick Connect.", failure);
  }
}
