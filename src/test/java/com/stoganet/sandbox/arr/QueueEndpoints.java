package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The queue; what its rows say about titles is told by the two programs. */
final class QueueEndpoints {
  /** Adds the members of one program to a row. */
  interface RowJson {
    void add(Dto json, Downloads.Row row, ArrCall call);
  }

  private static final Comparator<Downloads.Row> BY_TIME =
      Comparator.comparing(
          row -> row.download().timeLeft,
          Comparator.nullsLast(Comparator.<Duration>naturalOrder()));

  private final ArrState state;
  private final RowJson about;

  QueueEndpoints(ArrState state, RowJson about) {
    this.state = state;
    this.about = about;
  }

  void add(ArrRoutes routes) {
    boolean movies = state.program == Program.RADARR;
    routes.get(
        "/api/v3/queue",
        this::page,
        "page",
        "pageSize",
        "sortKey",
        "sortDirection",
        movies ? "includeMovie" : "includeSeries",
        movies ? "includeUnknownMovieItems" : "includeUnknownSeriesItems",
        movies ? "movieIds" : "seriesIds",
        movies ? "status" : "includeEpisode");
    if (movies) {
      routes.get("/api/v3/queue/details", this::details, "movieId", "includeMovie");
    } else {
      routes.get(
          "/api/v3/queue/details",
          this::details,
          "seriesId",
          "episodeIds",
          "includeSeries",
          "includeEpisode");
    }
    routes.get("/api/v3/queue/status", call -> status());
    routes.delete(
        "/api/v3/queue/{id}",
        this::remove,
        "removeFromClient",
        "blocklist",
        "skipRedownload",
        "changeCategory");
    routes.act("/api/v3/queue/grab/{id}", this::grab);
  }

  /** Both: ten rows unless one asks for more, and none of unknown titles unless one asks. */
  private Dto page(ArrCall call) {
    boolean unknown =
        call.query().flag("includeUnknownMovieItems", false)
            || call.query().flag("includeUnknownSeriesItems", false);
    Set<Integer> titles =
        Set.copyOf(
            Stream.concat(
                    call.query().numbers("movieIds").stream(),
                    call.query().numbers("seriesIds").stream())
                .toList());
    List<Downloads.Row> rows =
        rows(
            row ->
                (unknown || row.target().title() > 0)
                    && (titles.isEmpty() || titles.contains(row.target().title())));
    String direction = call.query().text("sortDirection").orElse("ascending");
    rows.sort(direction.equals("descending") ? BY_TIME.reversed() : BY_TIME);
    int page = Math.max(1, call.query().number("page").orElse(1));
    int size = Math.max(1, call.query().number("pageSize").orElse(10));
    return new Dto()
        .put("page", page)
        .put("pageSize", size)
        .put("sortKey", call.query().text("sortKey").orElse("timeleft"))
        .put("sortDirection", direction)
        .put("totalRecords", rows.size())
        .put(
            "records",
            rows.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(row -> json(row, call))
                .toList());
  }

  /** Both: everything, also what the server cannot place. */
  private List<Dto> details(ArrCall call) {
    int title = call.query().number("movieId").or(() -> call.query().number("seriesId")).orElse(0);
    List<Integer> episodes = call.query().numbers("episodeIds");
    return rows(
            row ->
                (title == 0 || row.target().title() == title)
                    && (episodes.isEmpty() || episodes.contains(row.target().episode())))
        .stream()
        .map(row -> json(row, call))
        .toList();
  }

  private List<Downloads.Row> rows(Predicate<Downloads.Row> wanted) {
    List<Downloads.Row> rows = state.downloads.rows();
    rows.removeIf(wanted.negate());
    return rows;
  }

  private Dto status() {
    List<Downloads.Row> rows = state.downloads.rows();
    long unknown = rows.stream().filter(row -> row.target().title() == 0).count();
    boolean warnings =
        rows.stream().anyMatch(row -> "warning".equals(row.download().trackedStatus));
    return new Dto()
        .put("totalCount", rows.size())
        .put("count", rows.size() - unknown)
        .put("unknownCount", unknown)
        .put("errors", false)
        .put("warnings", warnings)
        .put("unknownErrors", false)
        .put("unknownWarnings", false);
  }

  /** Both: one row gone is the whole download gone. */
  private Dto remove(ArrCall call) {
    Download download = row(call).download();
    state.downloads.remove(download);
    if (call.query().flag("blocklist", false)) {
      state.blocklist.add(download.release);
      if (!call.query().flag("skipRedownload", false)) {
        state.searches.add("again after " + download.release);
      }
    }
    return new Dto();
  }

  /** Both: only what is held back; its row makes place for one with a download. */
  private Dto grab(ArrCall call) {
    Download download = row(call).download();
    if (!download.held()) {
      throw ArrErrors.api(404, "NotFound");
    }
    state.downloads.remove(download);
    download.released(Hashes.of(download.release));
    state.downloads.add(download);
    state.history.add(state.now(), "grabbed", download);
    return new Dto();
  }

  private Downloads.Row row(ArrCall call) {
    Downloads.Row row = state.downloads.row(call.id());
    if (row == null) {
      throw ArrErrors.api(404, "NotFound");
    }
    return row;
  }

  private Dto json(Downloads.Row row, ArrCall call) {
    Download download = row.download();
    Dto json = new Dto();
    about.add(json, row, call);
    return json.put("languages", Wire.languages())
        .put("quality", state.program.qualityModel())
        .put("customFormats", List.of())
        .put("customFormatScore", 0)
        .put("size", download.size)
        .put("title", download.release)
        .put("sizeleft", download.left)
        .put("timeleft", Wire.span(download.timeLeft))
        .put(
            "estimatedCompletionTime",
            download.timeLeft == null ? null : Wire.date(state.now().plus(download.timeLeft)))
        .put("added", Wire.date(download.added))
        .put("status", download.status)
        .put("trackedDownloadStatus", download.trackedStatus)
        .put("trackedDownloadState", download.trackedState)
        .put("statusMessages", download.held() ? null : messages(download))
        .put("errorMessage", download.error)
        .put("downloadId", download.id)
        .put("protocol", "torrent")
        .put("downloadClient", download.held() ? null : Downloads.CLIENT)
        .put("downloadClientHasPostImportCategory", false)
        .put("indexer", "Example Indexer")
        .put("outputPath", download.held() ? null : "/downloads/" + download.release)
        .put("id", row.id());
  }

  private static List<Dto> messages(Download download) {
    return download.messages.isEmpty()
        ? List.of()
        : List.of(new Dto().put("title", download.release).put("messages", download.messages));
  }
}
