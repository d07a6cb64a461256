package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.Copies;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.VisibleItems;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists what is in all copies of a series, asked for at the same time.
 *
 * <p>Jellyfin 12 answers for any folder of a show with what all its folders hold, also those in
 * libraries that the user may not see; Jellyfin before 12 answers for each folder alone.
 */
@Service
public class JellyfinShowCopies {

  private static final List<BaseItem> NONE = List.of();

  /** How many seasons are asked about that the list of all episodes lacks. */
  private static final int LACKED = 5;

  private final JellyfinShowItems lists;
  private final VisibleItems visible;
  private final Background background;

  /** Seasons, episodes, and what the user has begun of them; each item once. */
  record Listing(List<BaseItem> seasons, List<BaseItem> episodes, List<BaseItem> begun) {}

  @Inject
  public JellyfinShowCopies(JellyfinShowItems lists, VisibleItems visible, Background background) {
    this.lists = lists;
    this.visible = visible;
    this.background = background;
  }

  /** The whole show in brief, before long. */
  CompletableFuture<Listing> overview(Caller caller, List<JellyfinId> series) {
    return Copies.askSoon(series, copy -> overview(caller, copy))
        .thenCompose(listings -> merged(caller, series, listings));
  }

  /** Only the seasons. */
  List<BaseItem> seasons(Caller caller, List<JellyfinId> series) {
    return each(
            caller, series, series, copy -> new Listing(lists.seasons(caller, copy), NONE, NONE))
        .seasons();
  }

  /** What Jellyfin lists in the season of this number. */
  List<BaseItem> season(Caller caller, List<JellyfinId> series, int season) {
    return each(
            caller,
            series,
            series,
            copy -> new Listing(NONE, lists.season(caller, copy, season), NONE))
        .episodes();
  }

  /** What Jellyfin lists in these seasons. */
  List<BaseItem> inSeasons(Caller caller, List<JellyfinId> series, List<BaseItem> seasons) {
    return each(
            caller,
            series,
            seasons,
            season -> {
              JellyfinId copy = JellyfinId.parse(text(season.seriesId)).orElse(series.get(0));
              return new Listing(NONE, lists.season(caller, copy, season), NONE);
            })
        .episodes();
  }

  /** All seasons, and all episodes of one listing. */
  Listing everything(
      Caller caller,
      List<JellyfinId> series,
      BiFunction<Caller, JellyfinId, List<BaseItem>> episodes) {
    return each(
        caller,
        series,
        series,
        copy -> new Listing(lists.seasons(caller, copy), episodes.apply(caller, copy), NONE));
  }

  private <Q> Listing each(
      Caller caller, List<JellyfinId> series, List<Q> questions, Function<Q, Listing> answer) {
    return Background.await(
        Copies.askSoon(
                questions, question -> background.ask(() -> Optional.of(answer.apply(question))))
            .thenCompose(listings -> merged(caller, series, listings)));
  }

  private CompletableFuture<Optional<Listing>> overview(Caller caller, JellyfinId series) {
    CompletableFuture<List<BaseItem>> seasons = background.ask(() -> lists.seasons(caller, series));
    CompletableFuture<List<BaseItem>> begun = background.ask(() -> lists.begun(caller, series));
    return background
        .ask(() -> lists.brief(caller, series))
        .thenCombine(seasons, (episodes, found) -> new Listing(found, episodes, NONE))
        .thenApplyAsync(copy -> completed(caller, series, copy), background)
        .thenCombine(
            begun, (copy, some) -> Optional.of(new Listing(copy.seasons(), copy.episodes(), some)));
  }

  /** While Jellyfin reads a new folder, its list of all episodes may lack those of a season. */
  private Listing completed(Caller caller, JellyfinId series, Listing copy) {
    MergedShow show = new MergedShow(copy.seasons());
    Set<Integer> known = copy.episodes().stream().map(show::seasonOf).collect(Collectors.toSet());
    Stream<BaseItem> others =
        copy.seasons().stream()
            .filter(season -> show.isLackedBy(known, season))
            .limit(LACKED)
            .flatMap(season -> lists.season(caller, series, season).stream());
    return new Listing(
        copy.seasons(), Stream.concat(copy.episodes().stream(), others).toList(), copy.begun());
  }

  /** What lies in folders of the show that the caller may see. */
  private CompletableFuture<Listing> merged(
      Caller caller, List<JellyfinId> series, List<Listing> copies) {
    Set<JellyfinId> others =
        copies.stream()
            .flatMap(copy -> Stream.of(copy.seasons(), copy.episodes(), copy.begun()))
            .flatMap(List::stream)
            .flatMap(item -> JellyfinId.parse(text(item.seriesId)).stream())
            .filter(folder -> !series.contains(folder))
            .collect(Collectors.toSet());
    return visible
        .soon(caller, others)
        .thenApply(
            seen -> {
              others.removeAll(seen);
              return without(others, copies);
            });
  }

  private static Listing without(Set<JellyfinId> hidden, List<Listing> copies) {
    Predicate<BaseItem> seen =
        item -> JellyfinId.parse(text(item.seriesId)).filter(hidden::contains).isEmpty();
    return new Listing(
        items(copies, Listing::seasons, seen),
        items(copies, Listing::episodes, seen),
        items(copies, Listing::begun, seen));
  }

  private static List<BaseItem> items(
      List<Listing> copies, Function<Listing, List<BaseItem>> part, Predicate<BaseItem> seen) {
    Set<String> known = new HashSet<>();
    return copies.stream()
        .flatMap(copy -> part.apply(copy).stream())
        .filter(seen.and(item -> known.add(text(item.id))))
        .toList();
  }
}
