package com.stoganet.sandbox.arr;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Radarr's library, and what the metadata service knows besides. */
final class Movies {
  /** By their numbers at TMDB. */
  final Map<Integer, MovieFacts> known = new LinkedHashMap<>();

  private final Map<Integer, StoredMovie> byId = new LinkedHashMap<>();
  private final Map<Integer, StoredMovie> byTmdb = new LinkedHashMap<>();
  private final ArrState state;
  private int lastId;
  private int lastFile;

  Movies(ArrState state) {
    this.state = state;
  }

  StoredMovie keep(MovieFacts facts, String rootFolder) {
    StoredMovie movie = new StoredMovie(++lastId, facts, rootFolder, state.now());
    byId.put(movie.id, movie);
    byTmdb.put(facts.tmdbId, movie);
    return movie;
  }

  Collection<StoredMovie> all() {
    return byId.values();
  }

  /** Null when it is not kept. */
  StoredMovie get(int id) {
    return byId.get(id);
  }

  /** Null when it is not kept. */
  StoredMovie withTmdb(int tmdbId) {
    return byTmdb.get(tmdbId);
  }

  void remove(StoredMovie movie) {
    byId.remove(movie.id);
    byTmdb.remove(movie.facts.tmdbId);
  }

  void file(StoredMovie movie, long size, String release) {
    movie.file = new StoredMovie.MovieFile(++lastFile, size, state.now(), release);
  }

  void search(StoredMovie movie) {
    movie.lastSearch = state.now();
    state.searches.add("movie " + movie.facts.tmdbId);
  }
}
