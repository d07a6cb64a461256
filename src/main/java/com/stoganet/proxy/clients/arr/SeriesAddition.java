package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.arrivals.WishRefused;
import com.stoganet.proxy.media.CatalogId;
import java.util.Optional;
import java.util.Set;

/** Adds a series with the seasons that somebody wants, and no others. */
final class SeriesAddition {

  private final ArrServer server;
  private final ArrConnection<SonarrApi> connection;
  private final Sonarr sonarr;
  private final SeriesShelf shelf;

  SeriesAddition(
      ArrServer server, ArrConnection<SonarrApi> connection, Sonarr sonarr, SeriesShelf shelf) {
    this.server = server;
    this.connection = connection;
    this.sonarr = sonarr;
    this.shelf = shelf;
  }

  /**
   * Adds it.
   *
   * @return what was there all the same, and is to be changed; empty when all is done
   */
  Optional<Series> add(Wish wish) {
    Series series =
        Servarr.known(wish.id())
            .flatMap(shelf::lookUpPatiently)
            .orElseThrow(SeriesAddition::unknown);
    SeasonChoice choice = new SeasonChoice(SonarrTitles.seasonNumbers(series));
    choice.check(wish);
    try {
      Series.Addition addition = addition(series, choice, wish);
      connection.writeRaw(api -> api.add(addition));
    } catch (ArrFailure failure) {
      return Optional.of(existing(wish.id(), failure));
    }
    if (!wish.episodes().isEmpty()) {
      // Sonarr reads them in its own time; whoever keeps the wish asks again.
      throw server.outage(ArrOutage.Reason.BUSY, null).toApi();
    }
    return Optional.empty();
  }

  /**
   * Single episodes can be chosen only once Sonarr has read them. Until then nothing is monitored,
   * nor are there options, which Sonarr 4 carries out after that and over any choice made
   * meanwhile.
   */
  private Series.Addition addition(Series series, SeasonChoice choice, Wish wish) {
    Destination.Place place = sonarr.destination().place();
    boolean later = !wish.episodes().isEmpty();
    Set<Integer> monitored = later ? Set.of() : choice.wanted(wish);
    Series.Addition addition = new Series.Addition();
    addition.title = Lenient.text(series.title);
    addition.tvdbId = series.tvdbId;
    addition.qualityProfileId = place.qualityProfile();
    addition.rootFolderPath = place.rootFolder();
    addition.monitorNewItems = SeasonChoice.isAll(wish) ? "all" : "none";
    addition.seasons =
        choice.all().stream()
            .map(number -> Series.SeasonItem.of(number, monitored.contains(number)))
            .toList();
    addition.addOptions = later ? null : new Series.AddOptions();
    return addition;
  }

  private Series existing(CatalogId.Tmdb id, ArrFailure failure) {
    if (failure.existsAlready()) {
      return shelf
          .find(id)
          .orElseThrow(() -> server.outage(ArrOutage.Reason.BUSY, failure).toApi());
    }
    if (failure.concerns("QualityProfileId", "LanguageProfileId", "RootFolderPath", "Path")) {
      throw sonarr.destination().refused();
    }
    throw failure.concerns("TvdbId")
        ? unknown()
        : server.outage(ArrOutage.Reason.NONSENSE, failure).toApi();
  }

  private static WishRefused unknown() {
    return new WishRefused("unknown_title", "Sonarr does not know this series.");
  }
}
