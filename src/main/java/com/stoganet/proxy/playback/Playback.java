package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.WatchChanged;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.WatchableCopies;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Watching: where a user is, what they have watched, what they like.
 *
 * <p>Apps report positions only. Jellyfin wants to be told of the beginning and the end, too: that
 * is what counts a play, and what Resume and Next Up are ordered by.
 */
@Service
public class Playback {

  /** Nothing that is watched lasts longer. */
  private static final long LONGEST_MILLIS = Duration.ofDays(2).toMillis();

  private final WatchableCopies watchable;
  private final SpotFinder spots;
  private final PlayReports reports;
  private final Marks marks;
  private final Event<WatchChanged> changes;

  @Inject
  public Playback(
      WatchableCopies watchable,
      SpotFinder spots,
      PlayReports reports,
      Marks marks,
      Event<WatchChanged> changes) {
    this.watchable = watchable;
    this.spots = spots;
    this.reports = reports;
    this.marks = marks;
    this.changes = changes;
  }

  /**
   * The caller is at this position of a movie or an episode.
   *
   * @throws ApiException validation_failed for a position that no video has
   */
  public void progress(Caller caller, CatalogId id, WatchReport report) {
    if (report.positionMillis() < 0 || report.positionMillis() > LONGEST_MILLIS) {
      throw ApiException.invalid(
          "position_ms", "position_ms must lie between the beginning and the end.");
    }
    List<Watchable> copies = watchable.of(caller, id);
    Spot spot = spots.spot(caller, copies, report);
    boolean partEnds = report.played() && spot.inParts() && !spot.inLastPart();
    if (spot.endsLastPart() || report.played() && !partEnds) {
      finish(caller, id, spot);
    } else {
      reports.report(caller, partEnds ? spot.nextPart() : spot);
    }
    changes.fire(new WatchChanged(caller.userId()));
  }

  private void finish(Caller caller, CatalogId id, Spot spot) {
    reports.closeAt(caller, spot);
    marks.played(caller, id, true);
  }

  /** Marks a title as watched or not; a series or a season with all its episodes. */
  public void markPlayed(Caller caller, CatalogId id, boolean played) {
    reports.closeThoseOf(caller, watchable.of(caller, id));
    marks.played(caller, id, played);
    changes.fire(new WatchChanged(caller.userId()));
  }

  /** Marks a title as a favorite, or no longer. */
  public void markFavorite(Caller caller, CatalogId id, boolean favorite) {
    marks.favorite(caller, id, favorite);
    changes.fire(new WatchChanged(caller.userId()));
  }
}
