package com.stoganet.proxy.clients.qbittorrent;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session of the proxy at qBittorrent; compared by identity. */
final class QbittorrentSession {

  private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4}).*");
  private static final int MAJOR = 2;

  /**
   * Since this version, that of qBittorrent 5.0, torrents are stopped and started instead of paused
   * and resumed.
   */
  private static final int FIRST_MINOR_WITH_STOP = 11;

  private final String cookie;
  private final boolean stops;

  private QbittorrentSession(String cookie, boolean stops) {
    this.cookie = cookie;
    this.stops = stops;
  }

  /** A session that a login began, with the version of the Web API that qBittorrent reports. */
  static QbittorrentSession of(String cookie, String version) {
    return new QbittorrentSession(cookie, stops(version.strip()));
  }

  /**
   * A session without a cookie: the API key, known since qBittorrent 5.2, is sent with every
   * request.
   */
  static QbittorrentSession ofApiKey() {
    return new QbittorrentSession("", true);
  }

  /** Whether a text is the version of a Web API. */
  static boolean isVersion(String text) {
    return VERSION.matcher(text.strip()).matches();
  }

  String cookie() {
    return cookie;
  }

  /** The verbs that pause a torrent, in the order to try. */
  List<String> pauseVerbs() {
    return stops ? List.of("stop", "pause") : List.of("pause", "stop");
  }

  /** The verbs that resume a torrent, in the order to try. */
  List<String> resumeVerbs() {
    return stops ? List.of("start", "resume") : List.of("resume", "start");
  }

  private static boolean stops(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return false;
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    return major > MAJOR || (major == MAJOR && minor >= FIRST_MINOR_WITH_STOP);
  }
}
