package com.stoganet.proxy.clients.jellyfin;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a user is in a show: what to begin with, and what to go on with. */
final class ShowPosition {

  private record Begun(MergedEpisode episode, Instant when) {}

  private final MergedShow show;
  private final List<MergedEpisode> episodes;
  private final Collection<BaseItem> resumed;

  /**
   * The position in a show.
   *
   * @param resumed what Jellyfin lists as begun; in Jellyfin 12 that may be another version than
   *     the one that the season lists
   */
  ShowPosition(MergedShow show, List<MergedShow.Part> parts, Collection<BaseItem> resumed) {
    this.show = show;
    this.episodes = parts.stream().flatMap(part -> part.episodes().stream()).toList();
    this.resumed = resumed;
  }

  /**
   * What to begin with, the best first: a show does not begin with the specials, and with what has
   * no number only if there is nothing else.
   */
  List<MergedEpisode> starts() {
    return regular().filter(MergedEpisode::plays).toList();
  }

  /**
   * What to go on with, the best first: what was begun last, or else what follows the last episode
   * that was watched. Empty until anything of the show was watched.
   */
  List<MergedEpisode> next() {
    List<MergedEpisode> begun = begun();
    boolean untouched = begun.isEmpty() && episodes.stream().noneMatch(MergedEpisode::played);
    return untouched ? List.of() : Stream.concat(begun.stream(), following()).toList();
  }

  private Stream<MergedEpisode> following() {
    List<MergedEpisode> inOrder = regular().toList();
    int last = -1;
    for (int index = 0; index < inOrder.size(); index++) {
      last = inOrder.get(index).played() ? index : last;
    }
    return inOrder.stream().skip(last + 1L).filter(episode -> episode.plays() && !episode.played());
  }

  private Stream<MergedEpisode> regular() {
    return episodes.stream().filter(episode -> !episode.isSpecial());
  }

  /** What was begun last first. */
  private List<MergedEpisode> begun() {
    Stream<Begun> listed =
        episodes.stream()
            .filter(MergedEpisode::inProgress)
            .flatMap(
                episode ->
                    episode.items().stream()
                        .filter(item -> JellyfinItems.progress(item).positionMillis() > 0)
                        .map(item -> new Begun(episode, JellyfinItems.lastPlayed(item))));
    Stream<Begun> other =
        resumed.stream().map(item -> new Begun(episodeOf(item), JellyfinItems.lastPlayed(item)));
    return Stream.concat(listed, other)
        .sorted(
            Comparator.comparing(
                Begun::when, Comparator.nullsLast(Comparator.<Instant>reverseOrder())))
        .map(Begun::episode)
        .distinct()
        .toList();
  }

  /** The episode that the item is a version of. */
  private MergedEpisode episodeOf(BaseItem item) {
    return find(item)
        .map(episode -> episode.with(item))
        .orElseGet(() -> MergedEpisode.of(show.seasonOf(item), List.of(item)).get(0));
  }

  private Optional<MergedEpisode> find(BaseItem item) {
    Optional<MergedEpisode> same =
        episodes.stream().filter(episode -> episode.has(item)).findFirst();
    return same.or(
        () ->
            episodes.stream()
                .filter(episode -> episode.season() == show.seasonOf(item) && episode.isAlso(item))
                .findFirst());
  }
}
