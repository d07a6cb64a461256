package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.JellyfinId;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to fetch one thing without a token, for players that can send none.
 *
 * <p>It is worth nothing once its session is over, or when its user may not see the item any more.
 *
 * @param session the sign-in of the device that asked for it
 * @param source which version of the item
 * @param expires to the second
 */
record Ticket(
    Kind kind, UUID session, UUID user, JellyfinId item, JellyfinId source, Instant expires) {

  /** What it opens. */
  enum Kind {
    VIDEO,
    SUBTITLES
  }
}
