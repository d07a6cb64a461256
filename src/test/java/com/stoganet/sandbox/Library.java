package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All items of the server, and how they hang together. */
public final class Library {
  private final Map<String, Item> ordered = new LinkedHashMap<>();
  private final Map<String, Item> byId = new ConcurrentHashMap<>();
  private final NewItems news = new NewItems(this);
  private final Set<String> vectors = ConcurrentHashMap.newKeySet();
  private final Map<String, SideFile> sideFiles = new ConcurrentHashMap<>();
  private final Map<String, Dto> distortions = new ConcurrentHashMap<>();
  private volatile ParentalRules rules = new ParentalRules(this, () -> true);

  /** Null after a change, until somebody asks. */
  private volatile LibraryIndex index;

  /** The item with this id. */
  public Item get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no item " + id));
  }

  /** The item with this id, also if it is the second version of a title. */
  public Optional<Item> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Everything that can be listed. */
  public List<Item> all() {
    return index().listed();
  }

  public List<Item> movies() {
    return ofType(ItemType.MOVIE);
  }

  public List<Item> series() {
    return ofType(ItemType.SERIES);
  }

  /** Episodes of a series in the order of airing, specials first, missing ones included. */
  public List<Item> episodes(String seriesId) {
    return index().episodes(seriesId);
  }

  /** Adds a movie, as if somebody had just put a file into the movie library. */
  public Item addMovie(String name, int tmdb) {
    return news.movie(name, tmdb);
  }

  /** Adds a movie that is something else than a file: a disc folder, an image, a placeholder. */
  public Item addMovie(String name, int tmdb, Medium medium) {
    Item movie = addMovie(name, tmdb);
    return touched(movie.files(movie.versions().get(0).on(medium)));
  }

  /** Adds a movie whose file holds the address of the video on another server. */
  public Item addMovie(String name, int tmdb, RemoteHost host) {
    Item movie = addMovie(name, tmdb);
    return touched(movie.files(movie.versions().get(0).at(host)));
  }

  /** Adds a movie that has no file, as after its file was moved away. */
  public Item addMovieWithoutFile(String name, int tmdb) {
    return touched(addMovie(name, tmdb).files());
  }

  private Item touched(Item item) {
    touch(item.id());
    return item;
  }

  /** Adds a short video to a title; the type is one such as Trailer or DeletedScene. */
  public Item addExtra(String ownerId, String name, String extraType) {
    return news.extra(get(ownerId), name, extraType);
  }

  /** The trailers in the library, or all other extras, of an item. */
  List<Item> extras(String ownerId, boolean trailers) {
    return byId.values().stream()
        .filter(item -> ownerId.equals(item.extraOf()))
        .filter(item -> "Trailer".equals(item.extraType()) == trailers)
        .sorted(Comparator.comparing(Item::name))
        .toList();
  }

  /** Adds a series without any episode. */
  public Item addSeries(String name, int tmdb) {
    return news.series(name, tmdb);
  }

  /** Adds an episode that was created just now, and its season if there is none yet. */
  public Item addEpisode(String seriesId, int season, int number, String name) {
    return news.episode(get(seriesId), season, number, name);
  }

  /** Adds a folder of episodes to a series; one whose name tells no number has none: null. */
  public Item addSeason(String seriesId, Integer number, String name) {
    return news.season(get(seriesId), number, name);
  }

  /** Adds a season that no folder is for: Jellyfin makes one up for episodes without a folder. */
  public Item addVirtualSeason(String seriesId, Integer number) {
    String name = number == null ? "Season Unknown" : "Season " + number;
    return news.season(get(seriesId), number, name).asMissing();
  }

  /** Adds an episode to a season, with numbers that a file name tells or does not (null). */
  public Item addEpisodeTo(String seasonId, Integer seasonNumber, Integer number, String name) {
    return news.episode(get(seasonId), seasonNumber, number, name);
  }

  /** Adds a second file of a movie or an episode, which is an item of its own. */
  public Item addVersion(String ofItemId, String name) {
    return news.version(get(ofItemId), name);
  }

  /** Adds a movie or series once more: another item with the same numbers, beside the first. */
  public Item addCopy(String ofItemId) {
    return addCopy(ofItemId, get(ofItemId).parentId());
  }

  /** The same in another library. */
  public Item addCopy(String ofItemId, String libraryId) {
    return news.copy(get(ofItemId), libraryId);
  }

  /** Adds a file that continues a movie. */
  public Item addPart(String ofItemId, Duration length) {
    return news.part(get(ofItemId), length);
  }

  /** Sets how long a video, or a version of one, is. */
  public void lasts(String id, Duration length) {
    get(id).metadata().runtime(length);
    touch(id);
  }

  /** Makes Jellyfin not know how long a video is, nor find it out when it is asked to play it. */
  public void lengthUnknown(String id) {
    lengthUnknown(id, null);
  }

  /** Makes Jellyfin not know how long a video is until it is asked to play it. */
  public void lengthUnknown(String id, Duration foundOut) {
    Metadata metadata = get(id).metadata();
    metadata.runtimeTicks = null;
    metadata.probed = foundOut;
    touch(id);
  }

  /** What the copies of a title have in common towards the user's history, in Jellyfin 10.10. */
  String watchKey(String id) {
    return find(id)
        .flatMap(item -> item.tmdb().map(number -> item.type() + "/" + number))
        .orElse(id);
  }

  /** A scraper finds out about an item; nobody may have rated it, which is null. */
  public synchronized void describe(
      String id, int year, String rating, String overview, List<String> genres) {
    Metadata metadata = get(id).metadata();
    metadata.premiere(year + "-01-01").overview(overview).genres(genres.toArray(String[]::new));
    metadata.officialRating = rating;
    touch(id);
  }

  /** Gives an item these tags and no others. */
  public synchronized void tag(String id, String... tags) {
    get(id).metadata().tags = List.of(tags);
    touch(id);
  }

  /** Has an item sent with an odd value in a member, wherever it is sent; null is a value, too. */
  public synchronized void distort(String id, String member, Object value) {
    distortions.computeIfAbsent(id, unused -> new Dto()).putAsIs(member, value);
    touch(id);
  }

  Dto distorted(String id, Dto sent) {
    Dto odd = distortions.get(id);
    return odd == null ? sent : sent.putAll(odd);
  }

  /** Gives an item another name, which also marks it as changed just now. */
  public synchronized void rename(String id, String name) {
    get(id).named(name);
    touch(id);
  }

  /** Makes a picture of an item an SVG file; the type is one such as Primary or Logo. */
  public void makeVector(String itemId, String imageType) {
    vectors.add(itemId + "/" + imageType.toLowerCase(Locale.ROOT));
  }

  boolean isVector(String itemId, String imageType) {
    return vectors.contains(itemId + "/" + imageType.toLowerCase(Locale.ROOT));
  }

  /** Changes the file of an external subtitle track of a version, by the index of the track. */
  public void sideFile(String versionId, int index, SideFile now) {
    sideFiles.put(versionId + "/" + index, now);
  }

  SideFile sideFile(String versionId, int index) {
    return sideFiles.getOrDefault(versionId + "/" + index, SideFile.THERE);
  }

  /** Forgets an item, as if its file had been deleted. */
  public synchronized void remove(String id) {
    ordered.remove(id);
    byId.remove(id);
    index = null;
  }

  /** Marks an item as changed just now, so that {@code minDateLastSaved} finds it. */
  public synchronized void touch(String id) {
    get(id).savedAt(Instant.now());
    index = null;
  }

  synchronized void add(Item item) {
    ordered.put(item.id(), item);
    byId.put(item.id(), item);
    index = null;
  }

  /** The same with the second files, which Jellyfin before 12 takes for episodes of their own. */
  List<Item> episodesAndVersions(String seriesId) {
    return index().episodeFiles(seriesId);
  }

  LibraryIndex index() {
    LibraryIndex current = index;
    return current == null ? indexed() : current;
  }

  private synchronized LibraryIndex indexed() {
    if (index == null) {
      index = new LibraryIndex(ordered.values());
    }
    return index;
  }

  List<Item> ofType(ItemType type) {
    return index().ofType(type);
  }

  List<Item> where(Predicate<Item> predicate) {
    return all().stream().filter(predicate).toList();
  }

  List<Item> children(Item parent) {
    if (parent.type() == ItemType.BOX_SET) {
      return parent.links().stream().map(this::find).flatMap(Optional::stream).toList();
    }
    return index().in(parent.id());
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
      Item parent = byId.get(current.parentId());
      if (parent == null) {
        return current;
      }
      current = parent;
    }
    return current;
  }

  /** Sets how the limits of users are judged. */
  void judgedBy(ParentalRules parentalRules) {
    rules = parentalRules;
  }

  /** Whether the item can be had by its id: the access check of Jellyfin. */
  boolean visible(Item item, Account account) {
    return account == null || (inOpenLibrary(item, account) && rules.opens(item, account));
  }

  /** Whether lists have the item. */
  boolean listed(Item item, Account account) {
    return account == null || (inOpenLibrary(item, account) && rules.lists(item, account));
  }

  /** Like {@link #listed} where Jellyfin does not look at the library that the item is in. */
  boolean listedAnywhere(Item item, Account account) {
    return account == null || rules.lists(item, account);
  }

  private boolean inOpenLibrary(Item item, Account account) {
    return account.seesEverything() || account.maySee(libraryOf(item).id());
  }

  /**
   * The series itself and, if Jellyfin groups them, all that have the same number, whatever library
   * they are in.
   */
  List<Item> sameSeries(Item series, boolean grouped) {
    if (!grouped || series.tmdb().isEmpty()) {
      return List.of(series);
    }
    List<Item> same = new ArrayList<>(List.of(series));
    index().show(series.tmdb().get()).stream().filter(other -> other != series).forEach(same::add);
    return same;
  }

  Optional<Item> boxSetOf(Item item) {
    return ofType(ItemType.BOX_SET).stream()
        .filter(set -> set.links().contains(item.id()))
        .findFirst();
  }
}
