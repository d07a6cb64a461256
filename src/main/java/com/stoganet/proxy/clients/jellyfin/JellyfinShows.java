package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.Copies;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.media.VisibleItems;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seasons and episodes of a series as Jellyfin shows them to the caller, of all its copies.
 *
 * <p>Jellyfin 12 answers for any folder of a show with what all its folders hold, also those in
 * libraries that the user may not see; Jellyfin before 12 answers for each folder alone.
 */
@Service
public class JellyfinShows {

  /** How many episodes are looked at until one is found that can be played. */
  private static final int TRIES = 5;

  private final JellyfinShowItems lists;
  private final JellyfinItemAccess access;
  private final VisibleItems visible;
  private final WatchedSources watched;
  private final Background background;
  private final Clock clock;

  /** What Jellyfin tells of one copy. */
  private record Copy(List<BaseItem> seasons, List<BaseItem> episodes, List<BaseItem> begun) {}

  @Inject
  public JellyfinShows(
      JellyfinShowItems lists,
      JellyfinItemAccess access,
      VisibleItems visible,
      WatchedSources watched,
      Background background,
      Clock clock) {
    this.lists = lists;
    this.access = access;
    this.visible = visible;
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
    List<Copy> copies = Copies.ask(series, copy -> copy(caller, copy));
    Predicate<BaseItem> seen = visible(caller, series, copies);
    MergedShow show = new MergedShow(items(copies, Copy::seasons, seen));
    List<MergedShow.Part> parts = show.parts(items(copies, Copy::episodes, seen));
    ShowPosition position = new ShowPosition(show, parts, items(copies, Copy::begun, seen));
    CompletableFuture<Optional<Episode>> start = first(caller, position.starts(), TRIES);
    CompletableFuture<Optional<Episode>> resume = first(caller, position.next(), TRIES);
    return new Show(
        parts.stream().map(ItemEpisodes::season).toList(),
        Background.await(resume),
        Background.await(start));
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
    return part(caller, series, season, lists::brief)
        .flatMap(
            brief ->
                brief.episodes().isEmpty()
                    ? Optional.of(brief)
                    : part(caller, series, season, lists::all))
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
    MergedShow show = seasons(caller, series);
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
   * What Jellyfin lists in a season of this number. The specials that it lists there as well are
   * those of season 0.
   */
  private List<BaseItem> numbered(Caller caller, List<JellyfinId> series, int season) {
    List<Copy> copies =
        Copies.ask(
            series, copy -> background.ask(() -> listed(lists.season(caller, copy, season))));
    return items(copies, Copy::episodes, visible(caller, series, copies)).stream()
        .filter(
            item ->
                !ItemEpisodes.hasNumber(item.parentIndexNumber) || item.parentIndexNumber == season)
        .toList();
  }

  private List<BaseItem> unnumbered(Caller caller, List<JellyfinId> series, int season) {
    MergedShow show = seasons(caller, series);
    List<Copy> copies =
        Copies.ask(
            show.items(season),
            item ->
                background.ask(
                    () ->
                        listed(
                            lists.season(
                                caller,
                                JellyfinId.parse(text(item.seriesId)).orElse(series.get(0)),
                                item))));
    return items(copies, Copy::episodes, visible(caller, series, copies)).stream()
        .filter(item -> show.seasonOf(item) == season)
        .toList();
  }

  private MergedShow seasons(Caller caller, List<JellyfinId> series) {
    List<Copy> copies =
        Copies.ask(
            series,
            copy ->
                background.ask(
                    () ->
                        Optional.of(new Copy(lists.seasons(caller, copy), List.of(), List.of()))));
    return new MergedShow(items(copies, Copy::seasons, visible(caller, series, copies)));
  }

  private Optional<MergedShow.Part> part(
      Caller caller,
      List<JellyfinId> series,
      int season,
      BiFunction<Caller, JellyfinId, List<BaseItem>> listing) {
    List<Copy> copies =
        Copies.ask(
            series,
            copy ->
                background.ask(
                    () ->
                        Optional.of(
                            new Copy(
                                lists.seasons(caller, copy),
                                listing.apply(caller, copy),
                                List.of()))));
    Predicate<BaseItem> seen = visible(caller, series, copies);
    return new MergedShow(items(copies, Copy::seasons, seen))
        .parts(items(copies, Copy::episodes, seen)).stream()
            .filter(part -> part.number() == season)
            .findFirst();
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

  private CompletableFuture<Optional<Copy>> copy(Caller caller, JellyfinId series) {
    CompletableFuture<List<BaseItem>> seasons = background.ask(() -> lists.seasons(caller, series));
    CompletableFuture<List<BaseItem>> begun = background.ask(() -> lists.begun(caller, series));
    return background
        .ask(() -> lists.brief(caller, series))
        .thenCombine(seasons, (episodes, found) -> new Copy(found, episodes, List.of()))
        .thenApplyAsync(copy -> completed(caller, series, copy), background)
        .thenCombine(
            begun, (copy, some) -> Optional.of(new Copy(copy.seasons(), copy.episodes(), some)));
  }

  /** While Jellyfin reads a new folder, its list of all episodes may lack those of a season. */
  private Copy completed(Caller caller, JellyfinId series, Copy copy) {
    MergedShow show = new MergedShow(copy.seasons());
    Set<Integer> known = copy.episodes().stream().map(show::seasonOf).collect(Collectors.toSet());
    Stream<BaseItem> others =
        copy.seasons().stream()
            .filter(season -> show.isLackedBy(known, season))
            .limit(TRIES)
            .flatMap(season -> lists.season(caller, series, season).stream());
    return new Copy(
        copy.seasons(), Stream.concat(copy.episodes().stream(), others).toList(), copy.begun());
  }

  private static Optional<Copy> listed(List<BaseItem> episodes) {
    return Optional.of(new Copy(List.of(), episodes, List.of()));
  }

  /** What all copies tell, each item once. */
  private static List<BaseItem> items(
      List<Copy> copies, Function<Copy, List<BaseItem>> part, Predicate<BaseItem> seen) {
    Set<String> known = new HashSet<>();
    return copies.stream()
        .flatMap(copy -> part.apply(copy).stream())
        .filter(seen.and(item -> known.add(text(item.id))))
        .toList();
  }

  /** Whether an item lies in a folder of the show that the caller may see. */
  private Predicate<BaseItem> visible(Caller caller, List<JellyfinId> series, List<Copy> copies) {
    Set<JellyfinId> others =
        copies.stream()
            .flatMap(
                copy ->
                    Stream.of(copy.seasons(), copy.episodes(), copy.begun()).flatMap(List::stream))
            .flatMap(item -> JellyfinId.parse(text(item.seriesId)).stream())
            .filter(folder -> !series.contains(folder))
            .collect(Collectors.toSet());
    others.removeAll(visible.of(caller, others));
    return item -> JellyfinId.parse(text(item.seriesId)).filter(others::contains).isEmpty();
  }
}
