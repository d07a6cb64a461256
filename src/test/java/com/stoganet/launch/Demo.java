package com.stoganet.launch;

import com.stoganet.launch.demo.DemoStory;
import com.stoganet.launch.demo.RealTorrents;
import com.stoganet.launch.demo.SimulatedTorrents;
import com.stoganet.launch.demo.TorrentClient;
import com.stoganet.launch.demo.Webhook;
import com.stoganet.sandbox.AwkwardTitles;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Pdemo}: sandboxes of all backends and the proxy in front of them, until Ctrl-C. */
public final class Demo {

  private static final PrintStream OUT = System.out;
  private static final Path HOME = Path.of("target", "demo");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Everybody may know it: the demo listens on the loopback interface only. */
  private static final String WEBHOOK_SECRET = "demo-webhook-secret";

  private Demo() {}

  /**
   * Ports come from the system properties demo.port, demo.jellyfin.port, demo.radarr.port and
   * demo.sonarr.port.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = port("demo.port", 8080);
    int jellyfinPort = port("demo.jellyfin.port", 8096);
    int radarrPort = port("demo.radarr.port", 7878);
    int sonarrPort = port("demo.sonarr.port", 8989);
    CountDownLatch stopped = new CountDownLatch(1);
    SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().port(jellyfinPort));
    AwkwardTitles.addTo(jellyfin.library());
    SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults().port(radarrPort));
    SandboxSonarr sonarr = SandboxSonarr.start(SandboxArr.Options.defaults().port(sonarrPort));
    SampleMovies.fill(radarr);
    SampleShows.fill(sonarr);
    TorrentClient torrents = torrents();
    OUT.println("Starting the proxy ...");
    LibertyServer proxy =
        LibertyServer.start(settings(jellyfin, radarr, sonarr, torrents, port, freshHome()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  proxy.close();
                  torrents.close();
                  sonarr.close();
                  radarr.close();
                  jellyfin.close();
                  OUT.println("Stopped the proxy and the servers behind it.");
                  stopped.countDown();
                }));
    if (!Readiness.await(proxy, port, PATIENCE)) {
      OUT.println(proxy.output());
      OUT.println("The proxy did not start; its output stands above.");
      System.exit(1);
    }
    new DemoStory(
            radarr,
            sonarr,
            jellyfin.library(),
            torrents,
            new Webhook(base(port), WEBHOOK_SECRET),
            Clock.systemUTC())
        .begin();
    welcome(port, jellyfin, radarr, sonarr, torrents);
    stopped.await();
  }

  /** The port that a system property names; ends the process when it is taken. */
  private static int port(String property, int usual) {
    int port = Integer.getInteger(property, usual);
    if (Ports.taken(port)) {
      OUT.println(
          "Port "
              + port
              + " is taken. Free it or choose another one: mvn -Pdemo -D"
              + property
              + "="
              + (port + 10));
      System.exit(1);
    }
    return port;
  }

  private static TorrentClient torrents() {
    if (RealTorrents.installed()) {
      try {
        return new RealTorrents();
      } catch (RuntimeException e) {
        OUT.println("qbittorrent-nox is installed but does not start; going on without it.");
        OUT.println(e.getMessage());
      }
    }
    return new SimulatedTorrents(Clock.systemUTC());
  }

  private static Path freshHome() throws IOException {
    Directories.delete(HOME);
    return Files.createDirectories(HOME);
  }

  private static Map<String, String> settings(
      SandboxJellyfin jellyfin,
      SandboxRadarr radarr,
      SandboxSonarr sonarr,
      TorrentClient torrents,
      int port,
      Path home)
      throws IOException {
    Map<String, String> settings =
        Settings.withArrs(
            Settings.of(jellyfin, port, home.resolve("proxy.db")),
            radarr,
            sonarr,
            torrents.url(),
            torrents.username(),
            torrents.password());
    // It is not ASCII on purpose, and not every environment can carry that.
    Path password = Files.writeString(home.resolve("qbittorrent-password"), torrents.password());
    settings.remove("QBITTORRENT_PASSWORD");
    settings.put("QBITTORRENT_PASSWORD_FILE", password.toAbsolutePath().toString());
    settings.put("WEBHOOK_SECRET", WEBHOOK_SECRET);
    settings.put("REQUESTS_USERS", "auto");
    return settings;
  }

  private static String base(int port) {
    return "http://127.0.0.1:" + port;
  }

  private static void welcome(
      int port,
      SandboxJellyfin jellyfin,
      SandboxRadarr radarr,
      SandboxSonarr sonarr,
      TorrentClient torrents) {
    String base = base(port);
    List<String> lines =
        List.of(
            "",
            "  A sandbox Jellyfin plays on " + jellyfin.url(),
            "  A sandbox Radarr and a sandbox Sonarr find titles on",
            "    " + radarr.url() + " and " + sonarr.url(),
            "  " + torrents.description() + " downloads them on " + torrents.url(),
            "  Users (name/password): demo/demo  kid/kid  admin/admin",
            "  Whatever demo asks for comes within two minutes; kid needs the approval of admin.",
            "  API documentation: " + base + "/openapi/ui",
            "",
            "  Sign in:",
            "    curl -s " + base + "/auth/login -H 'Content-Type: application/json' \\",
            "      -d '{\"username\":\"demo\",\"password\":\"demo\",\"device_label\":\"my"
                + " terminal\"}'",
            "",
            "Ready: the proxy serves on " + base + " (Ctrl-C stops it)");
    lines.forEach(OUT::println);
    OUT.flush();
  }
}
