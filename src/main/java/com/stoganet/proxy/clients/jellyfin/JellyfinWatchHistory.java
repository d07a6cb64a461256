package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.WatchHistory;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the caller has watched, with the caller's own token. */
@Service
public class JellyfinWatchHistory implements WatchHistory {

  private static final String FIELDS = "Overview,ProviderIds,MediaSources,PlayAccess";

  /** The number of episodes that are read; series watched before them are left out. */
  private static final int REMEMBERED = 300;

  private final JellyfinConnection jellyfin;
  private final Clock clock;

  @Inject
  public JellyfinWatchHistory(JellyfinConnection jellyfin, Clock clock) {
    this.jellyfin = jellyfin;
    this.clock = clock;
  }

  @Override
  public List<Viewed> inProgress(Caller caller, int limit) {
    return viewed(
        jellyfin.read(
            api ->
                api.resume(
                    AuthorizationHeader.of(caller),
                    caller.jellyfinUserId(),
                    null,
                    "Video",
                    limit,
                    false,
                    FIELDS)));
  }

  @Override
  public List<Viewed> nextUp(Caller caller, int limit) {
    return viewed(
        jellyfin.read(
            api ->
                api.nextUp(
                    AuthorizationHeader.of(caller),
                    caller.jellyfinUserId(),
                    null,
                    limit,
                    true,
                    true,
                    false,
                    FIELDS)));
  }

  @Override
  public Map<JellyfinId, Instant> lastWatched(Caller caller) {
    ItemQuery query = new ItemQuery();
    query.userId = caller.jellyfinUserId();
    query.includeItemTypes = "Episode";
    query.isPlayed = true;
    query.sortBy = "DatePlayed,SortName";
    query.sortOrder = "Descending";
    query.limit = REMEMBERED;
    query.enableTotalRecordCount = false;
    query.enableUserData = true;
    Map<JellyfinId, Instant> watched = new HashMap<>();
    jellyfin.read(api -> api.items(AuthorizationHeader.of(caller), query)).stream()
        .forEach(
            episode ->
                seriesId(episode)
                    .filter(series -> JellyfinItems.lastPlayed(episode) != null)
                    .ifPresent(s -> watched.putIfAbsent(s, JellyfinItems.lastPlayed(episode))));
    return watched;
  }

  /** Jellyfin lists a season or an episode instead of the series when only one of them is new. */
  @Override
  public List<Title> recentSeries(Caller caller, int limit) {
    return jellyfin
        .read(
            api ->
                api.latest(
                    AuthorizationHeader.of(caller),
                    caller.jellyfinUserId(),
                    "Episode",
                    limit,
                    true,
                    "ProviderIds,Overview"))
        .stream()
        .filter(item -> JellyfinItems.isSeries(item) || seriesId(item).isPresent())
        .map(JellyfinWatchHistory::titleOf)
        .toList();
  }

  /**
   * Leaves out folders and hidden versions of videos, which Jellyfin 12 may list among the items,
   * and what cannot be played.
   */
  private List<Viewed> viewed(ItemPage page) {
    LocalDate today = LocalDate.now(clock);
    return page.stream()
        .filter(item -> JellyfinItems.isVideo(item) && ItemPlayability.known(item).isEmpty())
        .filter(item -> !JellyfinItems.isEpisode(item) || seriesId(item).isPresent())
        .map(
            item ->
                new Viewed(
                    titleOf(item),
                    JellyfinItems.isEpisode(item) ? ItemEpisodes.episode(item, today) : null,
                    JellyfinItems.progress(item),
                    JellyfinItems.lastPlayed(item)))
        .toList();
  }

  /** The series of a season or an episode, else the item itself. */
  private static Title titleOf(BaseItem item) {
    return seriesId(item).isPresent() ? JellyfinItems.seriesOf(item) : JellyfinItems.title(item);
  }

  private static Optional<JellyfinId> seriesId(BaseItem item) {
    return JellyfinId.parse(JellyfinItems.text(item.seriesId));
  }
}
