package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An identity provider that does what a test says. */
final class ScriptedProvider implements IdentityProvider {

  boolean away;
  boolean notNow;

  /** Users who are disabled: their tokens are refused, and work again afterwards. */
  final Set<String> disabled = new HashSet<>();

  /** Whether users may come from the local network only. */
  boolean atHome;

  final Set<String> tokens = new HashSet<>();

  /** How often it was asked about somebody. */
  int questions;

  /** How often the proxy tried to sign out a disabled user. */
  int refusedSignOuts;

  @Override
  public Identity signIn(String username, String password, Device device) {
    answer();
    String token = "token-" + device.id();
    tokens.add(token);
    return new Identity("j-" + username, username, false, token, !atHome);
  }

  @Override
  public Optional<Profile> profile(String token, String subject) {
    questions++;
    answer();
    if (notNow) {
      throw ApiException.sessionRefused("account_not_allowed");
    }
    if (disabled.contains(subject)) {
      throw ApiException.sessionRefused("account_disabled");
    }
    return tokens.contains(token) ? Optional.of(new Profile("ada", false)) : Optional.empty();
  }

  @Override
  public boolean signOut(String token, String subject) {
    answer();
    if (disabled.contains(subject)) {
      refusedSignOuts++;
      return false;
    }
    tokens.remove(token);
    return true;
  }

  private void answer() {
    if (away) {
      throw ApiException.unavailable("away", null);
    }
  }
}
