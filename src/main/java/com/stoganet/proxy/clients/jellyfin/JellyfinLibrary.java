package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.Copies;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Library;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.Extra;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Single titles as Jellyfin shows them to the caller, always with the caller's own token. */
@Service
public class JellyfinLibrary implements Library {

  private static final Log LOG = Log.of(JellyfinLibrary.class);

  private final JellyfinConnection jellyfin;
  private final JellyfinItemAccess access;
  private final JellyfinShows shows;
  private final JellyfinExtras extras;
  private final JellyfinWatchables watchables;
  private final WatchedSources watched;
  private final Background background;

  @Inject
  public JellyfinLibrary(
      JellyfinConnection jellyfin,
      JellyfinItemAccess access,
      JellyfinShows shows,
      JellyfinExtras extras,
      JellyfinWatchables watchables,
      WatchedSources watched,
      Background background) {
    this.jellyfin = jellyfin;
    this.access = access;
    this.shows = shows;
    this.extras = extras;
    this.watchables = watchables;
    this.watched = watched;
    this.background = background;
  }

  @Override
  public Optional<TitleDetail> detail(Caller caller, List<JellyfinId> copies) {
    List<BaseItem> items =
        Copies.ask(
            copies,
            copy ->
                background.ask(
                    () ->
                        item(caller, copy)
                            .filter(
                                each ->
                                    JellyfinItems.isSeries(each) || JellyfinItems.isVideo(each))));
    return items.isEmpty() ? Optional.empty() : Optional.of(whole(caller, items));
  }

  /** The first copy describes the title. */
  private TitleDetail whole(Caller caller, List<BaseItem> copies) {
    BaseItem first = copies.get(0);
    List<Extra> found = extras.of(caller, first);
    return JellyfinItems.isSeries(first)
        ? ItemDetails.series(
            copies, shows.show(caller, copies.stream().map(JellyfinItems::id).toList()), found)
        : ItemDetails.video(copies, versions(caller, copies), found);
  }

  /** Jellyfin 12: the position in another version than the default one is with its own item. */
  private ItemVersions versions(Caller caller, List<BaseItem> copies) {
    if (copies.stream().noneMatch(ItemVersions::hasSeveral)) {
      return new ItemVersions(copies, List.of(), Map.of());
    }
    List<JellyfinId> others =
        copies.stream()
            .flatMap(copy -> ItemSources.all(copy).stream())
            .map(Source::id)
            .filter(id -> copies.stream().map(JellyfinItems::id).noneMatch(id::equals))
            .distinct()
            .limit(Copies.MOST)
            .toList();
    ItemVersions versions =
        new ItemVersions(copies, found(caller, others), watched.of(caller.userId()));
    Map<JellyfinId, CompletableFuture<List<Source.Part>>> parts =
        copies.stream()
            .filter(ItemVersions::isInParts)
            .collect(
                Collectors.toMap(
                    JellyfinItems::id, copy -> background.ask(() -> parts(caller, copy))));
    parts.forEach((copy, files) -> versions.addParts(copy, Background.await(files)));
    return versions;
  }

  private List<Source.Part> parts(Caller caller, BaseItem copy) {
    return watchables.knownParts(caller, copy).stream()
        .map(part -> new Source.Part(part.id(), part.runtimeMillis()))
        .toList();
  }

  /** The page is of use without the positions, too. */
  private List<BaseItem> found(Caller caller, List<JellyfinId> versions) {
    try {
      return Copies.ask(versions, version -> background.ask(() -> item(caller, version)));
    } catch (ApiException e) {
      LOG.warn("Jellyfin does not tell the positions of versions: " + e.getMessage());
      return List.of();
    }
  }

  @Override
  public Optional<Watchable> watchable(Caller caller, JellyfinId id) {
    return item(caller, id).flatMap(item -> watchables.of(caller, item));
  }

  @Override
  public Optional<List<Episode>> episodes(Caller caller, List<JellyfinId> series, int season) {
    return shows.episodes(caller, series, season);
  }

  @Override
  public CompletableFuture<Optional<Episode>> next(Caller caller, List<JellyfinId> series) {
    return shows.next(caller, series);
  }

  @Override
  public List<JellyfinId> same(Caller caller, List<JellyfinId> series, JellyfinId item) {
    List<JellyfinId> same =
        item(caller, item).map(found -> shows.same(caller, series, found)).orElse(List.of());
    return same.isEmpty() ? List.of(item) : same;
  }

  @Override
  public Optional<List<JellyfinId>> own(Caller caller, List<JellyfinId> series, JellyfinId season) {
    return item(caller, season).flatMap(found -> shows.own(caller, series, found));
  }

  @Override
  public List<Title> similar(Caller caller, JellyfinId id, int limit) {
    return jellyfin
        .read(
            api ->
                api.similar(
                    AuthorizationHeader.of(caller),
                    id.hex(),
                    caller.jellyfinUserId(),
                    limit,
                    JellyfinItems.CARD_FIELDS))
        .stream()
        .filter(JellyfinItems::isTitle)
        .map(JellyfinItems::title)
        .toList();
  }

  /** The item if the caller may see it. */
  public Optional<BaseItem> item(Caller caller, JellyfinId id) {
    return access.item(caller, id);
  }
}
