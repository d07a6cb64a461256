package com.stoganet.proxy.playback;

import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.media.WatchChanged;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.PeriodicTask;
import com.stoganet.proxy.shared.PeriodicTasks;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Closes what was playing when its player fell silent, its session ended or its proxy died. */
@Service
public class SilentPlayers {

  private static final Log LOG = Log.of(SilentPlayers.class);
  private static final int AT_A_TIME = 50;

  /** A proxy that dies while it closes something leaves it to another one after this. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  /** How long a sign-out waits for Jellyfin. */
  private static final long PATIENCE_SECONDS = 2;

  private final OpenPlays plays;
  private final PlayClosing closing;
  private final Event<WatchChanged> changes;
  private final Settings settings;
  private final Clock clock;
  private final PeriodicTasks tasks;
  private final Background background;

  @Inject
  public SilentPlayers(
      OpenPlays plays,
      PlayClosing closing,
      Event<WatchChanged> changes,
      Settings settings,
      Clock clock,
      PeriodicTasks tasks,
      Background background) {
    this.plays = plays;
    this.closing = closing;
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
    this.tasks = tasks;
    this.background = background;
  }

  void begin(@Observes @Priority(50) Startup event) {
    if (settings.complete()) {
      Duration pause = WaitingPeriod.PLAYER_ROUND.length();
      tasks.start(new PeriodicTask("Closing silent players", this::close), Duration.ZERO, pause);
    }
  }

  /** Closes those that are silent; what Jellyfin cannot be told now is tried again. */
  public void close() {
    Instant now = clock.instant();
    Instant silent = now.minus(WaitingPeriod.PLAYER_SILENCE.length());
    List<OpenPlays.Claim> claims;
    do {
      claims = plays.claim(silent, now, now.plus(CLAIM), AT_A_TIME);
      claims.forEach(this::closeOrRepeat);
    } while (claims.size() == AT_A_TIME);
  }

  /** While Jellyfin accepts the session's token: it is told of the end afterwards. */
  void sessionEnded(@Observes SessionEnded event) {
    plays.find(event.sessionId()).ifPresent(this::closeBriefly);
  }

  private void closeBriefly(OpenPlays.Claim claim) {
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(() -> close(claim), background)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    try {
      closing.join();
    } catch (CompletionException e) {
      LOG.info("Jellyfin is told later what session " + claim.play().sessionId() + " played last");
    }
  }

  private void closeOrRepeat(OpenPlays.Claim claim) {
    try {
      close(claim);
    } catch (ApiException e) {
      LOG.debug("Jellyfin is told later what session " + claim.play().sessionId() + " played last");
    }
  }

  private void close(OpenPlays.Claim claim) {
    if (claim.caller().isEmpty()) {
      plays.remove(claim.play());
      return;
    }
    Caller caller = claim.caller().get();
    closing.close(caller, claim.play());
    changes.fire(new WatchChanged(caller.userId()));
  }
}
