package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import java.util.Optional;

/**
 * Maps the numbers of a series: clients use the TMDB number, Sonarr adds series by TVDB number and
 * stores them under its own.
 */
final class SeriesNumbers {

  private static final int ROOM = 50_000;

  private final Cache<Integer, Long> tmdbByTvdb = room();
  private final Cache<Long, Integer> tvdbByTmdb = room();
  private final Cache<Long, Integer> keyByTmdb = room();

  /** The TMDB number of the series; empty when neither Sonarr nor this map knows it. */
  Optional<CatalogId.Tmdb> id(Series series) {
    long told = Absent.number(series.tmdbId);
    Long tmdb = told > 0 ? Long.valueOf(told) : tmdbByTvdb.getIfPresent(tvdb(series));
    return Optional.ofNullable(tmdb).map(number -> new CatalogId.Tmdb(MediaKind.TV, number));
  }

  /** Like {@link #id}, and remembers all numbers of the series. */
  Optional<CatalogId.Tmdb> learn(Series series) {
    Optional<CatalogId.Tmdb> id = id(series);
    id.ifPresent(known -> learn(known, series));
    return id;
  }

  /**
   * Remembers the numbers; before Sonarr 4.0.5 an answer has no TMDB number, only the request has.
   */
  void learn(CatalogId.Tmdb id, Series series) {
    if (tvdb(series) > 0) {
      tmdbByTvdb.put(tvdb(series), id.number());
      tvdbByTmdb.put(id.number(), tvdb(series));
    }
    if (Absent.number(series.id) > 0) {
      keyByTmdb.put(id.number(), series.id);
    }
  }

  Optional<Integer> key(CatalogId.Tmdb id) {
    return Optional.ofNullable(keyByTmdb.getIfPresent(id.number()));
  }

  Optional<Integer> tvdb(CatalogId.Tmdb id) {
    return Optional.ofNullable(tvdbByTmdb.getIfPresent(id.number()));
  }

  /** Forgets the number of a series that was removed from Sonarr. */
  void forgetKey(CatalogId.Tmdb id) {
    keyByTmdb.invalidate(id.number());
  }

  private static int tvdb(Series series) {
    return Absent.number(series.tvdbId);
  }

  private static <K, V> Cache<K, V> room() {
    return Caffeine.newBuilder().maximumSize(ROOM).build();
  }
}
