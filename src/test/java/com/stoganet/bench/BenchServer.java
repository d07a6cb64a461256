package com.stoganet.bench;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The proxy as it was built, in a process of its own, and the sandbox Jellyfin behind it. */
final class BenchServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Backend backend;
  private final Map<String, String> moreSettings;
  private LibertyServer proxy;
  private ProcessHandle server;
  private int port;
  private Duration startUp;

  BenchServer(Backend backend) throws InterruptedException {
    this(backend, Map.of());
  }

  /** With settings besides those that every proxy needs. */
  BenchServer(Backend backend, Map<String, String> moreSettings) throws InterruptedException {
    this.backend = backend;
    this.moreSettings = moreSettings;
    start();
  }

  Backend backend() {
    return backend;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** From the start of the process until it was ready. */
  Duration startUp() {
    return startUp;
  }

  ServerMemory memory() {
    return new ServerMemory(server.pid());
  }

  ProcessFigures figures() {
    return new ProcessFigures(server.pid());
  }

  /** A proxy that knows nothing of anybody. */
  void restart() throws InterruptedException {
    proxy.close();
    start();
  }

  private void start() throws InterruptedException {
    port = Ports.free();
    Set<Long> before = javaProcesses();
    long begin = System.nanoTime();
    proxy = LibertyServer.start(settings());
    if (!Readiness.await(proxy, port, PATIENCE)) {
      String output = proxy.output();
      close();
      throw new IllegalStateException("The proxy did not become ready:\n" + output);
    }
    startUp = Duration.ofNanos(System.nanoTime() - begin);
    Set<Long> started = new HashSet<>(javaProcesses());
    started.removeAll(before);
    server = ProcessHandle.of(started.iterator().next()).orElseThrow();
  }

  private Map<String, String> settings() {
    byte[] key = new byte[48];
    new SecureRandom().nextBytes(key);
    try {
      Path home = Files.createDirectories(Path.of("target", "bench"));
      Path database = Files.createTempDirectory(home, "run").resolve("proxy.db");
      Map<String, String> settings = new HashMap<>(moreSettings);
      settings.put("JELLYFIN_URL", backend.url());
      settings.put("JELLYFIN_API_KEY", backend.apiKey());
      settings.put("PROXY_BASE_URL", url());
      settings.put("JWT_SIGNING_KEY", Base64.getEncoder().encodeToString(key));
      settings.put("DB_PATH", database.toAbsolutePath().toString());
      settings.put("LISTEN_ADDR", "127.0.0.1:" + port);
      settings.put("TRUSTED_PROXIES", "127.0.0.1");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Long> javaProcesses() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    proxy.close();
    backend.close();
  }
}
