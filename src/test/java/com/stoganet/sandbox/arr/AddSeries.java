package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;

/** POST /series with all of Sonarr's rules. */
final class AddSeries {
  private static final String EXISTS = "This series has already been added";
  private static final String TAKEN = "Path is already configured for an existing series";

  private final ArrState state;
  private final Shows shows;

  AddSeries(ArrState state, Shows shows) {
    this.state = state;
    this.shows = shows;
  }

  Dto add(ArrCall call) {
    Body body = call.body();
    int tvdbId = body.number("tvdbId").orElse(0L).intValue();
    String title = body.text("title").orElse("");
    String path = body.text("path").orElse("");
    String root = body.text("rootFolderPath").orElse("");
    int profile = body.number("qualityProfileId").orElse(0L).intValue();
    new Validation()
        .profile(state, profile)
        .rule(freePath(path), "Path", TAKEN, path, "SeriesPathValidator")
        .place(state, path, root)
        .scripted(state)
        .rule(!title.isBlank(), "Title", "'Title' must not be empty.", title, "NotEmptyValidator")
        .rule(
            tvdbId > 0,
            "TvdbId",
            "'Tvdb Id' must be greater than '0'.",
            tvdbId,
            "GreaterThanValidator")
        .rule(shows.withTvdb(tvdbId) == null, "TvdbId", EXISTS, tvdbId, "SeriesExistsValidator")
        .orRefuse();
    SeriesFacts facts = facts(tvdbId);
    // Sonarr: the folder and the slug that it makes up are checked once the title is known.
    String folder = path.isBlank() ? root + "/" + StoredSeries.folder(facts) : path;
    new Validation()
        .rule(freePath(folder), "Path", TAKEN + ": " + folder, folder, "SeriesPathValidator")
        .rule(
            shows.all().stream().noneMatch(series -> series.facts.slug().equals(facts.slug())),
            "TitleSlug",
            "Title slug '" + facts.slug() + "' is in use by series '" + facts.title + "'",
            facts.slug(),
            "SeriesTitleSlugValidator")
        .orRefuse();
    StoredSeries series = shows.keep(facts, root);
    if (state.losesThisAdd()) {
      new Monitoring(series, state.now()).apply(body.objects("seasons"), Body.of("{}"));
      throw ArrErrors.constraint("Series.TvdbId");
    }
    read(body, series);
    series.path = path.isBlank() ? series.path : path;
    series.profile = profile;
    Body options = body.object("addOptions").map(Body::of).orElseGet(() -> Body.of("{}"));
    new Monitoring(series, state.now()).apply(body.objects("seasons"), options);
    if (options.flag("searchForMissingEpisodes").orElse(false)) {
      shows.search("series", series, "");
    }
    call.header("Location", state.urlBase + "/api/v3/series/" + series.id);
    return new SeriesJson(state).kept(series);
  }

  private static void read(Body body, StoredSeries series) {
    series.monitored = body.flag("monitored").orElse(false);
    series.seasonFolder = body.flag("seasonFolder").orElse(false);
    series.monitorNewItems = body.text("monitorNewItems").orElse("all");
    series.seriesType = body.text("seriesType").orElse("standard");
    series.tags = body.numbers("tags");
  }

  private boolean freePath(String path) {
    return shows.all().stream().noneMatch(series -> series.path.equals(path));
  }

  private SeriesFacts facts(int tvdbId) {
    if (state.metadataAway) {
      throw ArrErrors.metadataAway(Integer.toString(tvdbId));
    }
    SeriesFacts facts = shows.known.get(tvdbId);
    new Validation()
        .rule(facts != null, "TvdbId", "A series with this ID was not found.", tvdbId, null)
        .orRefuse();
    return facts;
  }
}
