package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;
import java.util.List;
import java.util.Optional;

/** Finds the series of a Sonarr by TMDB number, which Sonarr itself cannot do. */
final class SeriesFinder {

  private final ArrConnection<SonarrApi> connection;
  private final SeriesNumbers numbers;

  SeriesFinder(ArrConnection<SonarrApi> connection, SeriesNumbers numbers) {
    this.connection = connection;
    this.numbers = numbers;
  }

  List<Series> all() {
    List<Series> all = connection.readAll(SonarrApi::series);
    all.forEach(numbers::learn);
    return all;
  }

  /**
   * Looks the series up at the metadata service, whether or not Sonarr has it; two seconds at most.
   */
  Optional<Series> lookUp(CatalogId.Tmdb id) {
    String term = SearchTerm.number(id);
    return verified(id, connection.lookUp(api -> api.lookup(term)));
  }

  /** Like {@link #lookUp}, with a long timeout, for background work. */
  Optional<Series> lookUpPatiently(CatalogId.Tmdb id) {
    String term = SearchTerm.number(id);
    return verified(id, connection.lookUpPatiently(api -> api.lookup(term)));
  }

  /** The current state of the series if Sonarr has it. */
  Optional<Series> find(CatalogId.Tmdb id) {
    return numbers.key(id).flatMap(key -> byKey(id, key)).or(() -> findAnew(id));
  }

  private Optional<Series> findAnew(CatalogId.Tmdb id) {
    numbers.forgetKey(id);
    Optional<Integer> tvdb;
    try {
      tvdb = numbers.tvdb(id).or(() -> lookUp(id).map(series -> series.tvdbId));
    } catch (ApiException e) {
      if (OutageReason.NEVER_REACHED.caused(e)) {
        throw e;
      }
      // Without the metadata service only Sonarr's own list is left.
      return all().stream().filter(series -> is(id, series)).findFirst();
    }
    return tvdb.flatMap(number -> byTvdb(id, number));
  }

  private Optional<Series> byKey(CatalogId.Tmdb id, int key) {
    try {
      return Optional.of(connection.readRaw(api -> api.one(key))).filter(series -> is(id, series));
    } catch (BackendResponseException failure) {
      if (failure.notFound()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Optional<Series> byTvdb(CatalogId.Tmdb id, int tvdb) {
    Optional<Series> found =
        connection.read(api -> api.byTvdb(tvdb)).stream()
            .filter(series -> Absent.number(series.tvdbId) == tvdb)
            .filter(series -> Absent.number(series.id) > 0)
            .findFirst();
    found.ifPresent(series -> numbers.learn(id, series));
    return found;
  }

  /**
   * A metadata service that does not understand TMDB numbers searches for the term as words. Before
   * Sonarr 4.0.5 a result has no TMDB number; then a single result is accepted.
   */
  private Optional<Series> verified(CatalogId.Tmdb id, List<Series> results) {
    Optional<Series> found =
        results.stream()
            .filter(series -> Absent.number(series.tvdbId) > 0)
            .filter(
                series ->
                    series.tmdbId == null
                        ? results.size() == 1
                        : series.tmdbId.longValue() == id.number())
            .findFirst();
    found.ifPresent(series -> numbers.learn(id, series));
    return found;
  }

  private boolean is(CatalogId.Tmdb id, Series series) {
    return Absent.number(series.id) > 0 && numbers.id(series).filter(id::equals).isPresent();
  }
}
