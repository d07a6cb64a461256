package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.Copies;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The seasons and episodes of a series as Jellyfin shows them to the caller, of all its copies. */
@Service
public class JellyfinShows {

  /**
   * How many episodes are looked at until one is found that can be played; lists tell of most
   * others that they have no file.
   */
  private static final int TRIES = 20;

  private final JellyfinShowItems lists;
  private final JellyfinShowCopies copies;
  private final JellyfinItemAccess access;
  private final WatchedSources watched;
  private final Background background;
  private final Clock clock;

  @Inject
  public JellyfinShows(
      JellyfinShowItems lists,
      JellyfinShowCopies copies,
      JellyfinItemAccess access,
      WatchedSources watched,
      Background background,
      Clock clock) {
    this.lists = lists;
    this.copies = copies;
    this.access = access;
    this.watched = watched;
    this.background = background;
    this.clock = clock;
  }

  /**
   * All parts of a series.
   *
   * @param series its copies that the caller may see
   */
  Show show(Caller caller, List<JellyfinId> series) {
    JellyfinShowCopies.Listing listing = Background.await(copies.overview(caller, series));
    MergedShow show = new MergedShow(listing.seasons());
    List<MergedShow.Part> parts = show.parts(listing.episodes());
    ShowPosition position = new ShowPosition(show, parts, listing.begun());
    CompletableFuture<Optional<Episode>> start = first(caller, position.starts(), TRIES);
    CompletableFuture<Optional<Episode>> resume = first(caller, position.next(), TRIES);
    return new Show(
        parts.stream().map(ItemEpisodes::season).toList(),
        Background.await(resume),
        Background.await(start));
  }

  /**
   * The episode to go on with, before long; the page of the series shows the same.
   *
   * @param series its copies that the caller may see
   */
  CompletableFuture<Optional<Episode>> next(Caller caller, List<JellyfinId> series) {
    return copies
        .overview(caller, series)
        .thenCompose(
            listing -> {
              MergedShow show = new MergedShow(listing.seasons());
              return first(
                  caller,
                  new ShowPosition(show, show.parts(listing.episodes()), listing.begun()).next(),
                  TRIES);
            });
  }

  /**
   * The episodes of a season; empty when the series has no such season.
   *
   * @param series its copies that the caller may see
   */
  Optional<List<Episode>> episodes(Caller caller, List<JellyfinId> series, int season) {
    List<BaseItem> found =
        season < 0 ? unnumbered(caller, series, season) : numbered(caller, series, season);
    return found.isEmpty()
        ? unlisted(caller, series, season)
        : Optional.of(episodes(caller, MergedEpisode.of(season, found)));
  }

  /** The episodes of a season that Jellyfin lists without any, or only with its episodes. */
  private Optional<List<Episode>> unlisted(Caller caller, List<JellyfinId> series, int season) {
    return part(season, copies.everything(caller, series, lists::brief))
        .flatMap(
            brief ->
                brief.episodes().isEmpty()
                    ? Optional.of(brief)
                    : part(season, copies.everything(caller, series, lists::all)))
        .map(part -> episodes(caller, part.episodes()));
  }

  /**
   * The items that are the same season or episode as this one, itself among them; none for an
   * episode without a number.
   */
  List<JellyfinId> same(Caller caller, List<JellyfinId> series, BaseItem item) {
    Stream<BaseItem> same =
        JellyfinItems.isSeason(item)
            ? sameSeason(caller, series, item)
            : sameEpisode(caller, series, item);
    return same.map(JellyfinItems::id).limit(Copies.MOST).toList();
  }

  private Stream<BaseItem> sameSeason(Caller caller, List<JellyfinId> series, BaseItem season) {
    MergedShow show = new MergedShow(copies.seasons(caller, series));
    return show.items(show.numberOf(season)).stream();
  }

  private Stream<BaseItem> sameEpisode(Caller caller, List<JellyfinId> series, BaseItem episode) {
    if (!ItemEpisodes.hasNumber(episode.parentIndexNumber)) {
      return Stream.empty();
    }
    List<BaseItem> season = numbered(caller, series, episode.parentIndexNumber);
    return MergedEpisode.of(episode.parentIndexNumber, season).stream()
        .filter(each -> each.has(episode))
        .flatMap(each -> each.items().stream());
  }

  /**
   * The episodes of a season in which Jellyfin lists others, too, such as the specials that air
   * within it; empty for any other season.
   */
  Optional<List<JellyfinId>> own(Caller caller, List<JellyfinId> series, BaseItem season) {
    if (ItemEpisodes.hasNumber(season.indexNumber)) {
      int number = season.indexNumber;
      return own(copies.season(caller, series, number), item -> isOf(number, item));
    }
    MergedShow show = new MergedShow(copies.seasons(caller, series));
    int number = show.numberOf(season);
    return own(
        copies.inSeasons(caller, series, show.items(number)),
        item -> show.seasonOf(item) == number);
  }

  private static Optional<List<JellyfinId>> own(List<BaseItem> listed, Predicate<BaseItem> own) {
    return listed.stream().allMatch(own)
        ? Optional.empty()
        : Optional.of(listed.stream().filter(own).map(JellyfinItems::id).toList());
  }

  private List<BaseItem> numbered(Caller caller, List<JellyfinId> series, int season) {
    return copies.season(caller, series, season).stream()
        .filter(item -> isOf(season, item))
        .toList();
  }

  /** The specials that Jellyfin lists in the season that they air in are those of season 0. */
  private static boolean isOf(int season, BaseItem item) {
    return !ItemEpisodes.hasNumber(item.parentIndexNumber) || item.parentIndexNumber == season;
  }

  private List<BaseItem> unnumbered(Caller caller, List<JellyfinId> series, int season) {
    MergedShow show = new MergedShow(copies.seasons(caller, series));
    return copies.inSeasons(caller, series, show.items(season)).stream()
        .filter(item -> show.seasonOf(item) == season)
        .toList();
  }

  private static Optional<MergedShow.Part> part(int season, JellyfinShowCopies.Listing listing) {
    return new MergedShow(listing.seasons())
        .parts(listing.episodes()).stream().filter(part -> part.number() == season).findFirst();
  }

  private List<Episode> episodes(Caller caller, List<MergedEpisode> episodes) {
    boolean versions =
        episodes.stream()
            .flatMap(episode -> episode.items().stream())
            .anyMatch(ItemVersions::hasSeveral);
    Map<JellyfinId, JellyfinId> sources = versions ? watched.of(caller.userId()) : Map.of();
    LocalDate today = LocalDate.now(clock);
    return episodes.stream().map(episode -> ItemEpisodes.episode(episode, sources, today)).toList();
  }

  /** The first of these episodes that can be played, in full. */
  private CompletableFuture<Optional<Episode>> first(
      Caller caller, List<MergedEpisode> candidates, int tries) {
    if (candidates.isEmpty() || tries == 0) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return background
        .ask(() -> full(caller, candidates.get(0)))
        .thenCompose(
            episode ->
                episode.isPresent()
                    ? CompletableFuture.completedFuture(episode)
                    : first(caller, candidates.subList(1, candidates.size()), tries - 1));
  }

  private Optional<Episode> full(Caller caller, MergedEpisode listed) {
    List<BaseItem> items =
        listed.items().stream()
            .limit(Copies.MOST)
            .flatMap(item -> access.item(caller, JellyfinItems.id(item)).stream())
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : episodes(caller, List.of(new MergedEpisode(listed.season(), listed.number(), items)))
            .stream()
            .filter(episode -> episode.playable().isPresent())
            .findFirst();
  }
}
