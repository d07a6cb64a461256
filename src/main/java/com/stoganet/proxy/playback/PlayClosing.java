package com.stoganet.proxy.playback;

import com.stoganet.proxy.playback.OpenPlay.Telling;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Closes what plays: tells Jellyfin that it stopped where its player said last.
 *
 * <p>Jellyfin would otherwise do so itself, minutes later, when the user may have gone on
 * elsewhere. If they have, the position that they have come to there stays.
 */
@Service
public class PlayClosing {

  private static final Duration GIVEN_UP = Duration.ofDays(1);

  private final OpenPlays plays;
  private final Playstate playstate;
  private final Clock clock;

  @Inject
  public PlayClosing(OpenPlays plays, Playstate playstate, Clock clock) {
    this.plays = plays;
    this.playstate = playstate;
    this.clock = clock;
  }

  /**
   * Closes and forgets it.
   *
   * @throws ApiException when Jellyfin cannot be told now
   */
  void close(Caller caller, OpenPlay play) {
    try {
      switch (play.telling()) {
        case BEGUN, DUE -> stop(caller, play);
        default -> {}
      }
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

  private void stop(Caller caller, OpenPlay play) {
    Optional<Long> newer = plays.newer(caller.userId(), play).map(OpenPlay::positionMillis);
    Optional<Long> elsewhere = newer.or(() -> elsewhere(caller, play));
    if (elsewhere.isPresent()) {
      playstate.stopped(caller, play.at(elsewhere.get()));
    } else {
      stopHere(caller, play);
    }
  }

  /**
   * The position if the user has begun it in another app, marked it, or taken a mark off since:
   * Jellyfin sets or removes the time of a title with that, and with no report.
   */
  private Optional<Long> elsewhere(Caller caller, OpenPlay play) {
    return play.begunAt().equals(OpenPlay.UNKNOWN)
        ? Optional.empty()
        : playstate
            .of(caller, play.source())
            .filter(kept -> !play.begunAt().equals(kept.lastPlayed()))
            .map(Playstate.Kept::positionMillis);
  }

  private void stopHere(Caller caller, OpenPlay play) {
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
}
