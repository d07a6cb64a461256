package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An identity provider that does what a test says. */
final class ScriptedProvider implements IdentityProvider {

  boolean away;
  boolean notNow;
  final Set<String> tokens = new HashSet<>();

  /** How often it was asked about somebody. */
  int questions;

  @Override
  public Identity signIn(String username, String password, Device device) {
    answer();
    String token = "token-" + device.id();
    tokens.add(token);
    return new Identity("j-" + username, username, false, token);
  }

  @Override
  public Optional<Profile> profile(String token) {
    questions++;
    answer();
    if (notNow) {
      throw ApiException.sessionExpired().because("account_not_allowed");
    }
    return tokens.contains(token) ? Optional.of(new Profile("ada", false)) : Optional.empty();
  }

  @Override
  public void signOut(String token) {
    answer();
    tokens.remove(token);
  }

  private void answer() {
    if (away) {
      throw ApiException.unavailable("away", null);
    }
  }
}
