package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.config.Settings;
import com.stoganet.sandbox.seerr.SandboxSeerr;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The adapter in front of a sandbox Seerr, with a clock that moves when it is told to. */
final class SeerrUnderTest implements AutoCloseable {

  final SandboxSeerr seerr = SandboxSeerr.start();
  final SeerrConnection connection = connection(seerr.url(), seerr.apiKey());
  private final AtomicLong now = new AtomicLong();
  final SeerrRequestServer server =
      new SeerrRequestServer(connection, new SeerrAccounts(connection, now::get), now::get);
  final SeerrDependency dependency = new SeerrDependency(connection, Runnable::run, now::get);

  static SeerrConnection connection(URI url, String key) {
    Map<String, String> environment = Map.of("SEERR_URL", url.toString(), "SEERR_API_KEY", key);
    return new SeerrConnection(Settings.read(name -> Optional.ofNullable(environment.get(name))));
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Override
  public void close() {
    seerr.close();
  }
}
