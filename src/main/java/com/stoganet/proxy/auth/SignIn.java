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
      return lockout.begin(username, origin, knownDevices.of(username, heldToken));
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
      if (e.code() == ErrorCode.INVALID_CREDENTIALS) {
        equalizer.delay(start);
      }
      throw e;
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
    String reason = refusal.details().get("reason");
    if (refusal.code() != ErrorCode.INVALID_CREDENTIALS) {
      lockout.undecided(attempt);
    } else if (reason != null) {
      lockout.undecided(attempt);
      note(AuthEvent.SIGN_IN_FAILED, username, device, origin, reason);
    } else {
      boolean locked = lockout.failed(attempt);
      note(AuthEvent.SIGN_IN_FAILED, username, device, origin, "wrong_credentials");
      if (locked) {
        note(AuthEvent.LOCKED_OUT, username, device, origin, "too_many_failures");
      }
    }
  }

  private void note(
      AuthEvent event, String username, Device device, ClientOrigin origin, String reason) {
    // A name that never signed in may be a password in the wrong field.
    String user = knownDevices.haveSeen(username) ? username : null;
    audit.write(
        new Audit.Entry(event, origin.address().text(), user, null, device.label(), reason));
  }
}
