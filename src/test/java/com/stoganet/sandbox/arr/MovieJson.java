package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.util.List;
import java.util.Locale;

/** Movies as Radarr writes them. */
final class MovieJson {
  private final ArrState state;

  MovieJson(ArrState state) {
    this.state = state;
  }

  /** From the library, with everything that is linked to it. */
  Dto kept(StoredMovie movie) {
    StoredMovie.MovieFile file = movie.file;
    long size = file == null ? 0 : file.size();
    return library(facts(movie.facts), movie)
        .put("images", movie.facts.poster == null ? List.of() : keptImages(movie))
        .put("sizeOnDisk", size)
        .put("hasFile", file != null)
        .put("movieFileId", file == null ? 0 : file.id())
        .put("movieFile", file == null ? null : file(movie))
        .put("rootFolderPath", movie.path.substring(0, movie.path.lastIndexOf('/') + 1))
        .put("lastSearchTime", Wire.date(movie.lastSearch))
        .put(
            "statistics",
            new Dto()
                .put("movieFileCount", file == null ? 0 : 1)
                .put("sizeOnDisk", size)
                .put("releaseGroups", file == null ? List.of() : List.of("INVENTED")))
        .put("id", movie.id);
  }

  /** Radarr: the calendar has no addresses of its own for pictures. */
  Dto upcoming(StoredMovie movie) {
    MovieFacts facts = movie.facts;
    return kept(movie)
        .put(
            "images", facts.poster == null ? List.of() : Covers.remote(facts.poster, facts.fanart));
  }

  /** Radarr: a lookup never says whether there is a file, even of what is kept. */
  Dto offered(MovieFacts facts, StoredMovie movie) {
    Dto json = facts(facts);
    json.put("images", facts.poster == null ? List.of() : images(facts));
    json.put("remotePoster", facts.poster).put("folder", StoredMovie.folder(facts));
    json.put("movieFileId", 0);
    if (movie != null) {
      return library(json, movie).put("id", movie.id);
    }
    return json.put("qualityProfileId", 0)
        .put("monitored", false)
        .put("minimumAvailability", "tba")
        .put("isAvailable", true)
        .put("folderName", "")
        .put("tags", List.of())
        .put("added", Wire.NEVER);
  }

  private Dto library(Dto json, StoredMovie movie) {
    return json.put("path", movie.path)
        .put("qualityProfileId", movie.profile)
        .put("monitored", movie.monitored)
        .put("minimumAvailability", movie.minimumAvailability)
        .put("isAvailable", movie.available(state.today()))
        .put("releaseDate", Wire.date(movie.facts.available(movie.minimumAvailability)))
        .put("folderName", movie.path)
        .put("tags", movie.tags)
        .put("added", Wire.date(movie.added));
  }

  private Dto facts(MovieFacts facts) {
    String clean = facts.title.toLowerCase(Locale.ROOT);
    return new Dto()
        .put("title", facts.title)
        .put("originalTitle", facts.originalTitle)
        .put("originalLanguage", Wire.english())
        .put("alternateTitles", List.of())
        .put("secondaryYearSourceId", 0)
        .put("sortTitle", clean.replaceFirst("^(the|an?) ", ""))
        .put("status", facts.statusOn(state.today()))
        .put("overview", facts.overview)
        .put("inCinemas", Wire.date(facts.inCinemas))
        .put("physicalRelease", Wire.date(facts.physical))
        .put("digitalRelease", Wire.date(facts.digital))
        .put("website", "")
        .put("year", facts.year)
        .put("youTubeTrailerId", "")
        .put("studio", "Low Tide Pictures")
        .put("runtime", facts.runtime)
        .put("cleanTitle", clean.replaceAll("[^\\p{L}\\d]", ""))
        .put("imdbId", facts.imdbId)
        .put("tmdbId", facts.tmdbId)
        .put("titleSlug", Integer.toString(facts.tmdbId))
        .put("certification", facts.certification)
        .put("genres", facts.genres)
        .put("keywords", List.of())
        .put("ratings", new Dto().put("tmdb", rating(facts)))
        .put("popularity", 12.5);
  }

  private static Dto rating(MovieFacts facts) {
    return new Dto().put("votes", 1200).put("value", facts.rating).put("type", "user");
  }

  private List<Dto> keptImages(StoredMovie movie) {
    return Covers.kept(state.urlBase, movie.id, movie.facts.poster, movie.facts.fanart);
  }

  private List<Dto> images(MovieFacts facts) {
    return Covers.offered(state.urlBase, facts.poster, facts.fanart);
  }

  private Dto file(StoredMovie movie) {
    StoredMovie.MovieFile file = movie.file;
    String name = file.release() + ".mkv";
    return new Dto()
        .put("movieId", movie.id)
        .put("relativePath", name)
        .put("path", movie.path + "/" + name)
        .put("size", file.size())
        .put("dateAdded", Wire.date(file.added()))
        .put("sceneName", file.release())
        .put("releaseGroup", "INVENTED")
        .put("edition", "")
        .put("languages", Wire.languages())
        .put("quality", state.program.qualityModel())
        .put("customFormats", List.of())
        .put("customFormatScore", 0)
        .put("indexerFlags", 0)
        .put("mediaInfo", mediaInfo())
        .put("originalFilePath", file.release() + "/" + name)
        .put("qualityCutoffNotMet", false)
        .put("id", file.id());
  }

  private static Dto mediaInfo() {
    return new Dto()
        .put("audioBitrate", 640_000)
        .put("audioChannels", 5.1)
        .put("audioCodec", "EAC3")
        .put("audioLanguages", "eng/fre")
        .put("audioStreamCount", 2)
        .put("videoBitDepth", 8)
        .put("videoBitrate", 4_990_141)
        .put("videoCodec", "x264")
        .put("videoFps", 23.976)
        .put("videoDynamicRange", "")
        .put("videoDynamicRangeType", "")
        .put("resolution", "1920x1080")
        .put("runTime", "1:44:32")
        .put("scanType", "Progressive")
        .put("subtitles", "eng/ger");
  }
}
