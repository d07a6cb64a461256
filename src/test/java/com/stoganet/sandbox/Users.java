package com.stoganet.sandbox;

import java.util.List;

/** A test's view of the users: identifiers, tokens and watch states. */
public final class Users {
  private final ServerState state;

  Users(ServerState state) {
    this.state = state;
  }

  public String idOf(String userName) {
    return state.accounts.named(userName).id();
  }

  /** The valid tokens of a user, oldest first. */
  public List<String> tokensOf(String userName) {
    Account account = state.accounts.named(userName);
    return state.tokens.all().stream()
        .filter(device -> device.account() == account)
        .map(DeviceToken::token)
        .toList();
  }

  /** Signs a user in without any HTTP, for tests that only need a token. */
  public String signIn(String userName, String deviceId) {
    ClientIdentity identity = new ClientIdentity("sandbox", "1", deviceId, "test");
    return state.tokens.issue(state.accounts.named(userName), identity).token();
  }

  public WatchState watchState(String userName, String itemId) {
    return state.watched.of(state.accounts.named(userName), itemId);
  }

  /** Sets whether the user's lists contain episodes that have no file. */
  public void displayMissingEpisodes(String userName, boolean display) {
    state.accounts.named(userName).displayMissingEpisodes(display);
  }

  /** Takes a library away from a user, as an administrator can. */
  public void hideLibrary(String userName, String libraryId) {
    state.accounts.named(userName).hide(libraryId);
  }

  /** Lets a user see a library (again). */
  public void showLibrary(String userName, String libraryId) {
    state.accounts.named(userName).show(libraryId);
  }

  /** Turns Quick Connect on or off, as an administrator can; pending codes are forgotten. */
  public void setQuickConnect(boolean enabled) {
    state.quickConnect.enabled(enabled);
    state.quickConnect.forgetAll();
  }
}
