package com.stoganet.bench;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.PostgresServer;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures signing in and staying signed in: with SQLite, with PostgreSQL and two proxies, and what
 * can be told from the time that a refusal takes; and reading while others sign in.
 */
public final class SessionBench {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private SessionBench() {}

  /** System properties: bench.only (sqlite, postgresql, timing, reads), bench.seconds. */
  public static void main(String[] args) throws Exception {
    String only = System.getProperty("bench.only", "sqlite,postgresql,timing,reads");
    Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      if (only.contains("sqlite")) {
        onSqlite(jellyfin, time);
      }
      if (only.contains("postgresql")) {
        onPostgres(jellyfin, time);
      }
      if (only.contains("timing")) {
        timing(jellyfin);
      }
      if (only.contains("reads")) {
        reads(jellyfin, time);
      }
    }
  }

  private static void onSqlite(SandboxJellyfin jellyfin, Duration time) throws Exception {
    int port = Ports.free();
    Map<String, String> settings = Settings.of(jellyfin, port, database());
    try (LibertyServer proxy = started("bench-a", settings, port)) {
      new SessionLoad(List.of(url(port)), time).run("SQLite, one proxy");
      complaints(proxy);
    }
  }

  private static void onPostgres(SandboxJellyfin jellyfin, Duration time) throws Exception {
    int first = Ports.free();
    try (PostgresServer postgres = PostgresServer.start()) {
      Map<String, String> settings =
          Settings.onPostgres(Settings.of(jellyfin, first, database()), postgres);
      try (LibertyServer one = started("bench-a", settings, first)) {
        int second = Ports.free();
        settings.put("LISTEN_ADDR", "127.0.0.1:" + second);
        try (LibertyServer two = started("bench-b", settings, second)) {
          new SessionLoad(List.of(url(first), url(second)), time).run("PostgreSQL, two proxies");
          complaints(one);
          complaints(two);
        }
      }
    }
  }

  private static void timing(SandboxJellyfin jellyfin) throws Exception {
    int port = Ports.free();
    Map<String, String> settings = Settings.of(jellyfin, port, database());
    try (LibertyServer proxy = started("bench-a", settings, port)) {
      jellyfin.users().passwordCheckTakes(Duration.ofMillis(150));
      new SignInTiming(url(port)).run();
      complaints(proxy);
    }
  }

  private static void reads(SandboxJellyfin jellyfin, Duration time) throws Exception {
    int port = Ports.free();
    Map<String, String> settings = Settings.of(jellyfin, port, database());
    try (LibertyServer proxy = started("bench-a", settings, port)) {
      new ReadsBesideWrites(url(port), time).run();
      complaints(proxy);
    }
  }

  private static LibertyServer started(String name, Map<String, String> settings, int port)
      throws InterruptedException {
    LibertyServer proxy = LibertyServer.startCopy(name, settings);
    if (!Readiness.await(proxy, port, PATIENCE)) {
      throw new IllegalStateException("The proxy did not become ready:\n" + proxy.output());
    }
    return proxy;
  }

  /** What the log says that is more than information. */
  private static void complaints(LibertyServer proxy) {
    List<String> lines = new ArrayList<>();
    proxy
        .output()
        .lines()
        .filter(
            line ->
                line.matches("(?s)\\[.*\\] [0-9a-f]{8} \\S+ +[WE] .*")
                    || line.contains("SQLITE_BUSY"))
        .forEach(lines::add);
    System.out.println("warnings and errors in the log: " + lines.size());
    lines.stream().limit(5).forEach(System.out::println);
  }

  private static Path database() throws IOException {
    Path home = Files.createDirectories(Path.of("target", "bench"));
    return Files.createTempDirectory(home, "sessions").resolve("proxy.db");
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
