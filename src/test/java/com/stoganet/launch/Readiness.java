package com.stoganet.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Asks a proxy whether it is ready. */
public final class Readiness {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private Readiness() {}

  /** Waits until the proxy is ready; false when it ends or the time is over before. */
  public static boolean await(ProxyServer server, int port, Duration patience)
      throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    while (server.alive() && Instant.now().isBefore(end)) {
      if (status(port) == 200) {
        return true;
      }
      // Polled by hand: the demo has no test library on its side of the fence.
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return false;
  }

  /** The status of /health/ready; 0 while nobody answers. */
  public static int status(int port) throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(10)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
