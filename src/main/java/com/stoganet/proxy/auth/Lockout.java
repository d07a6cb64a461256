package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Locks clients out that guess passwords, and no others.
 *
 * <p>Failures are counted for a name, a network, and both together. Only the last two lock, and
 * only that network: the owner of the name can sign in from any other network, and on a known
 * device even from the locked one. When many networks try one name, each of them is locked sooner.
 */
@Service
public class Lockout {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);

  /** Within this time after a lock, the next lock is twice as long, up to the longest one. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  /** For one name from one network. */
  private static final int FEW = 5;

  /** For one network whatever the name, and for one name whatever the network. */
  private static final int MANY = 20;

  private final SignInFailures failures;
  private final Clock clock;

  @Inject
  public Lockout(SignInFailures failures, Clock clock) {
    this.failures = failures;
    this.clock = clock;
  }

  /** What is counted as one, however it is written. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Counts an attempt; report its outcome for the returned attempt.
   *
   * @param knownDevice the session of a device that this user was signed in on; null when it is an
   *     unknown one
   * @throws ApiException account_locked; rate_limited when too many attempts are in progress
   */
  Attempt begin(String name, ClientOrigin origin, String knownDevice) {
    Attempt attempt =
        knownDevice == null
            ? Attempt.of(folded(name), origin.address().network())
            : Attempt.onKnownDevice(folded(name), knownDevice);
    Instant now = clock.instant();
    Attempt counted = attempt.counted(failures.add(attempt.keys(), now, WINDOW));
    for (int i = 0; i < counted.keys().size(); i++) {
      refuseIfLocked(counted, counted.counts().get(i), counted.most(i), now);
    }
    return counted;
  }

  private void refuseIfLocked(Attempt attempt, SignInFailures.Count count, int most, Instant now) {
    boolean locked = count.lockedUntil().isAfter(now);
    if (!locked && count.failures() <= most) {
      return;
    }
    failures.takeBack(attempt.keys());
    if (locked) {
      throw locked(Duration.between(now, count.lockedUntil()));
    }
    // More attempts than allowed are in progress; the key is not locked yet.
    throw attempt.besieged()
        ? locked(FIRST_LOCK)
        : ApiException.of(
                ErrorCode.RATE_LIMITED, "Too many sign-ins from this address at the same time.")
            .retryAfter(1);
  }

  private static ApiException locked(Duration left) {
    int seconds = Math.max(1, Math.toIntExact(left.plusMillis(999).toSeconds()));
    return ApiException.of(
            ErrorCode.ACCOUNT_LOCKED, "Too many failed attempts from this address; wait a while.")
        .retryAfter(seconds);
  }

  /** The attempt was right. */
  void succeeded(Attempt attempt) {
    failures.takeBack(attempt.keys());
    failures.clear(attempt.keys().get(0));
  }

  /** Takes an attempt back when the provider could not tell whether the password was right. */
  void undecided(Attempt attempt) {
    failures.takeBack(attempt.keys());
  }

  /** The attempt was wrong; says whether it was the one that locks. */
  boolean failed(Attempt attempt) {
    boolean any = false;
    for (int i = 0; i < attempt.keys().size(); i++) {
      SignInFailures.Count count = attempt.counts().get(i);
      if (count.failures() >= attempt.most(i)) {
        lock(attempt.keys().get(i), count);
        any = true;
      }
    }
    return any;
  }

  private void lock(String key, SignInFailures.Count count) {
    Instant now = clock.instant();
    boolean again = count.lockedAt().plus(REMEMBERED).isAfter(now);
    int locks = again ? count.locks() + 1 : 1;
    Duration time = FIRST_LOCK.multipliedBy(1L << Math.min(locks - 1, 10));
    failures.lock(
        key, locks, now, now.plus(time.compareTo(LONGEST_LOCK) < 0 ? time : LONGEST_LOCK));
  }

  /**
   * An attempt that is under way.
   *
   * @param keys what it is counted under: first its own one, then its network, then its name
   * @param counts of these keys, this attempt included
   */
  record Attempt(List<String> keys, List<SignInFailures.Count> counts) {

    private static final int NETWORK = 1;
    private static final int NAME = 2;

    static Attempt of(String name, String network) {
      return new Attempt(
          List.of(
              RandomSecret.hash("name and network/" + network + '/' + name),
              RandomSecret.hash("network/" + network),
              RandomSecret.hash("name/" + name)),
          List.of());
    }

    /** It has a count of its own, and locks no other device. */
    static Attempt onKnownDevice(String name, String session) {
      return new Attempt(
          List.of(RandomSecret.hash("name and session/" + session + '/' + name)), List.of());
    }

    Attempt counted(List<SignInFailures.Count> all) {
      return new Attempt(keys, all);
    }

    /** How many may fail or be under way: the last of them locks when it fails. */
    int most(int key) {
      return switch (key) {
        case NETWORK -> MANY;
        case NAME -> Integer.MAX_VALUE;
        default -> besieged() ? 1 : FEW;
      };
    }

    private boolean besieged() {
      return counts.size() > NAME && counts.get(NAME).failures() > MANY;
    }
  }
}
