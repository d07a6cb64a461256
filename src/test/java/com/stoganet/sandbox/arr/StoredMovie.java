package com.stoganet.sandbox.arr;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A movie in Radarr's library. */
final class StoredMovie {
  final int id;
  final MovieFacts facts;
  final Instant added;
  String path;
  boolean monitored = true;
  int profile = 1;
  String minimumAvailability = "released";
  List<Integer> tags = List.of();
  Instant lastSearch;

  /** Null as long as there is no file. */
  MovieFile file;

  /** The one file of a movie. */
  record MovieFile(int id, long size, Instant added, String release) {}

  StoredMovie(int id, MovieFacts facts, String rootFolder, Instant added) {
    this.id = id;
    this.facts = facts;
    this.added = added;
    this.path = rootFolder + "/" + folder(facts);
  }

  static String folder(MovieFacts facts) {
    return facts.title.replaceAll("[:/?]", "") + " (" + facts.year + ")";
  }

  /** Radarr: whether it may be looked for by now. */
  boolean available(LocalDate today) {
    if (Set.of("tba", "announced").contains(minimumAvailability)) {
      return true;
    }
    LocalDate day = facts.available(minimumAvailability);
    return day != null && !day.isAfter(today);
  }
}
