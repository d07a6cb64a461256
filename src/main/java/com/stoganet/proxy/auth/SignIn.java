package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Signs users in with name and password. */
@Service
public class SignIn {

  /** Each holds a thread until it is decided, and some while longer when it is refused. */
  private static final int AT_A_TIME = 32;

  private final IdentityProvider provider;
  private final SessionIssuer issuer;
  private final Lockout lockout;
  private final KnownDevices knownDevices;
  private final FailureTimingEqualizer equalizer;
  private final Audit audit;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  @Inject
  public SignIn(
      IdentityProvider provider,
      SessionIssuer issuer,
      Lockout lockout,
      KnownDevices knownDevices,
      FailureTimingEqualizer equalizer,
      Audit audit) {
    this.provider = provider;
    this.issuer = issuer;
    this.lockout = lockout;
    this.knownDevices = knownDevices;
    this.equalizer = equalizer;
    this.audit = audit;
  }

  /**
   * Signs a user in on a device of their own.
   *
   * @param deviceLabel the name of the device; null or blank gives a default, too long is cut
   * @param heldToken an access token that the app still has, even an expired one; null when it has
   *     none
   * @throws ApiException invalid_credentials; account_locked; rate_limited when too many sign-ins
   *     run at the same time
   */
  public IssuedTokens withPassword(
      String username, String password, String deviceLabel, ClientOrigin origin, String heldToken) {
    if (!places.tryAcquire()) {
      throw ApiException.of(
              ErrorCode.RATE_LIMITED, "Too many sign-ins at the same time; try again.")
          .retryAfter(1);
    }
    try {
      Device device = Device.create(deviceLabel, origin.client());
      Lockout.Attempt attempt = begin(username, device, origin, heldToken);
      Identity identity = identity(username, password, device, origin, attempt);
      return issuer.admit(identity, device, origin, "password");
    } finally {
      places.release();
    }
  }

  private Lockout.Attempt begin(
      String username, Device device, ClientOrigin origin, String heldToken) {
    try {
      return lockout.begin(username, origin, knownDevices.of(username, heldToken, origin));
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ACCOUNT_LOCKED) {
        note(AuthEvent.SIGN_IN_FAILED, username, device, origin, "locked");
      }
      throw e;
    }
  }

  private Identity identity(
      String username,
      String password,
      Device device,
      ClientOrigin origin,
      Lockout.Attempt attempt) {
    long start = System.nanoTime();
    try {
      Identity identity = provider.signIn(username, password, device);
      equalizer.record(Duration.ofNanos(System.nanoTime() - start));
      lockout.succeeded(attempt);
      return identity;
    } catch (ApiException e) {
      refused(e, username, device, origin, attempt);
      if (e.code() != ErrorCode.INVALID_CREDENTIALS) {
        throw e;
      }
      equalizer.delay(start);
      throw attempt.onKnownDevice() || passwordWasRight(e) ? e : wrongCredentials();
    } catch (RuntimeException e) {
      lockout.undecided(attempt);
      throw e;
    }
  }

  private void refused(
      ApiException refusal,
      String username,
      Device device,
      ClientOrigin origin,
      Lockout.Attempt attempt) {
    if (refusal.code() != ErrorCode.INVALID_CREDENTIALS) {
      lockout.undecided(attempt);
      return;
    }
    String reason = refusal.details().getOrDefault("reason", "wrong_credentials");
    note(AuthEvent.SIGN_IN_FAILED, username, device, origin, reason);
    if (passwordWasRight(refusal)) {
      lockout.undecided(attempt);
    } else if (lockout.failed(attempt)) {
      note(AuthEvent.LOCKED_OUT, username, device, origin, "too_many_failures");
    }
  }

  private static boolean passwordWasRight(ApiException refusal) {
    return IdentityProvider.TOO_MANY_DEVICES.equals(refusal.details().get("reason"));
  }

  /**
   * The same answer for every refusal that may follow from a wrong password: Jellyfin refuses an
   * account that is disabled, or outside its hours, whatever the password is, and nothing may tell
   * a stranger that there is such an account. A device where the user was signed in is told the
   * reason.
   */
  private static ApiException wrongCredentials() {
    return ApiException.of(
        ErrorCode.INVALID_CREDENTIALS,
        "The name or the password is wrong, or the account may not sign in now.");
  }

  private void note(
      AuthEvent event, String username, Device device, ClientOrigin origin, String reason) {
    // A name that never signed in may be a password in the wrong field.
    String user = knownDevices.haveSeen(username) ? username : null;
    audit.write(
        new Audit.Entry(event, origin.address().text(), user, null, device.label(), reason));
  }
}
