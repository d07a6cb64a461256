package com.stoganet.proxy.stream;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.TitleLookup;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
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
  private final TitleLookup titles;
  private final Background background;
  private final RefreshingCache<Visit, MediaItem> known =
      new RefreshingCache<>(ROOM, IDLE, Ticker.systemTicker());

  @Inject
  public StreamAuthorization(MediaSource source, TitleLookup titles, Background background) {
    this.source = source;
    this.titles = titles;
    this.background = background;
  }

  /**
   * What has this version, null for the default one, to play: the item, or another copy of the same
   * title. Jellyfin gives every version the id of an item of its own.
   *
   * @throws ApiException item_not_found when the caller may see no such version, or like {@link
   *     #admit(Caller, JellyfinId)}
   */
  MediaItem admit(Caller caller, JellyfinId id, JellyfinId version) {
    MediaItem item = admit(caller, id);
    return version == null || item.has(version) ? item : otherCopy(caller, item, version);
  }

  private MediaItem otherCopy(Caller caller, MediaItem item, JellyfinId version) {
    try {
      MediaItem other = admit(caller, version);
      boolean same =
          other.place().equals(item.place())
              && titles.titleOf(caller, other.id()).equals(titles.titleOf(caller, item.id()));
      if (same) {
        return other;
      }
    } catch (ApiException e) {
      if (e.code() != ErrorCode.ITEM_NOT_FOUND) {
        throw e;
      }
    }
    throw ApiException.itemNotFound("There is no such version.");
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
