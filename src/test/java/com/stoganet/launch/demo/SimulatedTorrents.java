package com.stoganet.launch.demo;

import com.stoganet.sandbox.arr.Hashes;
import com.stoganet.sandbox.qbittorrent.QbittorrentVersion;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import com.stoganet.sandbox.qbittorrent.SandboxTorrent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A sandbox qBittorrent whose torrents get on by as much time as passes between two looks. */
public final class SimulatedTorrents implements TorrentClient {

  private static final long SIZE = 4_000_000_000L;
  private static final long SPEED = SIZE / USUAL_TIME.toSeconds();
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SandboxQbittorrent qbittorrent = SandboxQbittorrent.start(QbittorrentVersion.V5_0);
  private final Map<String, Instant> looks = new HashMap<>();
  private final Clock clock;
  private int begun;

  public SimulatedTorrents(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String description() {
    return "A sandbox qBittorrent";
  }

  @Override
  public URI url() {
    return qbittorrent.url();
  }

  @Override
  public String username() {
    return SandboxQbittorrent.USERNAME;
  }

  @Override
  public String password() {
    return SandboxQbittorrent.PASSWORD;
  }

  @Override
  public long size() {
    return SIZE;
  }

  @Override
  public String begin(String name) {
    String id = Hashes.of(++begun + " " + name);
    looks.put(id, clock.instant());
    SandboxTorrent sample = SandboxTorrent.downloading(id);
    qbittorrent.put(at(sample.hash(), name, SIZE));
    return id;
  }

  @Override
  public Optional<Progress> progress(String id) {
    Instant now = clock.instant();
    Duration passed = Duration.between(looks.put(id, now), now);
    qbittorrent.change(id, torrent -> later(torrent, passed));
    return Optional.ofNullable(qbittorrent.torrent(id))
        .map(
            torrent ->
                new Progress(
                    torrent.left(),
                    torrent.speed() > 0 ? Duration.ofSeconds(torrent.eta()) : null,
                    torrent.state().startsWith("stopped"),
                    torrent.left() == 0));
  }

  /** What somebody does at its Web UI. */
  void pause(String id) {
    qbittorrent.change(id, torrent -> torrent.resting("stoppedDL"));
  }

  void resume(String id) {
    qbittorrent.change(id, torrent -> torrent.resting("stalledDL"));
  }

  private static SandboxTorrent later(SandboxTorrent torrent, Duration passed) {
    // Somebody who lets one go on again finds it stalled at first.
    if (!torrent.state().equals("downloading") && !torrent.state().equals("stalledDL")) {
      return torrent;
    }
    long came = SPEED * passed.toMillis() / SECOND.toMillis();
    return at(torrent.hash(), torrent.name(), Math.max(0, torrent.left() - came));
  }

  private static SandboxTorrent at(String hash, String name, long left) {
    SandboxTorrent torrent =
        new SandboxTorrent(hash, name, SIZE, left, SPEED, left / SPEED, "downloading");
    return left > 0 ? torrent : torrent.resting("stalledUP");
  }

  @Override
  public void remove(String id) {
    qbittorrent.remove(id);
  }

  @Override
  public void close() {
    qbittorrent.close();
  }
}
