package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import java.util.Optional;

/**
 * Which series has which number: clients name it as TMDB does, Sonarr adds by the number of TVDB
 * and keeps by one of its own.
 */
final class SeriesNumbers {

  private static final int ROOM = 50_000;

  private final Cache<Integer, Long> tmdbByTvdb = room();
  private final Cache<Long, Integer> tvdbByTmdb = room();
  private final Cache<Long, Integer> keyByTmdb = room();

  /** What TMDB calls the series, as far as anybody knows. */
  Optional<CatalogId.Tmdb> id(Series series) {
    long told = Absent.number(series.tmdbId);
    Long tmdb = told > 0 ? Long.valueOf(told) : tmdbByTvdb.getIfPresent(tvdb(series));
    return Optional.ofNullable(tmdb).map(number -> new CatalogId.Tmdb(MediaKind.TV, number));
  }

  /** The same, and remembers all of its numbers. */
  Optional<CatalogId.Tmdb> learn(Series series) {
    Optional<CatalogId.Tmdb> id = id(series);
    id.ifPresent(known -> learn(known, series));
    return id;
  }

  /** Before Sonarr 4.0.5 only the question tells the number. */
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

  /** The series was taken out of Sonarr. */
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
