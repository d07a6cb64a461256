package com.stoganet.proxy.acquisition;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the torrent in what an {@link Arr} calls a download. */
public final class TorrentHash {

  /** Radarr writes the hash in upper case; one client adds its own number behind a colon. */
  private static final Pattern HASH = Pattern.compile("([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})(?::.*)?");

  private TorrentHash() {}

  /** In lower case; empty for what is no torrent. */
  public static String of(String download) {
    Matcher matcher = HASH.matcher(download);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
