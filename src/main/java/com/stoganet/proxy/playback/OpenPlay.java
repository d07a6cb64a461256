package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.JellyfinId;
import java.time.Instant;

/**
 * What plays on a device, as its last report said.
 *
 * @param sessionId the sign-in on this device, which plays one video at a time
 * @param source the version or part
 * @param telling how much of it Jellyfin knows
 * @param watchedBefore whether the user had watched the item to its end when this play began
 * @param heardAt when the player reported last
 * @param begunAt when it began by Jellyfin's clock, in milliseconds
 */
public record OpenPlay(
    String sessionId,
    JellyfinId item,
    JellyfinId source,
    long positionMillis,
    Telling telling,
    boolean watchedBefore,
    Instant heardAt,
    Instant begunAt) {

  /** Before Jellyfin has said when it began. */
  static final Instant UNKNOWN = Instant.EPOCH;

  /** How much of a play Jellyfin knows. */
  public enum Telling {
    /** Nothing yet, on purpose: a watched title that is barely begun stays watched. */
    HELD,
    /** Nothing yet, though it should. */
    DUE,
    /** That it has begun. */
    BEGUN,
    /** Its position, which was set; it knows of no player. */
    SET
  }

  boolean isOf(Spot spot) {
    return item.equals(spot.item()) && source.equals(spot.source());
  }

  OpenPlay begun(Instant when) {
    return new OpenPlay(
        sessionId, item, source, positionMillis, Telling.BEGUN, watchedBefore, heardAt, when);
  }

  OpenPlay at(long position) {
    return at(position, telling, heardAt);
  }

  OpenPlay at(long position, Telling now, Instant when) {
    return new OpenPlay(sessionId, item, source, position, now, watchedBefore, when, begunAt);
  }
}
