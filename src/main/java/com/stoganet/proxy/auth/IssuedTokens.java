package com.stoganet.proxy.auth;

/**
 * What a client gets when it signed in.
 *
 * @param expiresIn seconds the access token lives
 */
public record IssuedTokens(String accessToken, String refreshToken, int expiresIn, User user) {

  /** Without the tokens, so that they cannot slip into a log. */
  @Override
  public String toString() {
    return "IssuedTokens[user=" + user.id() + "]";
  }
}
