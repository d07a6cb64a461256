package com.stoganet.launch.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The download client of the demo. */
public interface TorrentClient extends AutoCloseable {

  /** How long a download takes when nobody stops it. */
  Duration USUAL_TIME = Duration.ofSeconds(40);

  /**
   * How far a download is.
   *
   * @param left bytes
   * @param timeLeft null when it cannot tell
   */
  record Progress(long left, Duration timeLeft, boolean paused, boolean complete) {}

  /** What it is, for the welcome. */
  String description();

  URI url();

  String username();

  String password();

  /** How large everything is. */
  long size();

  /** Begins to download something, and tells how Radarr and Sonarr call that. */
  String begin(String name);

  /** Empty for what is not there any more. */
  Optional<Progress> progress(String id);

  /** Drops a download. */
  void remove(String id);

  @Override
  void close();
}
