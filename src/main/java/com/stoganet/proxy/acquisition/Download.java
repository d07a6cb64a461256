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
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A release on its way: the rows of a queue that belong to it, joined with what its download client
 * says.
 *
 * @param server the {@link Arr#name()} whose queue it is in
 * @param id the same as long as it is in that queue
 * @param title empty when the server does not know what it is
 * @param name of the title; empty when the server does not know what it is
 * @param size bytes; 0 when nobody knows
 * @param left bytes that are missing
 * @param timeLeft empty when nobody knows
 * @param speed bytes per second; empty when nobody knows
 * @param reason the problem in plain words; empty when there is none
 * @param hash of its torrent; empty when it is none that a download client of ours has
 * @param rows of the queue; never empty
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

  /** To work one out takes longer than all the rest, and a look at a long queue needs thousands. */
  private static final Cache<String, String> FINGERPRINTS =
      Caffeine.newBuilder().maximumSize(ROOM).build();

  /** Puts rows with the same download together with its torrent, which may be missing. */
  public static Download of(
      String server, List<QueueItem> rows, Optional<ArrTitle> kept, Torrent torrent) {
    QueueItem first = rows.get(0);
    Phase phase = phase(first.phase(), torrent);
    Optional<DownloadProblem> problem = problem(first, phase, torrent);
    boolean live = torrent != null && torrent.size() > 0;
    return new Download(
        server,
        id(server, first),
        kept.map(ArrTitle::id),
        kept.map(ArrTitle::name).orElse(""),
        live ? torrent.size() : first.size(),
        live ? torrent.left() : first.left(),
        phase == Phase.DOWNLOADING && torrent != null ? torrent.timeLeft() : first.timeLeft(),
        torrent != null && phase == Phase.DOWNLOADING
            ? OptionalLong.of(torrent.speed())
            : OptionalLong.empty(),
        phase,
        problem,
        problem.map(each -> reason(each, first)).orElse(""),
        torrent == null ? "" : torrent.hash(),
        rows);
  }

  /** The download's name at its client can be seen by users of the client only; it stays here. */
  private static String id(String server, QueueItem row) {
    return server + "-" + FINGERPRINTS.get(row.belongsTo(), Download::fingerprint);
  }

  private static String fingerprint(String what) {
    return Hmac.fingerprint(what.getBytes(StandardCharsets.UTF_8), PURPOSE);
  }

  /**
   * The server looks once a minute, the client knows now; what follows is for the server to say.
   */
  private static Phase phase(Phase told, Torrent torrent) {
    boolean onItsWay = told == Phase.DOWNLOADING || told == Phase.PAUSED || told == Phase.QUEUED;
    if (torrent == null || !onItsWay) {
      return told;
    }
    return switch (torrent.state()) {
      case QUEUED -> Phase.QUEUED;
      case PAUSED -> Phase.PAUSED;
      case METADATA, DOWNLOADING, STALLED -> Phase.DOWNLOADING;
      case COMPLETE -> Phase.IMPORTING;
      case FAILED -> Phase.FAILED;
    };
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

  /** Why an import is blocked, or a download failed, only the server can say. */
  private static String reason(DownloadProblem problem, QueueItem row) {
    boolean tells = problem == DownloadProblem.BLOCKED || problem == DownloadProblem.FAILED;
    return tells && !row.messages().isEmpty()
        ? problem.reason() + " " + String.join(" ", row.messages())
        : problem.reason();
  }

  /** Whether all bytes are here. */
  public boolean complete() {
    return phase == Phase.IMPORTING || phase == Phase.IMPORT_BLOCKED;
  }

  /** From 0 to 100. */
  public double percent() {
    return complete() ? DownloadProgress.percent(1, 0) : DownloadProgress.percent(size, left);
  }

  /** The episodes in it, in order; none for a movie. */
  public List<EpisodeNumber> episodes() {
    return rows.stream()
        .filter(row -> row.season() >= 0 && row.episode() >= 0)
        .map(row -> new EpisodeNumber(row.season(), row.episode()))
        .distinct()
        .sorted()
        .toList();
  }

  /** What the release calls itself. */
  public String release() {
    return rows.get(0).release();
  }

  /** What the server says about it, in its own words. */
  public List<String> messages() {
    return rows.get(0).messages();
  }
}
