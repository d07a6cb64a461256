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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the caller has watched, with the caller's own token. */
@Service
public class JellyfinWatchHistory implements WatchHistory {

  private static final String FIELDS = "Overview,ProviderIds,MediaSources,PlayAccess";

  /** The number of episodes that are read; series watched before them are left out. */
  private static final int REMEMBERED = 300;

  /** How many new episodes to read for the row of new series; more if they are of few series. */
  private static final int EPISODES = 200;

  private static final int MOST_EPISODES = 2_000;

  /** A bound; households have one or two with series. */
  private static final int LIBRARIES = 10;

  private static final Set<String> SERIES = Set.of("tvshows", "mixed", "unknown", "folders");

  private static final Comparator<BaseItem> NEWEST_FIRST =
      Comparator.comparing(
          episode -> JellyfinDates.instant(episode.dateCreated).orElse(null),
          Comparator.nullsLast(Comparator.reverseOrder()));

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

  /**
   * Asks each library with series by itself, for episodes: without a library, Jellyfin 10.11 and 12
   * look at the first one, whatever it holds, and apply the limit before they group.
   */
  @Override
  public List<Title> recentSeries(Caller caller, int limit) {
    List<String> libraries = librariesWithSeries(caller);
    List<Title> series = List.of();
    boolean more = true;
    for (int episodes = EPISODES; more && episodes <= MOST_EPISODES; episodes *= 10) {
      int most = episodes;
      List<List<BaseItem>> newest =
          libraries.stream().map(library -> latest(caller, library, most)).toList();
      series = seriesOf(newest);
      more = series.size() < limit && newest.stream().anyMatch(some -> some.size() == most);
    }
    return series.stream().limit(limit).toList();
  }

  private List<String> librariesWithSeries(Caller caller) {
    return jellyfin
        .read(api -> api.views(AuthorizationHeader.of(caller), caller.jellyfinUserId()))
        .stream()
        // A library of mixed content has no type.
        .filter(view -> view.collectionType == null || SERIES.contains(view.collectionType))
        .map(view -> JellyfinItems.id(view).hex())
        .limit(LIBRARIES)
        .toList();
  }

  private List<BaseItem> latest(Caller caller, String library, int episodes) {
    return jellyfin.read(
        api ->
            api.latest(
                AuthorizationHeader.of(caller),
                caller.jellyfinUserId(),
                library,
                "Episode",
                episodes,
                false,
                false,
                "DateCreated"));
  }

  /** The series of the episodes of all libraries, the newest episode first. */
  private static List<Title> seriesOf(List<List<BaseItem>> newest) {
    return newest.stream()
        .flatMap(episodes -> ItemPage.known(episodes))
        .filter(episode -> seriesId(episode).isPresent())
        .sorted(NEWEST_FIRST)
        .map(JellyfinItems::seriesOf)
        .collect(
            Collectors.toMap(Title::item, title -> title, (one, other) -> one, LinkedHashMap::new))
        .values()
        .stream()
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
