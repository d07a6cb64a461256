package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.playback.OpenPlay.Telling;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells Jellyfin what plays, so that what the last report said stands.
 *
 * <p>Each report is written down before Jellyfin is told, so that any proxy can close what a silent
 * player said last (docs/adr/0014).
 */
@Service
public class PlayReports {

  /** A paused player repeats itself; as long as that, nothing needs to be written. */
  private static final Duration SAME = Duration.ofSeconds(15);

  private final OpenPlays plays;
  private final PlayClosing closing;
  private final Playstate playstate;
  private final WatchedSources sources;
  private final Clock clock;

  @Inject
  public PlayReports(
      OpenPlays plays,
      PlayClosing closing,
      Playstate playstate,
      WatchedSources sources,
      Clock clock) {
    this.plays = plays;
    this.closing = closing;
    this.playstate = playstate;
    this.sources = sources;
    this.clock = clock;
  }

  /** The caller's player is there. */
  void report(Caller caller, Spot spot) {
    Optional<OpenPlay> open = plays.of(caller.sessionId());
    open.filter(play -> !play.isOf(spot)).ifPresent(play -> closing.close(caller, play));
    OpenPlay before = open.filter(play -> play.isOf(spot)).orElseGet(() -> begin(caller, spot));
    OpenPlay now = before.at(spot.positionMillis(), telling(before, spot), clock.instant());
    if (!repeats(before, now)) {
      plays.put(now);
    }
    switch (now.telling()) {
      case HELD -> {}
      case SET -> set(caller, before, spot);
      default -> tell(caller, now, spot);
    }
  }

  private OpenPlay begin(Caller caller, Spot spot) {
    Instant now = clock.instant();
    boolean watched = playstate.of(caller, spot.item()).map(Playstate.Kept::played).orElse(false);
    if (spot.inParts() || spot.what().versions().size() > 1) {
      sources.watched(caller.userId(), spot.item(), spot.source(), now);
    }
    // As long ago as that: it is not written down yet.
    return new OpenPlay(
        caller.sessionId(),
        spot.item(),
        spot.source(),
        -1,
        Telling.DUE,
        watched,
        Instant.EPOCH,
        OpenPlay.UNKNOWN);
  }

  /** Jellyfin before 12 takes the mark off a watched title as soon as it begins. */
  private static Telling telling(OpenPlay before, Spot spot) {
    if (!spot.fitsRules()) {
      return Telling.SET;
    }
    if (before.telling() == Telling.BEGUN) {
      return Telling.BEGUN;
    }
    return before.watchedBefore() && spot.barelyBegun() ? Telling.HELD : Telling.DUE;
  }

  private static boolean repeats(OpenPlay before, OpenPlay now) {
    return before.positionMillis() == now.positionMillis()
        && before.telling() == now.telling()
        && now.heardAt().isBefore(before.heardAt().plus(SAME));
  }

  private void tell(Caller caller, OpenPlay now, Spot spot) {
    OpenPlay within = now.at(spot.withinVersion());
    if (now.telling() == Telling.DUE) {
      playstate.started(caller, within);
      plays.put(now.begun(begunAt(caller, now)));
    }
    playstate.reached(caller, within);
  }

  /** The play has begun, whether Jellyfin can say when or not. */
  private Instant begunAt(Caller caller, OpenPlay play) {
    try {
      return playstate.begunAt(caller, play).orElse(OpenPlay.UNKNOWN);
    } catch (ApiException e) {
      return OpenPlay.UNKNOWN;
    }
  }

  private void set(Caller caller, OpenPlay before, Spot spot) {
    if (before.telling() == Telling.BEGUN) {
      playstate.stopped(caller, before);
    }
    // Jellyfin has taken a wrong length for the end.
    Boolean played = spot.behindTheEnd() && !before.watchedBefore() ? Boolean.FALSE : null;
    playstate.set(caller, spot.item(), spot.positionToSet(), clock.instant(), played);
  }

  /** The caller's player is there, and that is the end. */
  void closeAt(Caller caller, Spot spot) {
    plays
        .of(caller.sessionId())
        .ifPresent(
            play -> closing.close(caller, play.isOf(spot) ? play.at(spot.withinVersion()) : play));
  }

  /** Jellyfin would bring the position back later if it believed that one of these still plays. */
  void closeThoseOf(Caller caller, List<Watchable> copies) {
    plays
        .of(caller.sessionId())
        .filter(play -> copies.stream().anyMatch(copy -> copy.item().equals(play.item())))
        .ifPresent(play -> closing.close(caller, play));
  }
}
