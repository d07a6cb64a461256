package com.stoganet.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of the library: a movie, a series, a season, an episode, a collection or a library. */
public final class Item {
  private final String id;
  private final ItemType type;
  private volatile String name;
  private volatile String sortName;
  private final Metadata metadata = new Metadata();
  private Place place = Place.NOWHERE;
  private String primaryVersionId;
  private String extraOf;
  private String extraType;
  private boolean missing;
  private Integer lastIndex;
  private Integer airsBeforeSeason;
  private Integer airsAfterSeason;
  private Instant created = Instant.EPOCH;
  private volatile Instant lastSaved = created;
  private volatile List<MediaVersion> versions = List.of();
  private List<String> links = List.of();
  private volatile List<Item> parts = List.of();

  Item(String id, ItemType type, String name) {
    this.id = id;
    this.type = type;
    this.name = name;
  }

  public String id() {
    return id;
  }

  public ItemType type() {
    return type;
  }

  public String name() {
    return name;
  }

  /** The TMDB number, in the number space of the item's type. */
  public Optional<Integer> tmdb() {
    return Optional.ofNullable(metadata.providerIds.get("Tmdb")).map(Integer::valueOf);
  }

  /** Length in ticks of 100 ns; 0 if unknown. */
  public long runtimeTicks() {
    return metadata.runtimeTicks == null ? 0 : metadata.runtimeTicks;
  }

  /** The files, the default version first. */
  public List<MediaVersion> versions() {
    return versions;
  }

  /** Number of the episode or season, if it has one. */
  public Optional<Integer> index() {
    return Optional.ofNullable(place.index());
  }

  /** Number of the season of an episode, if it has one. */
  public Optional<Integer> parentIndex() {
    return Optional.ofNullable(place.parentIndex());
  }

  public String parentId() {
    return place.parentId();
  }

  public String seriesId() {
    return place.seriesId();
  }

  public String seasonId() {
    return place.seasonId();
  }

  /** The last number of an episode whose file holds several; null for any other. */
  Integer lastIndex() {
    return lastIndex;
  }

  /** The season before which a special airs; null for any other episode. */
  Integer airsBeforeSeason() {
    return airsBeforeSeason;
  }

  /** The season after which a special airs; null for any other episode. */
  Integer airsAfterSeason() {
    return airsAfterSeason;
  }

  /** The season that Jellyfin lists the episode in; a special may air within another one. */
  Optional<Integer> airedSeason() {
    Integer special = airsAfterSeason == null ? airsBeforeSeason : airsAfterSeason;
    return special == null ? parentIndex() : Optional.of(special);
  }

  /** A virtual item: known by name, but there is no file (yet). */
  public boolean missing() {
    return missing;
  }

  public Instant created() {
    return created;
  }

  Instant lastSaved() {
    return lastSaved;
  }

  Metadata metadata() {
    return metadata;
  }

  Place place() {
    return place;
  }

  /** Identifiers of the titles in a collection. */
  List<String> links() {
    return links;
  }

  /** The item that a trailer or a deleted scene belongs to; null for any other. */
  String extraOf() {
    return extraOf;
  }

  /** Such as Trailer or DeletedScene; null for what is no extra. */
  String extraType() {
    return extraType;
  }

  Item asExtraOf(String owner, String kind) {
    extraOf = owner;
    extraType = kind;
    return this;
  }

  /** Set for the second file of a title: such an item is found by id but never listed. */
  String primaryVersionId() {
    return primaryVersionId;
  }

  /** Worked out once: a sort asks for it half a million times. */
  String sortName() {
    String known = sortName;
    if (known == null) {
      String lower = name.toLowerCase(Locale.ROOT).replaceFirst("^(the|an|a) ", "");
      int season = parentIndex().orElse(0);
      known = index().map(n -> String.format("%03d - %04d - %s", season, n, lower)).orElse(lower);
      sortName = known;
    }
    return known;
  }

  void named(String newName) {
    name = newName;
    sortName = null;
  }

  Item at(Place where) {
    place = where;
    sortName = null;
    return this;
  }

  /** Makes this the file of all episodes up to that number. */
  public Item until(int lastNumber) {
    lastIndex = lastNumber;
    return this;
  }

  /** Makes this a special that airs before a season. */
  public Item airsBefore(int season) {
    airsBeforeSeason = season;
    return this;
  }

  /** Makes this a special that airs after a season. */
  public Item airsAfter(int season) {
    airsAfterSeason = season;
    return this;
  }

  public Item airedOn(String day) {
    metadata.premiere(day);
    return this;
  }

  Item versionOf(String primary) {
    primaryVersionId = primary;
    return this;
  }

  Item asMissing() {
    missing = true;
    return this;
  }

  Item created(String instant) {
    return created(Instant.parse(instant));
  }

  Item created(Instant instant) {
    created = instant;
    lastSaved = created;
    return this;
  }

  void savedAt(Instant instant) {
    lastSaved = instant;
  }

  Item files(MediaVersion... all) {
    versions = List.of(all);
    return this;
  }

  /** The other files of a movie that is in several. */
  List<Item> parts() {
    return parts;
  }

  void addPart(Item part) {
    List<Item> more = new ArrayList<>(parts);
    more.add(part);
    parts = List.copyOf(more);
  }

  Item linking(String... ids) {
    links = List.of(ids);
    return this;
  }
}
