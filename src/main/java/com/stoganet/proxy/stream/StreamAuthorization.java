package com.stoganet.proxy.stream;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.RefreshingCache;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.MediaSource.MediaItem;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Asks whether a caller may see an item, before the proxy sends a byte of it: Jellyfin serves bytes
 * to every client that knows an id.
 */
@Service
public class StreamAuthorization {

  /** A player that seeks asks very often; who is turned out is so after this time. */
  private static final Age RECENT = Age.atMost(Duration.ofSeconds(5));

  private static final long ROOM = 10_000;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private record Visit(String sessionId, JellyfinId item) {}

  private final MediaSource source;
  private final Background background;
  private final RefreshingCache<Visit, MediaItem> known =
      new RefreshingCache<>(ROOM, IDLE, Ticker.systemTicker());

  @Inject
  public StreamAuthorization(MediaSource source, Background background) {
    this.source = source;
    this.background = background;
  }

  /**
   * What there is to play of the item.
   *
   * @throws ApiException item_not_found when the caller may not see it, backend_unavailable when
   *     Jellyfin does not answer
   */
  MediaItem admit(Caller caller, JellyfinId id) {
    return Background.await(
        known.get(
            new Visit(caller.sessionId(), id),
            RECENT,
            () -> background.ask(() -> source.find(caller, id))));
  }
}
