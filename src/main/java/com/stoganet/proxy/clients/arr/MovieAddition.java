package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.CatalogId;
import java.util.List;

/** Adds a movie to Radarr, or monitors one that Radarr already has, and searches for it. */
final class MovieAddition {

  private final ArrServer server;
  private final ArrConnection<RadarrApi> connection;
  private final Radarr radarr;

  MovieAddition(ArrServer server, ArrConnection<RadarrApi> connection, Radarr radarr) {
    this.server = server;
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
    if (Absent.truth(movie.monitored)) {
      return;
    }
    Movie.Edit edit = new Movie.Edit();
    edit.movieIds = List.of(movie.id);
    connection.writeRaw(api -> api.edit(edit));
    if (!Absent.truth(movie.hasFile)) {
      radarr.order(Command.searchMovie(movie.id));
    }
  }
}
