package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Subtitle;
import com.stoganet.proxy.media.Unplayable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The items that are one video, taken together: a film that lies in two libraries, or the files of
 * an episode, which Jellyfin before 12 takes for episodes of their own.
 */
final class ItemVersions {

  /** What the user did with a version, and when. */
  private record State(JellyfinId source, Progress progress, Instant when) {}

  private static final Comparator<State> NEWEST_LAST =
      Comparator.comparing(State::when, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final List<BaseItem> items;
  private final List<Source> sources;
  private final Map<JellyfinId, State> states = new HashMap<>();
  private final Map<JellyfinId, List<Source.Part>> parts = new HashMap<>();

  /**
   * The versions of these items.
   *
   * @param items at least one, of which the first one that can be played stands for all
   * @param versions items of versions that are not the default one of an item
   * @param watched the version that the position of an item belongs to, by item, where it is known
   */
  ItemVersions(List<BaseItem> items, List<BaseItem> versions, Map<JellyfinId, JellyfinId> watched) {
    this.items = items;
    this.sources = sources(items);
    Stream.concat(versions.stream(), items.stream())
        .map(ItemVersions::state)
        .forEach(state -> states.put(state.source(), state));
    items.forEach(
        item ->
            Optional.ofNullable(watched.get(JellyfinItems.id(item)))
                .filter(source -> isSource(source) || isInParts(item))
                .ifPresent(source -> move(JellyfinItems.id(item), source)));
  }

  /** The item that stands for all of them: the first one that can be played. */
  BaseItem first() {
    return items.stream()
        .filter(item -> ItemPlayability.known(item).isEmpty())
        .findFirst()
        .orElse(items.get(0));
  }

  /** Adds the files of an item that is in several. */
  void addParts(JellyfinId item, List<Source.Part> files) {
    parts.put(item, files);
  }

  /** All versions, each once and with its own position; those that can be played first. */
  List<Source> sources() {
    return sources.stream()
        .map(
            source ->
                Optional.ofNullable(states.get(source.id()))
                    .map(state -> source.with(state.progress()))
                    .orElse(source))
        .map(source -> source.inParts(parts.getOrDefault(source.id(), List.of())))
        .toList();
  }

  /** The newest position in any version; watched when any version is. */
  Progress progress() {
    boolean played = states.values().stream().anyMatch(state -> state.progress().played());
    return newest()
        .map(
            state ->
                new Progress(
                    state.progress().positionMillis(),
                    played,
                    sources.size() > 1 || !isSource(state.source())
                        ? Optional.of(state.source())
                        : Optional.empty()))
        .orElse(new Progress(0, played));
  }

  /** When the user watched any version last; null when unknown. */
  Instant lastPlayed() {
    return states.values().stream().max(NEWEST_LAST).map(State::when).orElse(null);
  }

  /** The version that the user is in the middle of, or else the first; empty when none plays. */
  Optional<Playable> playable() {
    return newest()
        .flatMap(state -> playableSource(state.source()))
        .or(() -> sources.stream().filter(source -> source.unplayable().isEmpty()).findFirst())
        .map(
            source ->
                new Playable(
                    source.id(), source.subtitles().stream().filter(Subtitle::text).toList()));
  }

  /** Why no version can be played; empty when one can. */
  Optional<Unplayable> unplayable() {
    return playable().isPresent() ? Optional.empty() : ItemPlayability.problem(items.get(0));
  }

  private Optional<State> newest() {
    return sourcesFirst()
        .filter(state -> state.progress().positionMillis() > 0)
        .reduce((one, other) -> NEWEST_LAST.compare(one, other) < 0 ? other : one);
  }

  /** The states in the order of the versions, so that the default one wins a tie. */
  private Stream<State> sourcesFirst() {
    return Stream.concat(
            sources.stream().map(Source::id),
            states.keySet().stream().filter(id -> !isSource(id)).sorted())
        .map(states::get)
        .filter(state -> state != null);
  }

  private boolean isSource(JellyfinId id) {
    return sources.stream().anyMatch(source -> source.id().equals(id));
  }

  /** Whether the item has several versions or parts, so that its position may be in any. */
  static boolean hasSeveral(BaseItem item) {
    return isInParts(item) || item.mediaSources != null && item.mediaSources.size() > 1;
  }

  static boolean isInParts(BaseItem item) {
    return item.partCount != null && item.partCount > 1;
  }

  private Optional<Source> playableSource(JellyfinId id) {
    return sources.stream()
        .filter(source -> source.id().equals(id) && source.unplayable().isEmpty())
        .findFirst();
  }

  /** Jellyfin before 12: the position of an item may be that of another version, or of a part. */
  private void move(JellyfinId item, JellyfinId source) {
    State state = states.get(item);
    State own = states.get(source);
    boolean taken = own != null && own.progress().positionMillis() > 0;
    if (state.progress().positionMillis() > 0 && !taken && !source.equals(item)) {
      states.put(source, new State(source, state.progress(), state.when()));
      states.put(item, new State(item, new Progress(0, state.progress().played()), state.when()));
    }
  }

  private static State state(BaseItem item) {
    return new State(
        JellyfinItems.id(item), JellyfinItems.progress(item), JellyfinItems.lastPlayed(item));
  }

  private static List<Source> sources(List<BaseItem> items) {
    Map<JellyfinId, Source> byId = new HashMap<>();
    List<Source> sources = new ArrayList<>();
    items.stream()
        .flatMap(item -> ItemSources.all(item).stream())
        .filter(source -> byId.putIfAbsent(source.id(), source) == null)
        .forEach(sources::add);
    sources.sort(Comparator.comparing(source -> source.unplayable().isPresent()));
    return List.copyOf(sources);
  }
}
