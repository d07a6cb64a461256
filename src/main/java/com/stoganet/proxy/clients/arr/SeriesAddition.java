package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import java.util.Optional;
import java.util.Set;

/** Adds a series and monitors only the seasons that were requested. */
final class SeriesAddition {

  private final ArrConnection<SonarrApi> connection;
  private final Sonarr sonarr;
  private final SeriesFinder finder;

  SeriesAddition(ArrConnection<SonarrApi> connection, Sonarr sonarr, SeriesFinder finder) {
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
            .orElseThrow(() -> sonarr.refusals().unknown());
    SeasonChoice choice = new SeasonChoice(SonarrTitles.seasonNumbers(series));
    choice.check(scope);
    AddDefaults.Place place = sonarr.defaults().place();
    try {
      add(addition(series, choice, scope, place));
    } catch (BackendResponseException failure) {
      ArrValidationErrors errors = ArrValidationErrors.of(failure);
      if (errors.existsAlready()) {
        return Optional.of(
            finder.find(scope.id()).orElseThrow(() -> sonarr.refusals().hidden(errors)));
      }
      if (!errors.concernsPlace()) {
        throw failure;
      }
      AddDefaults.Place other = sonarr.defaults().insteadOf(place).orElseThrow(() -> failure);
      add(addition(series, choice, scope, other));
    }
    if (!scope.episodes().isEmpty()) {
      // Sonarr reads the episodes later; the proxy repeats the request then.
      throw sonarr.refusals().notReady();
    }
    return Optional.empty();
  }

  private void add(Series.Addition addition) {
    connection.writeRaw(api -> api.add(addition));
  }

  /**
   * Single episodes can be monitored only after Sonarr has read them. Until then nothing is
   * monitored. No options are sent then, since Sonarr 4 applies them after it has read the episodes
   * and would overwrite a choice made meanwhile.
   */
  private static Series.Addition addition(
      Series series, SeasonChoice choice, RequestedScope scope, AddDefaults.Place place) {
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
}
