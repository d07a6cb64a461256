package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A test's view of the users: identifiers, tokens, watch states, and what befalls them. */
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
    return state.tokens.of(state.accounts.named(userName)).stream()
        .map(DeviceToken::token)
        .toList();
  }

  /** What the devices are called that a user is signed in on, oldest first. */
  public List<String> deviceNamesOf(String userName) {
    Account account = state.accounts.named(userName);
    return state.tokens.all().stream()
        .filter(device -> device.account() == account)
        .map(device -> device.identity().device())
        .toList();
  }

  /** Signs a user in without any HTTP, for tests that only need a token. */
  public String signIn(String userName, String deviceId) {
    ClientIdentity identity = new ClientIdentity("sandbox", "1", deviceId, "test");
    return state.tokens.issue(state.accounts.named(userName), identity).token();
  }

  public WatchState watchState(String userName, String itemId) {
    new Watching(state).stopSilent();
    return state.watched.of(state.accounts.named(userName), itemId);
  }

  /** Sets how far a user has come in a video; not played. */
  public void stoppedAt(String userName, String itemId, Duration position, Instant when) {
    long ticks = position.toMillis() * 10_000;
    state.watched.change(
        state.accounts.named(userName),
        itemId,
        old -> old.withPosition(ticks).withPlayed(false).withLastPlayed(when));
  }

  /** Marks a video as watched at that time. */
  public void watched(String userName, String itemId, Instant when) {
    state.watched.change(
        state.accounts.named(userName),
        itemId,
        old -> old.withPosition(0).withPlayed(true).withLastPlayed(when));
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

  /** A new user, whose password is the name; gives an identifier that nobody ever had. */
  public String create(String userName) {
    state.version.requireUserName(userName);
    return state.accounts.add(userName).id();
  }

  /** Deletes a user; the tokens go too. */
  public void delete(String userName) {
    Account account = state.accounts.named(userName);
    state.accounts.remove(account);
    state.tokens.revoke(device -> device.account() == account);
  }

  public void rename(String userName, String newName) {
    state.accounts.named(userName).rename(newName);
  }

  public void setAdministrator(String userName, boolean administrator) {
    state.accounts.named(userName).administrator(administrator);
  }

  /** As an administrator does; Jellyfin: all tokens of the user are revoked. */
  public void resetPassword(String userName, String password) {
    Account account = state.accounts.named(userName);
    account.password(password);
    state.tokens.revoke(device -> device.account() == account);
  }

  /** As an administrator does with {@code ResetPassword}: no password is left, the tokens stay. */
  public void emptyPassword(String userName) {
    state.accounts.named(userName).password("");
  }

  /** As the users themselves do; Jellyfin: all their tokens but the one in use are revoked. */
  public void changePassword(String userName, String password, String tokenInUse) {
    Account account = state.accounts.named(userName);
    account.password(password);
    state.tokens.revoke(
        device -> device.account() == account && !device.token().equals(tokenInUse));
  }

  /**
   * After how many wrong passwords Jellyfin disables the account; -1 for never.
   *
   * <p>Jellyfin: 0 in a policy means three.
   */
  public void lockoutAfter(String userName, int wrongPasswords) {
    state.accounts.named(userName).lockoutAfter(wrongPasswords == 0 ? 3 : wrongPasswords);
  }

  /** As an administrator does with an account that was locked out. */
  public void enable(String userName) {
    state.accounts.named(userName).disabled(false);
  }

  /** Jellyfin, after too many wrong passwords: disabled, but the tokens stay. */
  public void lockOut(String userName) {
    state.accounts.named(userName).disabled(true);
  }

  /** Whether the parental schedule does not allow the user in at present. */
  public void outsideHours(String userName, boolean outside) {
    state.accounts.named(userName).outsideHours(outside);
  }

  /** How often a user may be signed in at the same time; zero is no limit. */
  public void maximumSessions(String userName, int sessions) {
    state.accounts.named(userName).maximumSessions(sessions);
  }

  /** The score of the highest rating the user may see; null for everything. */
  public void maximumRating(String userName, Integer score) {
    state.accounts.named(userName).maximumRating(score);
  }

  /** What the user is not allowed; to be changed by the test. */
  public Limits limits(String userName) {
    return state.accounts.named(userName).limits();
  }

  /** How long the password of a name that exists is looked at; other names are refused at once. */
  public void passwordCheckTakes(Duration time) {
    state.passwordCheck = time;
  }

  /** Approves a code, as the user can do in Jellyfin's own apps. */
  public void approveQuickConnect(String userName, String code) {
    QuickConnect.Attempt attempt = state.quickConnect.byCode(code).orElseThrow();
    attempt.approve(state.tokens.issue(state.accounts.named(userName), attempt.identity));
  }

  /** Turns Quick Connect on or off, as an administrator can; pending codes stay. */
  public void setQuickConnect(boolean enabled) {
    state.quickConnect.enabled(enabled);
  }

  /** Jellyfin: a restart forgets the codes of Quick Connect. */
  public void forgetQuickConnectCodes() {
    state.quickConnect.forgetAll();
  }
}
