package com.stoganet.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** All items of the server, and how they hang together. */
public final class Library {
  private static final Comparator<Item> AIRED =
      Comparator.<Item, Integer>comparing(item -> item.parentIndex().orElse(0))
          .thenComparing(item -> item.index().orElse(0));

  private final Map<String, Item> items = new LinkedHashMap<>();

  /** The item with this id. */
  public Item get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no item " + id));
  }

  /** The item with this id, also if it is the second version of a title. */
  public synchronized Optional<Item> find(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /** Everything that can be listed. */
  public synchronized List<Item> all() {
    List<Item> all = new ArrayList<>(items.values());
    all.removeIf(item -> item.primaryVersionId() != null);
    return all;
  }

  public List<Item> movies() {
    return ofType(ItemType.MOVIE);
  }

  public List<Item> series() {
    return ofType(ItemType.SERIES);
  }

  /** Episodes of a series in the order of airing, specials first, missing ones included. */
  public List<Item> episodes(String seriesId) {
    return ofType(ItemType.EPISODE).stream()
        .filter(item -> seriesId.equals(item.seriesId()))
        .sorted(AIRED)
        .toList();
  }

  /** Adds a movie, as if somebody had just put a file into the movie library. */
  public Item addMovie(String name, int tmdb) {
    Item movie = new Item(Guid.random(), ItemType.MOVIE, name).at(Place.in(Titles.MOVIES_LIBRARY));
    movie.created(Instant.now().toString());
    movie.files(MediaVersion.sample(movie.id(), name, 1280, 720, Tracks.plain("h264")));
    movie.metadata().tmdb(tmdb).premiere("2025-01-01").runtime(SampleVideo.RUNTIME);
    add(movie);
    return movie;
  }

  /** Forgets an item, as if its file had been deleted. */
  public synchronized void remove(String id) {
    items.remove(id);
  }

  /** Marks an item as changed just now, so that {@code minDateLastSaved} finds it. */
  public void touch(String id) {
    get(id).savedAt(Instant.now());
  }

  synchronized void add(Item item) {
    items.put(item.id(), item);
  }

  List<Item> ofType(ItemType type) {
    return where(item -> item.type() == type);
  }

  List<Item> where(Predicate<Item> predicate) {
    return all().stream().filter(predicate).toList();
  }

  /** Second versions included, which no list shows. */
  synchronized List<Item> playable() {
    return items.values().stream().filter(item -> !item.versions().isEmpty()).toList();
  }

  List<Item> children(Item parent) {
    if (parent.type() == ItemType.BOX_SET) {
      return parent.links().stream().map(this::find).flatMap(Optional::stream).toList();
    }
    return where(item -> parent.id().equals(item.parentId()));
  }

  List<Item> descendants(Item parent) {
    List<Item> found = new ArrayList<>();
    for (Item child : children(parent)) {
      found.add(child);
      if (child.type() != ItemType.BOX_SET) {
        found.addAll(descendants(child));
      }
    }
    return found;
  }

  /** The library folder that an item lies in; the item itself if it is one. */
  Item libraryOf(Item item) {
    Item current = item;
    while (current.type() != ItemType.COLLECTION_FOLDER && current.parentId() != null) {
      Optional<Item> parent = find(current.parentId());
      if (parent.isEmpty()) {
        return current;
      }
      current = parent.get();
    }
    return current;
  }

  boolean visible(Item item, Account account) {
    return account == null || account.maySee(libraryOf(item).id());
  }

  Optional<Item> boxSetOf(Item item) {
    return ofType(ItemType.BOX_SET).stream()
        .filter(set -> set.links().contains(item.id()))
        .findFirst();
  }
}
