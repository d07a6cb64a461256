package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;
import java.util.List;
import java.util.Optional;

/** Finds series of a Sonarr by the number of TMDB, by which Sonarr itself does not. */
final class SeriesShelf {

  private static final int NOT_FOUND = 404;

  private final ArrConnection<SonarrApi> connection;
  private final SeriesNumbers numbers;

  SeriesShelf(ArrConnection<SonarrApi> connection, SeriesNumbers numbers) {
    this.connection = connection;
    this.numbers = numbers;
  }

  List<Series> all() {
    List<Series> all = connection.readAll(SonarrApi::series);
    all.forEach(numbers::learn);
    return all;
  }

  /** What the metadata service knows, whether or not it is kept; two seconds at most. */
  Optional<Series> lookUp(CatalogId.Tmdb id) {
    String term = SearchTerm.number(id);
    return verified(id, connection.lookUp(api -> api.lookup(term)));
  }

  /** The same when nobody waits. */
  Optional<Series> lookUpPatiently(CatalogId.Tmdb id) {
    String term = SearchTerm.number(id);
    return verified(id, connection.lookUpPatiently(api -> api.lookup(term)));
  }

  /** The series if it is kept, as it is now. */
  Optional<Series> find(CatalogId.Tmdb id) {
    return numbers.key(id).flatMap(key -> byKey(id, key)).or(() -> findAnew(id));
  }

  private Optional<Series> findAnew(CatalogId.Tmdb id) {
    numbers.forgetKey(id);
    try {
      return numbers
          .tvdb(id)
          .or(() -> lookUp(id).map(series -> series.tvdbId))
          .flatMap(tvdb -> byTvdb(id, tvdb));
    } catch (ApiException e) {
      // Without the internet only Sonarr's own list is left.
      return all().stream()
          .filter(series -> numbers.id(series).filter(id::equals).isPresent())
          .findFirst();
    }
  }

  private Optional<Series> byKey(CatalogId.Tmdb id, int key) {
    try {
      return Optional.of(connection.readRaw(api -> api.one(key)))
          .filter(series -> numbers.id(series).filter(id::equals).isPresent());
    } catch (ArrFailure failure) {
      if (failure.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Optional<Series> byTvdb(CatalogId.Tmdb id, int tvdb) {
    Optional<Series> kept =
        connection.read(api -> api.byTvdb(tvdb)).stream()
            .filter(series -> Lenient.number(series.tvdbId) == tvdb)
            .filter(series -> Lenient.number(series.id) > 0)
            .findFirst();
    kept.ifPresent(series -> numbers.learn(id, series));
    return kept;
  }

  /**
   * A metadata service that does not understand numbers of TMDB would look for words. Before Sonarr
   * 4.0.5 a result does not say its number; then a single one is believed.
   */
  private Optional<Series> verified(CatalogId.Tmdb id, List<Series> results) {
    Optional<Series> found =
        results.stream()
            .filter(series -> Lenient.number(series.tvdbId) > 0)
            .filter(
                series ->
                    series.tmdbId == null
                        ? results.size() == 1
                        : series.tmdbId.longValue() == id.number())
            .findFirst();
    found.ifPresent(series -> numbers.learn(id, series));
    return found;
  }
}
