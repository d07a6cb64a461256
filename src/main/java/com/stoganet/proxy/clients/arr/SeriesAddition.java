package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.media.CatalogId;
import java.util.Optional;
import java.util.Set;

/** Adds a series and monitors only the seasons that were requested. */
final class SeriesAddition {

  private final ArrServer server;
  private final ArrConnection<SonarrApi> connection;
  private final Sonarr sonarr;
  private final SeriesFinder finder;

  SeriesAddition(
      ArrServer server, ArrConnection<SonarrApi> connection, Sonarr sonarr, SeriesFinder finder) {
    this.server = server;
    this.connection = connection;
    this.sonarr = sonarr;
    this.finder = finder;
  }

  /**
   * Adds the series.
   *
   * @return the series when Sonarr already has it, for the caller to change; empty when it was
   *     added
   */
  Optional<Series> add(RequestedScope scope) {
    Series series =
        Servarr.known(scope.id())
            .flatMap(finder::lookUpPatiently)
            .orElseThrow(SeriesAddition::unknown);
    SeasonChoice choice = new SeasonChoice(SonarrTitles.seasonNumbers(series));
    choice.check(scope);
    try {
      Series.Addition addition = addition(series, choice, scope);
      connection.writeRaw(api -> api.add(addition));
    } catch (BackendResponseException failure) {
      return Optional.of(existing(scope.id(), failure));
    }
    if (!scope.episodes().isEmpty()) {
      // Sonarr reads the episodes later; the proxy repeats the request then.
      throw server.backend().unavailable(OutageReason.BUSY, null).toApi();
    }
    return Optional.empty();
  }

  /**
   * Single episodes can be monitored only after Sonarr has read them. Until then nothing is
   * monitored. No options are sent then, since Sonarr 4 applies them after it has read the episodes
   * and would overwrite a choice made meanwhile.
   */
  private Series.Addition addition(Series series, SeasonChoice choice, RequestedScope scope) {
    AddDefaults.Place place = sonarr.defaults().place();
    boolean later = !scope.episodes().isEmpty();
    Set<Integer> monitored = later ? Set.of() : choice.wanted(scope);
    Series.Addition addition = new Series.Addition();
    addition.title = Absent.text(series.title);
    addition.tvdbId = series.tvdbId;
    addition.qualityProfileId = place.qualityProfile();
    addition.rootFolderPath = place.rootFolder();
    addition.monitorNewItems = SeasonChoice.isAll(scope) ? "all" : "none";
    addition.seasons =
        choice.all().stream()
            .map(number -> Series.SeasonItem.of(number, monitored.contains(number)))
            .toList();
    addition.addOptions = later ? null : new Series.AddOptions();
    return addition;
  }

  private Series existing(CatalogId.Tmdb id, BackendResponseException failure) {
    ArrValidationErrors errors = ArrValidationErrors.of(failure);
    if (errors.existsAlready()) {
      return finder
          .find(id)
          .orElseThrow(() -> server.backend().unavailable(OutageReason.BUSY, failure).toApi());
    }
    if (errors.concerns("QualityProfileId", "LanguageProfileId", "RootFolderPath", "Path")) {
      throw sonarr.defaults().refused();
    }
    throw errors.concerns("TvdbId") ? unknown() : server.backend().unexpected(failure).toApi();
  }

  private static RequestRejectedException unknown() {
    return new RequestRejectedException("unknown_title", "Sonarr does not know this series.");
  }
}
