package com.stoganet.proxy.http.auth;

import com.stoganet.proxy.api.AuthApi;
import com.stoganet.proxy.api.model.DeviceListResponse;
import com.stoganet.proxy.api.model.LoginRequest;
import com.stoganet.proxy.api.model.QuickConnectApproveRequest;
import com.stoganet.proxy.api.model.QuickConnectPollRequest;
import com.stoganet.proxy.api.model.QuickConnectStartResponse;
import com.stoganet.proxy.api.model.RefreshRequest;
import com.stoganet.proxy.api.model.TokenPair;
import com.stoganet.proxy.auth.Devices;
import com.stoganet.proxy.auth.QuickConnect;
import com.stoganet.proxy.auth.RefreshToken;
import com.stoganet.proxy.auth.SignIn;
import com.stoganet.proxy.auth.SignOut;
import com.stoganet.proxy.auth.TokenRefresh;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.http.edge.CurrentOrigin;
import com.stoganet.proxy.http.edge.RequestLimits;
import com.stoganet.proxy.limits.Limit;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** {@code /auth}: signing in, staying signed in, and signing out. */
@Service
public class AuthResource implements AuthApi {

  private final SignIn signIn;
  private final TokenRefresh refresh;
  private final SignOut signOut;
  private final Devices devices;
  private final QuickConnect quickConnect;
  private final RequestLimits limits;
  private final CurrentCaller caller;
  private final CurrentOrigin origin;

  @Inject
  public AuthResource(
      SignIn signIn,
      TokenRefresh refresh,
      SignOut signOut,
      Devices devices,
      QuickConnect quickConnect,
      RequestLimits limits,
      CurrentCaller caller,
      CurrentOrigin origin) {
    this.signIn = signIn;
    this.refresh = refresh;
    this.signOut = signOut;
    this.devices = devices;
    this.quickConnect = quickConnect;
    this.limits = limits;
    this.caller = caller;
    this.origin = origin;
  }

  @Override
  public TokenPair postAuthLogin(LoginRequest login) {
    return SignInMapper.tokenPair(
        signIn.withPassword(
            login.getUsername(),
            login.getPassword(),
            login.getDeviceLabel(),
            origin.get(login.getClient()),
            origin.heldToken()));
  }

  @Override
  public TokenPair postAuthRefresh(RefreshRequest request) {
    String secret = request.getRefreshToken();
    if (RefreshToken.wellFormed(secret)) {
      limits.take(Limit.REFRESH, RefreshToken.familyOf(secret));
    }
    return SignInMapper.tokenPair(refresh.with(secret, origin.get()));
  }

  @Override
  public void postAuthLogout(RefreshRequest request) {
    signOut.here(caller.sessionId(), request.getRefreshToken(), origin.get());
  }

  @Override
  public void postAuthLogoutAll() {
    signOut.everywhere(caller.sessionId(), origin.get());
  }

  @Override
  public DeviceListResponse getAuthDevices() {
    Caller current = caller.get();
    return new DeviceListResponse()
        .devices(
            devices.of(current).stream()
                .map(session -> SignInMapper.device(session, current))
                .toList());
  }

  @Override
  public void deleteAuthDevicesId(String id) {
    devices.end(id, caller.get(), origin.get());
  }

  @Override
  public QuickConnectStartResponse postAuthQuickConnectStart(String deviceLabel, String client) {
    QuickConnect.Started started = quickConnect.start(deviceLabel, origin.get(client));
    return new QuickConnectStartResponse()
        .code(started.code())
        .pollToken(started.pollToken())
        .expiresIn(Math.toIntExact(QuickConnect.LIFE.toSeconds()))
        .interval(Math.toIntExact(QuickConnect.INTERVAL.toSeconds()));
  }

  @Override
  public TokenPair postAuthQuickConnectPoll(QuickConnectPollRequest poll) {
    return quickConnect
        .poll(poll.getPollToken(), origin.get())
        .map(SignInMapper::tokenPair)
        .orElseThrow(() -> new StillPendingException(QuickConnect.INTERVAL));
  }

  @Override
  public void postAuthQuickConnectApprove(QuickConnectApproveRequest approval) {
    quickConnect.approve(approval.getCode(), caller.get());
  }
}
