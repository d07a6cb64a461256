package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Locks clients out that guess passwords, and no others.
 *
 * <p>Failures are counted for a name, a network, and both together. The last two lock that network
 * only: the owner of the name can sign in from any other network, and on a known device even from
 * the locked one. When many networks try one name, each of them is locked sooner. After many
 * failures within a day the name is locked for all but known devices and networks: Jellyfin 10.11
 * never disables an account.
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

  /** For one name within a day, whatever the network; and after its first lock. */
  private static final int DAILY = 50;

  private static final int DAILY_AGAIN = 5;

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
   * @throws ApiException account_locked; rate_limited when too many attempts are in progress
   */
  Attempt begin(String name, ClientOrigin origin, Familiarity familiarity) {
    Attempt attempt = Attempt.of(folded(name), origin.address().network(), familiarity);
    Instant now = clock.instant();
    Attempt counted = counted(attempt, now);
    for (int i = 0; i < counted.keys().size(); i++) {
      refuseIfLocked(counted, counted.counts().get(i), counted.most(i), now);
    }
    return counted;
  }

  private Attempt counted(Attempt attempt, Instant now) {
    List<SignInFailures.Count> counts =
        new ArrayList<>(failures.add(attempt.quickKeys(), now, WINDOW));
    if (!attempt.dailyKeys().isEmpty()) {
      counts.addAll(failures.add(attempt.dailyKeys(), now, REMEMBERED));
    }
    return attempt.counted(counts);
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
    return ApiException.of(ErrorCode.ACCOUNT_LOCKED, "Too many failed attempts; wait a while.")
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
   * @param keys what it is counted under: first its own one, then its network, then its name, then
   *     its name in a day; on a known device the first one only, in a familiar network not the last
   * @param counts of these keys, this attempt included
   */
  record Attempt(List<String> keys, List<SignInFailures.Count> counts) {

    private static final int NETWORK = 1;
    private static final int NAME = 2;
    private static final int NAME_IN_A_DAY = 3;

    /** A known device has a count of its own, and locks no other device. */
    static Attempt of(String name, String network, Familiarity familiarity) {
      if (familiarity.session() != null) {
        return counting("name and session/" + familiarity.session() + '/' + name);
      }
      String own = "name and network/" + network + '/' + name;
      return familiarity.network()
          ? counting(own, "network/" + network, "name/" + name)
          : counting(own, "network/" + network, "name/" + name, "name in a day/" + name);
    }

    private static Attempt counting(String... what) {
      return new Attempt(Stream.of(what).map(RandomSecret::hash).toList(), List.of());
    }

    boolean onKnownDevice() {
      return keys.size() == 1;
    }

    private List<String> quickKeys() {
      return keys.subList(0, Math.min(NAME_IN_A_DAY, keys.size()));
    }

    private List<String> dailyKeys() {
      return keys.subList(Math.min(NAME_IN_A_DAY, keys.size()), keys.size());
    }

    Attempt counted(List<SignInFailures.Count> all) {
      return new Attempt(keys, all);
    }

    /** How many may fail or be under way: the last of them locks when it fails. */
    int most(int key) {
      return switch (key) {
        case NETWORK -> MANY;
        case NAME -> Integer.MAX_VALUE;
        case NAME_IN_A_DAY -> counts.get(NAME_IN_A_DAY).locks() > 0 ? DAILY_AGAIN : DAILY;
        default -> besieged() ? 1 : FEW;
      };
    }

    private boolean besieged() {
      return counts.size() > NAME && counts.get(NAME).failures() > MANY;
    }
  }
}
