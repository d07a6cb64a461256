package com.stoganet.proxy.auth;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.PeriodicTask;
import com.stoganet.proxy.shared.PeriodicTasks;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Every 20 seconds: ends expired sessions, repeats failed sign-outs at Jellyfin, deletes old rows.
 */
@Service
public class SessionCleanup {

  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final int AT_A_TIME = 100;

  /** Long enough for an app to be told why it has to sign in. */
  private static final Duration ENDED_KEPT = Duration.ofDays(30);

  private static final Duration EXPIRED_KEPT = Duration.ofDays(1);

  /** The longest time for which a used token is forgiven, and some more. */
  private static final Duration SUCCESSOR_KEPT = Duration.ofSeconds(90);

  private final SessionCleanupStore sessions;
  private final SessionTermination termination;
  private final ProviderSignOut signOut;
  private final QuickConnectStore quickConnects;
  private final SignInFailures failures;
  private final Settings settings;
  private final Clock clock;
  private final PeriodicTasks tasks;

  @Inject
  public SessionCleanup(
      SessionCleanupStore sessions,
      SessionTermination termination,
      ProviderSignOut signOut,
      QuickConnectStore quickConnects,
      SignInFailures failures,
      Settings settings,
      Clock clock,
      PeriodicTasks tasks) {
    this.sessions = sessions;
    this.termination = termination;
    this.signOut = signOut;
    this.quickConnects = quickConnects;
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
    this.tasks = tasks;
  }

  void begin(@Observes @Priority(30) Startup event) {
    if (settings.complete()) {
      tasks.start(new PeriodicTask("Cleaning up sessions", this::tidy), PAUSE);
    }
  }

  /** Does all of it once. */
  void tidy() {
    Instant now = clock.instant();
    for (Session session : sessions.abandoned(now, AT_A_TIME)) {
      termination.end(session, Session.End.EXPIRED, null);
    }
    signOut.catchUp();
    quickConnects.purge(now);
    failures.purge(now.minus(Lockout.REMEMBERED));
    sessions.purge(now.minus(ENDED_KEPT), now.minus(EXPIRED_KEPT), now.minus(SUCCESSOR_KEPT));
  }
}
