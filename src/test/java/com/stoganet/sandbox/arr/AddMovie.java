package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;

/** POST /movie with all of Radarr's rules. */
final class AddMovie {
  private static final String EXISTS = "This movie has already been added";
  private static final String TAKEN = "Path is already configured for an existing movie";

  private final ArrState state;
  private final Movies movies;

  AddMovie(ArrState state, Movies movies) {
    this.state = state;
    this.movies = movies;
  }

  Dto add(ArrCall call) {
    Body body = call.body();
    int tmdbId = body.number("tmdbId").orElse(0L).intValue();
    String title = body.text("title").orElse("");
    String path = body.text("path").orElse("");
    String root = body.text("rootFolderPath").orElse("");
    int profile = body.number("qualityProfileId").orElse(0L).intValue();
    new Validation()
        .profile(state, profile)
        .rule(freePath(path), "Path", TAKEN, path, "MoviePathValidator")
        .place(state, path, root)
        .scripted(state)
        .rule(
            tmdbId > 0 || !title.isBlank(),
            "Title",
            "'Title' must not be empty.",
            title,
            "NotEmptyValidator")
        .rule(tmdbId != 0, "TmdbId", "'Tmdb Id' must not be empty.", tmdbId, "NotEmptyValidator")
        .rule(movies.withTmdb(tmdbId) == null, "TmdbId", EXISTS, tmdbId, "MovieExistsValidator")
        .orRefuse();
    MovieFacts facts = facts(tmdbId);
    // Radarr: the folder that it makes up is checked once the title is known.
    String folder = path.isBlank() ? root + "/" + StoredMovie.folder(facts) : path;
    new Validation()
        .rule(freePath(folder), "Path", TAKEN + ": " + folder, folder, "MoviePathValidator")
        .orRefuse();
    if (state.losesThisAdd()) {
      movies.keep(facts, root);
      throw ArrErrors.constraint("MovieMetadata.TmdbId");
    }
    StoredMovie movie = movies.keep(facts, root);
    movie.path = path.isBlank() ? movie.path : path;
    movie.profile = profile;
    movie.tags = body.numbers("tags");
    movie.minimumAvailability = body.text("minimumAvailability").orElse("released");
    Body options = body.object("addOptions").map(Body::of).orElseGet(() -> Body.of("{}"));
    movie.monitored =
        body.flag("monitored").orElse(true) && !options.text("monitor").orElse("").equals("none");
    if (options.flag("searchForMovie").orElse(false)) {
      movies.search(movie);
    }
    call.header("Location", state.urlBase + "/api/v3/movie/" + movie.id);
    return new MovieJson(state).kept(movie);
  }

  private boolean freePath(String path) {
    return movies.all().stream().noneMatch(movie -> movie.path.equals(path));
  }

  /** Radarr: it asks the metadata service itself, whatever was sent. */
  private MovieFacts facts(int tmdbId) {
    if (state.metadataAway) {
      throw ArrErrors.metadataAway(Integer.toString(tmdbId));
    }
    MovieFacts facts = movies.known.get(tmdbId);
    new Validation()
        .rule(facts != null, "TmdbId", "A movie with this ID was not found.", tmdbId, null)
        .orRefuse();
    return facts;
  }
}
