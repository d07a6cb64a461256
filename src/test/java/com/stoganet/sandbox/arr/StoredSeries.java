package com.stoganet.sandbox.arr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A series in Sonarr's library. */
final class StoredSeries {
  final int id;
  final SeriesFacts facts;
  final Instant added;

  /** Which seasons are monitored; what is not here Sonarr does not know. */
  final SortedMap<Integer, Boolean> seasons = new TreeMap<>();

  final List<StoredEpisode> episodes = new ArrayList<>();
  String path;
  boolean monitored = true;
  boolean seasonFolder = true;
  int profile = 1;
  String monitorNewItems = "all";
  String seriesType = "standard";
  List<Integer> tags = List.of();

  /** An episode of it; a size of 0 is no file. */
  static final class StoredEpisode {
    final int id;
    final SeriesFacts.EpisodeFacts facts;
    boolean monitored;
    int fileId;
    Instant lastSearch;
    long size;

    StoredEpisode(int id, SeriesFacts.EpisodeFacts facts) {
      this.id = id;
      this.facts = facts;
    }

    boolean hasFile() {
      return fileId > 0;
    }

    boolean aired(Instant now) {
      return facts.airs() != null && !facts.airs().isAfter(now);
    }
  }

  StoredSeries(int id, SeriesFacts facts, String rootFolder, Instant added) {
    this.id = id;
    this.facts = facts;
    this.added = added;
    this.path = rootFolder + "/" + folder(facts);
  }

  static String folder(SeriesFacts facts) {
    return facts.title.replaceAll("[:/?]", "");
  }

  List<StoredEpisode> season(int number) {
    return episodes.stream().filter(episode -> episode.facts.season() == number).toList();
  }

  StoredEpisode episode(int season, int number) {
    return season(season).stream()
        .filter(episode -> episode.facts.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no episode " + number + " in season " + season));
  }

  /** Monitors exactly the episodes that are wanted. */
  void monitor(Predicate<StoredEpisode> wanted) {
    episodes.forEach(episode -> episode.monitored = wanted.test(episode));
  }
}
