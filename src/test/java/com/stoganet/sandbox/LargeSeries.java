package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Two or three seasons of three to five episodes for one invented series. */
final class LargeSeries {
  private static final int MISSING_ONE_IN = 60;

  private final Library library;
  private final InventedMetadata metadata;
  private final Item series;
  private final RandomGenerator random;
  private final List<Track> tracks;

  LargeSeries(
      Library library,
      InventedMetadata metadata,
      Item series,
      RandomGenerator random,
      List<Track> tracks) {
    this.library = library;
    this.metadata = metadata;
    this.series = series;
    this.random = random;
    this.tracks = tracks;
  }

  /** The episodes in the order of airing. */
  List<Item> add() {
    List<Item> episodes = new ArrayList<>();
    int seasons = random.nextInt(2, 4);
    Instant airs = series.metadata().premiere;
    for (int number = 1; number <= seasons; number++) {
      Item season = season(number, airs);
      int count = random.nextInt(3, 6);
      for (int i = 1; i <= count; i++) {
        episodes.add(episode(season, number, i, airs.plus(Duration.ofDays(7L * i))));
      }
      airs = airs.plus(Duration.ofDays(364));
    }
    return episodes;
  }

  private Item season(int number, Instant airs) {
    String id = Guid.of("large/season/" + series.id() + "/" + number);
    Item season = new Item(id, ItemType.SEASON, "Season " + number);
    season.at(Place.seasonOf(series.id(), number)).created(series.created());
    season.metadata().premiere(airs);
    library.add(season);
    return season;
  }

  private Item episode(Item season, int seasonNumber, int number, Instant airs) {
    String name = InventedText.name(random);
    String id = Guid.of("large/episode/" + season.id() + "/" + number);
    Item episode = new Item(id, ItemType.EPISODE, name);
    episode.at(Place.episodeOf(series.id(), season.id(), seasonNumber, number));
    episode.created(series.created().plus(Duration.ofHours(seasonNumber * 100L + number)));
    Metadata about = episode.metadata().premiere(airs);
    about.overview(InventedText.sentence(random)).people(metadata.cast(random, 3));
    if (random.nextInt(MISSING_ONE_IN) == 0) {
      episode.asMissing();
    } else {
      about.runtime(Duration.ofMinutes(random.nextInt(22, 60)));
      episode.files(MediaVersion.sample(id, name, 1280, 720, tracks));
    }
    library.add(episode);
    return episode;
  }
}
