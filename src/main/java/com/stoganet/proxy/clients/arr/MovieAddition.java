package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.CatalogId;
import java.time.Clock;
import java.util.List;

/** Adds a movie to Radarr, or monitors one that Radarr already has, and searches for it. */
final class MovieAddition {

  private final ArrServer server;
  private final ArrConnection<RadarrApi> connection;
  private final Radarr radarr;
  private final RecentSearch searched;

  MovieAddition(ArrServer server, ArrConnection<RadarrApi> connection, Radarr radarr, Clock clock) {
    this.server = server;
    this.searched = new RecentSearch(clock);
    this.connection = connection;
    this.radarr = radarr;
  }

  void fulfil(CatalogId.Tmdb id) {
    if (Servarr.known(id).isEmpty()) {
      throw radarr.refusals().unknown();
    }
    radarr.find(id).ifPresentOrElse(this::watch, () -> add(id));
  }

  private void add(CatalogId.Tmdb id) {
    AddDefaults.Place place = radarr.defaults().place();
    try {
      add(id, place);
    } catch (BackendResponseException failure) {
      ArrValidationErrors errors = ArrValidationErrors.of(failure);
      if (errors.existsAlready()) {
        watch(radarr.find(id).orElseThrow(() -> radarr.refusals().hidden(errors)));
        return;
      }
      if (!errors.concernsPlace()) {
        throw failure;
      }
      add(id, radarr.defaults().insteadOf(place).orElseThrow(() -> failure));
    }
  }

  private void add(CatalogId.Tmdb id, AddDefaults.Place place) {
    Movie.Addition movie = new Movie.Addition();
    movie.tmdbId = (int) id.number();
    movie.qualityProfileId = place.qualityProfile();
    movie.rootFolderPath = place.rootFolder();
    movie.minimumAvailability = server.settings().minimumAvailability();
    connection.writeRaw(api -> api.add(movie));
  }

  private void watch(Movie movie) {
    boolean monitored = Absent.truth(movie.monitored);
    if (!monitored) {
      Movie.Edit edit = new Movie.Edit();
      edit.movieIds = List.of(movie.id);
      connection.writeRaw(api -> api.edit(edit));
    }
    if (!Absent.truth(movie.hasFile) && (!monitored || neglected(movie))) {
      radarr.order(Command.searchMovie(movie.id));
    }
  }

  /**
   * Whether Radarr monitors the movie, but has not searched for it: an administrator may have added
   * it without a search, and new releases alone may never bring an old movie.
   */
  private boolean neglected(Movie movie) {
    return Absent.truth(movie.isAvailable)
        && !searched.is(movie.lastSearchTime)
        && radarr.queue().stream().noneMatch(row -> row.title() == movie.id);
  }
}
