package com.stoganet.sandbox.arr;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Radarr's library, and what the metadata service knows besides. */
final class Movies {
  /** By their numbers at TMDB. */
  final Map<Integer, MovieFacts> known = new LinkedHashMap<>();

  private final Map<Integer, KeptMovie> byId = new LinkedHashMap<>();
  private final Map<Integer, KeptMovie> byTmdb = new LinkedHashMap<>();
  private final ArrState state;
  private int lastId;
  private int lastFile;

  Movies(ArrState state) {
    this.state = state;
  }

  KeptMovie keep(MovieFacts facts, String rootFolder) {
    KeptMovie movie = new KeptMovie(++lastId, facts, rootFolder, state.now());
    byId.put(movie.id, movie);
    byTmdb.put(facts.tmdbId, movie);
    return movie;
  }

  Collection<KeptMovie> all() {
    return byId.values();
  }

  /** Null when it is not kept. */
  KeptMovie get(int id) {
    return byId.get(id);
  }

  /** Null when it is not kept. */
  KeptMovie withTmdb(int tmdbId) {
    return byTmdb.get(tmdbId);
  }

  void remove(KeptMovie movie) {
    byId.remove(movie.id);
    byTmdb.remove(movie.facts.tmdbId);
  }

  void file(KeptMovie movie, long size, String release) {
    movie.file = new KeptMovie.MovieFile(++lastFile, size, state.now(), release);
  }

  void search(KeptMovie movie) {
    movie.lastSearch = state.now();
    state.searches.add("movie " + movie.facts.tmdbId);
  }
}
