package com.stoganet.sandbox.qbittorrent;

/** The generations of qBittorrent that the sandbox can imitate. */
public enum QbittorrentVersion {
  V4("v4.5.2", "2.8.19"),
  /** Stops and starts torrents instead of pausing and resuming them; 5.1 is like it. */
  V5_0("v5.0.0", "2.11.2"),
  V5_1("v5.1.4", "2.11.4"),
  /** Another cookie, other answers to a login, and an API key. */
  V5_2("v5.2.3", "2.15.1"),
  V5_3("v5.3.0", "2.16.0");

  private final String number;
  private final String webapi;

  QbittorrentVersion(String number, String webapi) {
    this.number = number;
    this.webapi = webapi;
  }

  String number() {
    return number;
  }

  String webapi() {
    return webapi;
  }

  String stopVerb() {
    return this == V4 ? "pause" : "stop";
  }

  String startVerb() {
    return this == V4 ? "resume" : "start";
  }

  String stoppedState(boolean complete) {
    return (this == V4 ? "paused" : "stopped") + (complete ? "UP" : "DL");
  }

  /** qBittorrent 5.2: a login is answered by its status alone. */
  boolean wordless() {
    return compareTo(V5_2) >= 0;
  }

  boolean hasApiKey() {
    return compareTo(V5_2) >= 0;
  }

  String cookieName(int port) {
    return wordless() ? "QBT_SID_" + port : "SID";
  }

  String cookieAttributes() {
    return wordless()
        ? "; expires=Thu, 01-Jan-2037 00:00:00 GMT; HttpOnly; path=/; SameSite=Lax"
        : "; HttpOnly; path=/; SameSite=Strict";
  }
}
