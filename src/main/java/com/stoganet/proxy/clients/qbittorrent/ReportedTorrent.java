package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrent.State;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A torrent as qBittorrent reports it; missing fields are 0 or null. */
public class ReportedTorrent {

  /** What qBittorrent reports when it does not know the time; a hundred days. */
  private static final long ENDLESS = 8_640_000;

  /** The longest time left that Radarr accepts. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /** In hexadecimal; for a torrent of version 2 the first 40 digits. */
  public String hash;

  /** The size of the selected files; without metadata 0 or, in some versions, -1. */
  public long size;

  @JsonbProperty("amount_left")
  public long amountLeft;

  public long dlspeed;

  /**
   * The time left in seconds; for a complete torrent the time until its share ratio is reached,
   * which the proxy does not use.
   */
  public long eta;

  public String state;

  /** The torrent in the model of the proxy. */
  Torrent torrent() {
    long bytes = Math.max(0, size);
    long left = Math.min(bytes, Math.max(0, amountLeft));
    boolean complete = bytes > 0 && left == 0;
    return new Torrent(
        hash.toLowerCase(Locale.ROOT),
        bytes,
        left,
        Math.max(0, dlspeed),
        timeLeft(complete),
        state(complete));
  }

  private Optional<Duration> timeLeft(boolean complete) {
    boolean unknown = eta < 0 || eta == ENDLESS || eta > LONGEST.toSeconds();
    return complete || unknown || state(false) == State.COMPLETE
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(eta));
  }

  /** Translates the states of all versions: 5.0 says stopped where 4.6 says paused. */
  private State state(boolean complete) {
    return switch (state == null ? "" : state) {
      case "error", "missingFiles" -> State.FAILED;
      case "metaDL", "forcedMetaDL" -> State.METADATA;
      case "stalledDL" -> State.STALLED;
      case "pausedDL", "stoppedDL" -> State.PAUSED;
      case "queuedDL" -> State.QUEUED;
      case "checkingDL", "checkingUP", "checkingResumeData" -> State.CHECKING;
      case "uploading", "stalledUP", "pausedUP", "stoppedUP", "queuedUP", "forcedUP" ->
          State.COMPLETE;
      case "moving" -> complete ? State.COMPLETE : State.DOWNLOADING;
      default -> State.DOWNLOADING;
    };
  }
}
