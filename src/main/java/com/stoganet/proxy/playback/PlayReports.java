package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.playback.OpenPlay.Telling;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
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
 * <p>Each report is written down before Jellyfin is told, and a player that falls silent is closed
 * at what it said last, by whichever proxy is there (docs/adr/0014).
 */
@Service
public class PlayReports {

  /** A paused player repeats itself; as long as that, nothing needs to be written. */
  private static final Duration SAME = Duration.ofSeconds(15);

  /** After this Jellyfin has closed the session itself, and another app may have gone on. */
  private static final Duration LATE = Duration.ofMinutes(4);

  private static final Duration GIVEN_UP = Duration.ofDays(1);

  private final OpenPlays plays;
  private final Playstate playstate;
  private final WatchedSources sources;
  private final Clock clock;

  @Inject
  public PlayReports(OpenPlays plays, Playstate playstate, WatchedSources sources, Clock clock) {
    this.plays = plays;
    this.playstate = playstate;
    this.sources = sources;
    this.clock = clock;
  }

  /** The caller's player is there. */
  void report(Caller caller, Spot spot) {
    Optional<OpenPlay> open = plays.of(caller.sessionId());
    open.filter(play -> !play.isOf(spot)).ifPresent(play -> close(caller, play));
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
        caller.sessionId(), spot.item(), spot.source(), -1, Telling.DUE, watched, Instant.EPOCH);
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
    OpenPlay within = now.at(spot.withinVersion(), now.telling(), now.heardAt());
    if (now.telling() == Telling.DUE) {
      playstate.started(caller, within);
      plays.put(now.told(Telling.BEGUN));
    }
    playstate.reached(caller, within);
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
            play ->
                close(
                    caller,
                    play.isOf(spot)
                        ? play.at(spot.withinVersion(), play.telling(), play.heardAt())
                        : play));
  }

  /** Jellyfin would bring the position back later if it believed that one of these still plays. */
  void closeThoseOf(Caller caller, List<Watchable> copies) {
    plays
        .of(caller.sessionId())
        .filter(play -> copies.stream().anyMatch(copy -> copy.item().equals(play.item())))
        .ifPresent(play -> close(caller, play));
  }

  /** What the caller's player plays is over, where it said last. */
  void close(Caller caller, OpenPlay play) {
    try {
      end(caller, play);
    } catch (ApiException e) {
      if (!hopeless(play, e)) {
        throw e;
      }
    }
    plays.remove(play);
  }

  private boolean hopeless(OpenPlay play, ApiException failure) {
    return failure.code() == ErrorCode.ITEM_NOT_FOUND
        || failure.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED
        || play.heardAt().plus(GIVEN_UP).isBefore(clock.instant());
  }

  private void end(Caller caller, OpenPlay play) {
    boolean told = play.telling() == Telling.BEGUN || play.telling() == Telling.DUE;
    if (!told) {
      return;
    }
    if (play.heardAt().plus(LATE).isBefore(clock.instant())) {
      correct(caller, play);
      return;
    }
    if (play.telling() == Telling.DUE) {
      playstate.started(caller, play);
    }
    playstate.stopped(caller, play);
    if (play.watchedBefore()) {
      markAgain(caller, play);
    }
  }

  /** A watched title of which the user saw a few moments again stays watched. */
  private void markAgain(Caller caller, OpenPlay play) {
    playstate
        .of(caller, play.item())
        .filter(kept -> !kept.played() && kept.positionMillis() == 0)
        .ifPresent(kept -> playstate.markPlayed(caller, play.item(), true));
  }

  /** Unless the user has watched it elsewhere since. */
  private void correct(Caller caller, OpenPlay play) {
    playstate
        .of(caller, play.item())
        .filter(kept -> kept.lastPlayed() != null && !kept.lastPlayed().isAfter(play.heardAt()))
        .ifPresent(kept -> correct(caller, play, kept));
  }

  private void correct(Caller caller, OpenPlay play, Playstate.Kept kept) {
    boolean byItself = kept.played() && !play.watchedBefore();
    if (byItself && play.source().equals(play.item()) && kept.resumableAt(play.positionMillis())) {
      playstate.set(caller, play.item(), play.positionMillis(), null, false);
    } else {
      playstate.stopped(caller, play);
    }
  }
}
