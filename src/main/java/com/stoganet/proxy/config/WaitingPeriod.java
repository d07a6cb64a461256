package com.stoganet.proxy.config;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long the proxy waits before it looks again.
 *
 * <p>Internal: an administrator has no reason to change one, and any of them may go. Tests shorten
 * them with INTERNAL_CATALOGUE_REFRESH_MILLIS=1000 and the like.
 */
public enum WaitingPeriod {
  /** Between two looks for what is new in the catalogue of Jellyfin. */
  CATALOGUE_REFRESH(30_000),

  /** At least between two readings of the catalogue, for whatever reason. */
  CATALOGUE_PAUSE(5_000),

  /** The age at which the proxy asks Jellyfin again what a user may see. */
  ACCESS(60_000),

  /** Without a report for so long, a player has stopped; players report every ten seconds. */
  PLAYER_SILENCE(45_000),

  /** Between two rounds that close players that have stopped. */
  PLAYER_ROUND(10_000),

  /** Between two looks whether open streams and event listeners may go on. */
  STILL_ALLOWED(60_000),

  /** Between two readings of the queue of a Radarr or Sonarr. */
  ARR_QUEUE(10_000),

  /** Between two rounds that hand over requests and note what has arrived. */
  REQUEST_ROUND(5_000),

  /** At least before a request is handed over again to a server that did not answer. */
  REQUEST_RETRY(5_000),

  /** Between two comments on an event stream; reverse proxies cut silent connections. */
  HEARTBEAT(15_000);

  private static final int LONGEST_MILLIS = 999_999;

  private final int usualMillis;

  WaitingPeriod(int usualMillis) {
    this.usualMillis = usualMillis;
  }

  /** Its length now: the setting, or the usual one. */
  public Duration length() {
    return length(
        new SettingReader(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class)));
  }

  /** Complains about every one that is set to something else than milliseconds. */
  static void check(SettingReader reader) {
    for (WaitingPeriod period : values()) {
      Duration unused = period.length(reader);
    }
  }

  Duration length(SettingReader reader) {
    return Duration.ofMillis(
        reader.number("INTERNAL_" + name() + "_MILLIS", 1, LONGEST_MILLIS, usualMillis));
  }
}
