package com.stoganet.bench;

import com.stoganet.launch.Ports;
import com.stoganet.sandbox.SandboxJellyfin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A sandbox Jellyfin, either in a process of its own or in this one, where it can be steered. */
final class Backend implements AutoCloseable {
  private static final int TRIES = 300;
  private static final int QUIET_TRIES = 30;
  private static final long QUIET_NANOS = 3_000_000_000L;
  private static final long BETWEEN_TRIES_NANOS = 100_000_000;

  private final String url;
  private final String apiKey;
  private final SandboxJellyfin here;
  private final Process apart;

  private Backend(String url, String apiKey, SandboxJellyfin here, Process apart) {
    this.url = url;
    this.apiKey = apiKey;
    this.here = here;
    this.apart = apart;
  }

  static Backend here(int movies, int series) {
    SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().titles(movies, series));
    return new Backend(jellyfin.url().toString(), jellyfin.apiKey(), jellyfin, null);
  }

  /** Its work does not disturb the clocks of the load generator, as far as there are cores. */
  static Backend apart(int movies, int series) {
    int port = Ports.free();
    String key = SandboxJellyfin.Options.defaults().apiKey();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxJellyfin.class.getName(),
            "--port",
            Integer.toString(port),
            "--api-key",
            key,
            "--movies",
            Integer.toString(movies),
            "--series",
            Integer.toString(series));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "bench-sandbox.out").toFile())
              .start();
      Backend backend = new Backend("http://127.0.0.1:" + port, key, null, process);
      backend.awaitAnswer();
      return backend;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer() {
    for (int i = 0; i < TRIES && apart.isAlive(); i++) {
      if (Http.get(url + "/System/Ping").status() == 200) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
    close();
    throw new IllegalStateException("The sandbox did not start: target/bench-sandbox.out");
  }

  String url() {
    return url;
  }

  String apiKey() {
    return apiKey;
  }

  /** Only there in this process. */
  SandboxJellyfin sandbox() {
    return here;
  }

  /** Waits, if it is in this process, until nobody has asked anything for some seconds. */
  void awaitQuiet() {
    int before = -1;
    for (int i = 0; i < QUIET_TRIES && here.requests().size() != before; i++) {
      before = here.requests().size();
      LockSupport.parkNanos(QUIET_NANOS);
    }
  }

  @Override
  public void close() {
    if (here != null) {
      here.close();
    }
    if (apart != null) {
      apart.destroy();
    }
  }
}
