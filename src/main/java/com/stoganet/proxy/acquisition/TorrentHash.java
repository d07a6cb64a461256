package com.stoganet.proxy.acquisition;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the torrent's hash from the download id of an {@link Arr}. */
public final class TorrentHash {

  /**
   * Radarr writes the hash in upper case; one download client appends a colon and its own number.
   */
  private static final Pattern HASH = Pattern.compile("([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})(?::.*)?");

  private TorrentHash() {}

  /** The hash in lower case; empty when the download is no torrent. */
  public static String of(String download) {
    Matcher matcher = HASH.matcher(download);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
