package com.stoganet.bench;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The proxy, the servers that it is compared with, and the one backend behind them all. */
final class StreamStage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path HOME = Path.of("target", "bench");
  private static final String OTHERS_PATH = "/Videos/" + Titles.MOVIE + "/stream.mp4?static=true";

  private final Deque<Runnable> ends = new ArrayDeque<>();
  private boolean closed;
  private Front direct;
  private Front proxy;
  private List<Front> fronts;

  /** Starts everything; what is running then ends with this process at the latest. */
  void start() throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    Files.createDirectories(HOME);
    Film film = Film.in(HOME);
    Path home = Files.createTempDirectory(HOME, "streams");
    SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    onEnd(jellyfin::close);
    Rivals rivals = new Rivals(home);
    int port = Ports.free();
    direct = other("direct", port, rivals.backend(port, film, jellyfin.port()));
    proxy = proxy(jellyfin, home, port);
    int nginx = Ports.free();
    Front first = other("nginx", nginx, rivals.nginx(nginx, port));
    int haproxy = Ports.free();
    Front second = other("HAProxy", haproxy, rivals.haproxy(haproxy, port));
    int caddy = Ports.free();
    Front third = other("Caddy", caddy, rivals.caddy(caddy, port));
    fronts = List.of(proxy, first, second, third);
    ByteCheck check = new ByteCheck(film);
    for (Front front : fronts) {
      check.check(front);
    }
  }

  private Front other(String name, int port, InstalledServer server) {
    onEnd(server::close);
    return new Front(name, port, OTHERS_PATH, null, server.figures());
  }

  private Front proxy(SandboxJellyfin jellyfin, Path home, int backend)
      throws InterruptedException {
    int port = Ports.free();
    Map<String, String> settings = Settings.of(jellyfin, port, home.resolve("proxy.db"));
    settings.put("JELLYFIN_URL", "http://127.0.0.1:" + backend);
    settings.put("MAX_STREAMS", "2000");
    settings.put("MAX_STREAMS_PER_USER", "2000");
    settings.put("ACCESS_TOKEN_MINUTES", "60");
    LibertyServer server = LibertyServer.startCopy("bench-streams", settings);
    onEnd(server::close);
    if (!Readiness.await(server, port, PATIENCE)) {
      throw new IllegalStateException("The proxy did not become ready:\n" + server.output());
    }
    long pid =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("/java"))
            .mapToLong(ProcessHandle::pid)
            .findFirst()
            .orElseThrow();
    return new Front(
        "proxy", port, "/stream/" + Titles.MOVIE, "Bearer " + token(port), new ProcessFigures(pid));
  }

  private static String token(int port) {
    Http.Answer answer =
        Http.postJson(
            "http://127.0.0.1:" + port + "/auth/login",
            Json.createObjectBuilder().add("username", "demo").add("password", "demo").build());
    if (answer.status() != 200) {
      throw new IllegalStateException("sign-in of demo: status " + answer.status());
    }
    return answer.json().getString("access_token");
  }

  /** The backend itself. */
  Front direct() {
    return direct;
  }

  Front proxy() {
    return proxy;
  }

  /** The proxy first. */
  List<Front> fronts() {
    return fronts;
  }

  private synchronized void onEnd(Runnable end) {
    if (closed) {
      end.run();
    } else {
      ends.push(end);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }
}
