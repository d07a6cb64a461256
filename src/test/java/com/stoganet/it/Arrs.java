package com.stoganet.it;

import com.stoganet.launch.Settings;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import com.stoganet.sandbox.qbittorrent.QbittorrentVersion;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers that get titles: a Radarr, a Sonarr and their download client, with samples. */
record Arrs(SandboxRadarr radarr, SandboxSonarr sonarr, SandboxQbittorrent qbittorrent)
    implements AutoCloseable {

  static Arrs start() {
    Arrs arrs =
        new Arrs(
            SandboxRadarr.start(SandboxArr.Options.defaults().urlBase("/radarr")),
            SandboxSonarr.start(SandboxArr.Options.defaults()),
            SandboxQbittorrent.start(QbittorrentVersion.V5_0));
    SampleMovies.fill(arrs.radarr());
    SampleShows.fill(arrs.sonarr());
    return arrs;
  }

  Map<String, String> added(Map<String, String> settings) {
    return Settings.withArrs(
        settings,
        radarr,
        sonarr,
        qbittorrent.url(),
        SandboxQbittorrent.USERNAME,
        SandboxQbittorrent.PASSWORD);
  }

  /** What a well-behaved client would never have sent. */
  List<String> violations() {
    List<String> violations = new ArrayList<>(radarr.violations());
    violations.addAll(sonarr.violations());
    return violations;
  }

  void clearRequests() {
    radarr.clearRequests();
    sonarr.clearRequests();
  }

  @Override
  public void close() {
    radarr.close();
    sonarr.close();
    qbittorrent.close();
  }
}
