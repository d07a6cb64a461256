package com.stoganet.proxy.playback;

import com.stoganet.proxy.shared.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: what plays at the moment, kept where every proxy finds it after a crash. */
public interface OpenPlays {

  /**
   * A play to close, and for whom.
   *
   * @param caller empty when Jellyfin would not accept the session's token any more
   */
  record Claim(OpenPlay play, Optional<Caller> caller) {}

  Optional<OpenPlay> of(String sessionId);

  /** The newest of the user's plays of the same item that were heard of later, on other devices. */
  Optional<OpenPlay> newer(String userId, OpenPlay play);

  /** Writes down what plays; the last word about a session replaces the one before. */
  void put(OpenPlay play);

  /** Forgets it, unless the player has been heard again since. */
  void remove(OpenPlay play);

  /**
   * Plays that nothing was heard of since {@code silentSince}; no other proxy gets them before
   * {@code until}.
   */
  List<Claim> claim(Instant silentSince, Instant now, Instant until, int limit);

  /** What the session plays, with its caller; for a session that ends. */
  Optional<Claim> find(String sessionId);
}
