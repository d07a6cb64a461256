package com.stoganet.launch.demo;

import com.stoganet.launch.Programs;
import com.stoganet.launch.QbittorrentControls;
import com.stoganet.launch.QbittorrentPair;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A real qBittorrent, which gets real torrents of noise from a second one. */
public final class RealTorrents implements TorrentClient {

  private static final int SIZE = 20 << 20;
  private static final int SPEED = SIZE / (int) USUAL_TIME.toSeconds();

  /** qBittorrent: this many seconds mean that it does not know. */
  private static final int ENDLESS = 8_640_000;

  private final QbittorrentPair pair = new QbittorrentPair();
  private QbittorrentControls controls;
  private int begun;

  /** Whether this machine has one. */
  public static boolean installed() {
    return Programs.find("qbittorrent-nox").isPresent();
  }

  @Override
  public String description() {
    return "A real qBittorrent";
  }

  @Override
  public URI url() {
    return pair.client().url();
  }

  @Override
  public String username() {
    return pair.client().username();
  }

  @Override
  public String password() {
    return pair.client().password();
  }

  @Override
  public long size() {
    return SIZE;
  }

  @Override
  public String begin(String name) {
    try {
      String hash = pair.download(++begun + " " + name, SIZE, SPEED, "demo");
      // A session ends when nobody uses it for an hour.
      controls = pair.client().controls();
      return hash.toUpperCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Progress> progress(String id) {
    return controls.torrent(id).map(RealTorrents::progress);
  }

  private static Progress progress(JsonObject torrent) {
    String state = torrent.getString("state");
    long left = torrent.getJsonNumber("amount_left").longValue();
    int eta = torrent.getInt("eta");
    return new Progress(
        left,
        eta >= ENDLESS ? null : Duration.ofSeconds(eta),
        state.startsWith("paused") || state.startsWith("stopped"),
        left == 0 && state.endsWith("UP"));
  }

  @Override
  public void remove(String id) {
    controls.delete(id);
  }

  @Override
  public void close() {
    pair.close();
  }
}
