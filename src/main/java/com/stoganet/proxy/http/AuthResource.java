package com.stoganet.proxy.http;

import com.stoganet.proxy.api.AuthApi;
import com.stoganet.proxy.api.model.LoginRequest;
import com.stoganet.proxy.api.model.QuickConnectPollRequest;
import com.stoganet.proxy.api.model.QuickConnectStartResponse;
import com.stoganet.proxy.api.model.RefreshRequest;
import com.stoganet.proxy.api.model.TokenPair;
import com.stoganet.proxy.api.model.User;
import com.stoganet.proxy.auth.SignIn;
import com.stoganet.proxy.auth.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** {@code /auth}: signing in and staying signed in. */
@ApplicationScoped
public class AuthResource implements AuthApi {

  private final SignIn signIn;
  private final CurrentOrigin origin;

  /** For the proxies of CDI only. */
  protected AuthResource() {
    this(null, null);
  }

  @Inject
  public AuthResource(SignIn signIn, CurrentOrigin origin) {
    this.signIn = signIn;
    this.origin = origin;
  }

  @Override
  public TokenPair postAuthLogin(LoginRequest login) {
    return tokenPair(
        signIn.withPassword(
            login.getUsername(), login.getPassword(), login.getDeviceLabel(), origin.get()));
  }

  @Override
  public TokenPair postAuthRefresh(RefreshRequest refresh) {
    throw NotYet.built();
  }

  @Override
  public void postAuthLogout(RefreshRequest refresh) {
    throw NotYet.built();
  }

  @Override
  public void postAuthLogoutAll() {
    throw NotYet.built();
  }

  @Override
  public QuickConnectStartResponse postAuthQuickConnectStart() {
    throw NotYet.built();
  }

  @Override
  public TokenPair postAuthQuickConnectPoll(QuickConnectPollRequest poll) {
    throw NotYet.built();
  }

  private static TokenPair tokenPair(Tokens tokens) {
    return new TokenPair()
        .accessToken(tokens.accessToken())
        .refreshToken(tokens.refreshToken())
        .expiresIn(tokens.expiresIn())
        .user(user(tokens.user()));
  }

  /** The contract wants an e-mail address; Jellyfin knows none, so the apps get a stand-in. */
  private static User user(com.stoganet.proxy.auth.User user) {
    return new User()
        .id(user.id())
        .email(user.name().toLowerCase(Locale.ROOT) + "@jellyfin.local")
        .displayName(user.name());
  }
}
