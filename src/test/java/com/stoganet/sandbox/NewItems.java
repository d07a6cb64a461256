package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes items as if somebody had just put files into a library. */
final class NewItems {
  private static final String TODAY = "2025-01-01";

  private final Library library;

  NewItems(Library library) {
    this.library = library;
  }

  Item movie(String name, int tmdb) {
    Item movie = item(ItemType.MOVIE, name, Place.in(Titles.MOVIES_LIBRARY));
    movie.metadata().tmdb(tmdb).premiere(TODAY).runtime(SampleVideo.RUNTIME);
    return added(movie.files(file(movie, name)));
  }

  Item series(String name, int tmdb) {
    Item series = item(ItemType.SERIES, name, Place.in(Titles.SHOWS_LIBRARY));
    series.metadata().tmdb(tmdb).premiere(TODAY).status("Continuing");
    return added(series);
  }

  Item episode(Item series, int seasonNumber, int number, String name) {
    Item season = season(series, seasonNumber);
    Place place = Place.episodeOf(series.id(), season.id(), seasonNumber, number);
    Item episode = item(ItemType.EPISODE, name, place);
    episode.metadata().premiere(TODAY).runtime(SampleVideo.RUNTIME);
    return added(episode.files(file(episode, series.name() + " - " + name)));
  }

  Item season(Item series, Integer number, String name) {
    return added(item(ItemType.SEASON, name, Place.seasonOf(series.id(), number)));
  }

  Item episode(Item season, Integer seasonNumber, Integer number, String name) {
    Place place = Place.episodeOf(season.seriesId(), season.id(), seasonNumber, number);
    Item episode = item(ItemType.EPISODE, name, place);
    episode.metadata().runtime(SampleVideo.RUNTIME);
    return added(episode.files(file(episode, name)));
  }

  Item version(Item primary, String name) {
    Item version = item(primary.type(), primary.name(), primary.place()).versionOf(primary.id());
    version.metadata().copy(primary.metadata());
    List<MediaVersion> files = new ArrayList<>(primary.versions());
    files.add(file(version, name));
    primary.files(files.toArray(MediaVersion[]::new));
    Collections.rotate(files, 1);
    return added(version.files(files.toArray(MediaVersion[]::new)));
  }

  Item part(Item first, Duration length) {
    String name = first.name() + "-cd" + (first.parts().size() + 2);
    Item part = item(ItemType.VIDEO, name, first.place()).versionOf(first.id());
    part.metadata().runtime(length);
    first.addPart(part.files(file(part, name)));
    return added(part);
  }

  /** The copy is a file of its own; the episodes of a series are not copied. */
  Item copy(Item original, String libraryId) {
    Item copy = item(original.type(), original.name(), Place.in(libraryId));
    copy.metadata().copy(original.metadata());
    if (!original.versions().isEmpty()) {
      copy.files(file(copy, original.name() + " (copy)"));
    }
    return added(copy);
  }

  Item extra(Item owner, String name, String extraType) {
    Item extra = item(ItemType.VIDEO, name, Place.in(library.libraryOf(owner).id()));
    extra.metadata().runtime(SampleVideo.RUNTIME);
    return added(extra.files(file(extra, name)).asExtraOf(owner.id(), extraType));
  }

  private Item season(Item series, int number) {
    Optional<Item> known =
        library.children(series).stream()
            .filter(item -> Objects.equals(item.place().index(), number))
            .findFirst();
    return known.orElseGet(
        () -> {
          String name = number == 0 ? "Specials" : "Season " + number;
          return added(item(ItemType.SEASON, name, Place.seasonOf(series.id(), number)));
        });
  }

  private static Item item(ItemType type, String name, Place place) {
    return new Item(Guid.random(), type, name).at(place).created(Instant.now());
  }

  private static MediaVersion file(Item item, String name) {
    return MediaVersion.sample(item.id(), name, 1280, 720, Tracks.plain("h264"));
  }

  private Item added(Item item) {
    library.add(item);
    return item;
  }
}
