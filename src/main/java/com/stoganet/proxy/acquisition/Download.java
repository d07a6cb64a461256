package com.stoganet.proxy.acquisition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A download: the queue items that belong to one release, joined with the torrent that the download
 * client reports.
 *
 * @param server the {@link Arr#name()} whose queue it is in
 * @param id stays the same as long as the download is in that queue
 * @param title empty when the server cannot match the release to a title
 * @param name of the title; empty when the server cannot match the release to a title
 * @param size bytes; 0 when unknown
 * @param left bytes that are missing
 * @param timeLeft empty when unknown
 * @param speed bytes per second; empty when unknown
 * @param reason the problem as a text for people; empty when there is none
 * @param hash of its torrent; empty when the configured download client has no such torrent
 * @param rows the queue items; never empty
 */
public record Download(
    String server,
    String id,
    Optional<CatalogId.Tmdb> title,
    String name,
    double size,
    double left,
    Optional<Duration> timeLeft,
    OptionalLong speed,
    Phase phase,
    Optional<DownloadProblem> problem,
    String reason,
    String hash,
    List<QueueItem> rows) {

  private static final String PURPOSE = "stoganet-api-proxy download id 1";
  private static final long ROOM = 20_000;

  /** Computing a fingerprint is slow, and a long queue needs thousands of them. */
  private static final Cache<String, String> FINGERPRINTS =
      Caffeine.newBuilder().maximumSize(ROOM).build();

  /** Joins the queue items of one download with its torrent, if that is among these by hash. */
  public static Download joined(
      String server,
      List<QueueItem> rows,
      Optional<ArrTitle> title,
      Map<String, Torrent> torrents) {
    return of(server, rows, title, torrents.get(TorrentHash.of(rows.get(0).download())));
  }

  /** Joins the queue items of one download with its torrent, which may be null. */
  public static Download of(
      String server, List<QueueItem> rows, Optional<ArrTitle> title, Torrent torrent) {
    QueueItem first = rows.get(0);
    Phase phase = phase(first.phase(), torrent);
    Optional<DownloadProblem> problem = problem(first, phase, torrent);
    boolean live = torrent != null && torrent.size() > 0;
    return new Download(
        server,
        id(server, first),
        title.map(ArrTitle::id),
        title.map(ArrTitle::name).orElse(""),
        live ? torrent.size() : first.size(),
        live ? torrent.left() : first.left(),
        phase == Phase.DOWNLOADING && problem.isEmpty()
            ? timeLeft(first, torrent)
            : Optional.empty(),
        torrent != null && phase == Phase.DOWNLOADING
            ? OptionalLong.of(torrent.speed())
            : OptionalLong.empty(),
        phase,
        problem,
        problem.map(each -> reason(each, first)).orElse(""),
        torrent == null ? "" : torrent.hash(),
        rows);
  }

  /**
   * Hides the download client's own id of the download, which only users of that client may see.
   */
  private static String id(String server, QueueItem row) {
    return server + "-" + FINGERPRINTS.get(row.belongsTo(), Download::fingerprint);
  }

  private static String fingerprint(String what) {
    return Hmac.fingerprint(what.getBytes(StandardCharsets.UTF_8), PURPOSE);
  }

  /**
   * The phase: until the download is complete, the torrent's state is more recent than the queue
   * item, because the server asks its download client only once a minute.
   */
  private static Phase phase(Phase told, Torrent torrent) {
    boolean onItsWay = told == Phase.DOWNLOADING || told == Phase.PAUSED || told == Phase.QUEUED;
    if (torrent == null || !onItsWay) {
      return told;
    }
    return switch (torrent.state()) {
      case QUEUED -> Phase.QUEUED;
      case PAUSED -> Phase.PAUSED;
      case METADATA, CHECKING, DOWNLOADING, STALLED -> Phase.DOWNLOADING;
      case COMPLETE -> Phase.IMPORTING;
      case FAILED -> Phase.FAILED;
    };
  }

  /** The time left; unknown while the download client checks the files. */
  private static Optional<Duration> timeLeft(QueueItem row, Torrent torrent) {
    if (torrent == null) {
      return row.timeLeft();
    }
    return torrent.state() == Torrent.State.CHECKING ? Optional.empty() : torrent.timeLeft();
  }

  private static Optional<DownloadProblem> problem(QueueItem row, Phase phase, Torrent torrent) {
    return switch (phase) {
      case QUEUED -> Optional.of(DownloadProblem.QUEUED);
      case DELAYED -> Optional.of(DownloadProblem.DELAYED);
      case CLIENT_AWAY -> Optional.of(DownloadProblem.CLIENT_AWAY);
      case PAUSED -> Optional.of(DownloadProblem.PAUSED);
      case IMPORT_BLOCKED -> Optional.of(DownloadProblem.BLOCKED);
      case FAILED -> Optional.of(DownloadProblem.FAILED);
      case IMPORTING -> Optional.empty();
      case DOWNLOADING ->
          stalled(row, torrent) ? Optional.of(DownloadProblem.STALLED) : Optional.empty();
    };
  }

  private static boolean stalled(QueueItem row, Torrent torrent) {
    return torrent == null
        ? row.warning()
        : torrent.state() == Torrent.State.STALLED || torrent.state() == Torrent.State.METADATA;
  }

  /**
   * The problem as a text for people; only the server knows why an import is blocked or a download
   * failed.
   */
  private static String reason(DownloadProblem problem, QueueItem row) {
    boolean tells = problem == DownloadProblem.BLOCKED || problem == DownloadProblem.FAILED;
    return tells && !row.messages().isEmpty()
        ? problem.reason() + " " + String.join(" ", row.messages())
        : problem.reason();
  }

  /** Whether all bytes are downloaded. */
  public boolean complete() {
    return phase == Phase.IMPORTING || phase == Phase.IMPORT_BLOCKED;
  }

  /** From 0 to 100. */
  public double percent() {
    return complete() ? DownloadProgress.percent(1, 0) : DownloadProgress.percent(size, left);
  }

  /** The episodes of the download, in order; none for a movie. */
  public List<EpisodeNumber> episodes() {
    return rows.stream()
        .filter(row -> row.season() >= 0 && row.episode() >= 0)
        .map(row -> new EpisodeNumber(row.season(), row.episode()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The name of the release. */
  public String release() {
    return rows.get(0).release();
  }

  /** The server's own messages about the download. */
  public List<String> messages() {
    return rows.get(0).messages();
  }
}
