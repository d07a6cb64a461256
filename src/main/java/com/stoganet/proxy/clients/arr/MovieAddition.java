package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.OutageReason;
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
      throw unknown();
    }
    radarr.find(id).ifPresentOrElse(this::watch, () -> add(id));
  }

  private void add(CatalogId.Tmdb id) {
    AddDefaults.Place place = radarr.defaults().place();
    Movie.Addition movie = new Movie.Addition();
    movie.tmdbId = (int) id.number();
    movie.qualityProfileId = place.qualityProfile();
    movie.rootFolderPath = place.rootFolder();
    movie.minimumAvailability = server.settings().minimumAvailability();
    try {
      connection.writeRaw(api -> api.add(movie));
    } catch (BackendResponseException failure) {
      if (!ArrValidationErrors.of(failure).existsAlready()) {
        throw refusal(failure);
      }
      // Another client has added the movie since; if Radarr does not have it, its database was
      // busy.
      watch(
          radarr
              .find(id)
              .orElseThrow(() -> server.backend().unavailable(OutageReason.BUSY, failure).toApi()));
    }
  }

  private void watch(Movie movie) {
    if (Absent.truth(movie.monitored)) {
      return;
    }
    Movie.Edit edit = new Movie.Edit();
    edit.movieIds = List.of(movie.id);
    connection.write(api -> api.edit(edit));
    if (!Absent.truth(movie.hasFile)) {
      radarr.tell(Command.searchMovie(movie.id));
    }
  }

  private RuntimeException refusal(BackendResponseException failure) {
    ArrValidationErrors errors = ArrValidationErrors.of(failure);
    if (errors.concerns("QualityProfileId", "RootFolderPath", "Path")) {
      return radarr.defaults().refused();
    }
    return errors.concerns("TmdbId") ? unknown() : server.backend().unexpected(failure).toApi();
  }

  private static RequestRejectedException unknown() {
    return new RequestRejectedException("unknown_title", "Radarr does not know this movie.");
  }
}
