package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.auth.MovingClock;
import com.stoganet.proxy.config.Settings;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The adapter as a proxy with these settings would have it. */
record Sample(QbittorrentConnection connection, MovingClock clock) {

  static Sample withPassword(URI url, String username, String password) {
    return of(
        Map.of(
            "QBITTORRENT_URL", url.toString(),
            "QBITTORRENT_USERNAME", username,
            "QBITTORRENT_PASSWORD", password));
  }

  static Sample withPassword(SandboxQbittorrent server) {
    return withPassword(server.url(), SandboxQbittorrent.USERNAME, SandboxQbittorrent.PASSWORD);
  }

  static Sample withApiKey(SandboxQbittorrent server, String key) {
    return of(Map.of("QBITTORRENT_URL", server.url().toString(), "QBITTORRENT_API_KEY", key));
  }

  static Sample of(Map<String, String> settings) {
    MovingClock clock = new MovingClock();
    return new Sample(
        new QbittorrentConnection(
            Settings.read(name -> Optional.ofNullable(settings.get(name))), clock),
        clock);
  }

  QbittorrentTorrents torrents() {
    return new QbittorrentTorrents(connection);
  }
}
