package com.stoganet.launch.demo;

import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.arr.SandboxArr;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A release on its way, from the moment it is grabbed until Jellyfin has it. */
final class Arrival {

  /** Radarr and Sonarr look at their client once a minute; a demo has not that much time. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private static final Duration IMPORT = Duration.ofSeconds(4);
  private static final Duration SCAN = Duration.ofSeconds(2);

  private enum Phase {
    DOWNLOADING,
    IMPORTING,
    SCANNED,
    OVER
  }

  private final Order order;
  private final TorrentClient client;
  private final Library library;
  private final Consumer<String> hook;
  private final String id;
  private Phase phase = Phase.DOWNLOADING;

  /** When its server does the next thing. */
  private Instant next;

  /**
   * Has it grabbed.
   *
   * @param hook is told the name of a server when something happens there
   */
  Arrival(Order order, TorrentClient client, Library library, Consumer<String> hook, Instant now) {
    this.order = order;
    this.client = client;
    this.library = library;
    this.hook = hook;
    this.id = client.begin(order.name());
    this.next = now.plus(BETWEEN_LOOKS);
    order.grab(id, client.size());
    hook.accept(order.serverName());
  }

  boolean over() {
    return phase == Phase.OVER;
  }

  /** Gets on as far as it is by now. */
  void step(Instant now) {
    switch (phase) {
      case DOWNLOADING -> download(now);
      case IMPORTING -> {
        if (!now.isBefore(next)) {
          imported(now);
        }
      }
      case SCANNED -> {
        if (!now.isBefore(next)) {
          order.appear(library);
          phase = Phase.OVER;
        }
      }
      case OVER -> {}
    }
  }

  private void download(Instant now) {
    SandboxArr server = order.server();
    if (!server.queues(id)) {
      client.remove(id);
      phase = Phase.OVER;
      return;
    }
    Optional<TorrentClient.Progress> progress = client.progress(id);
    if (progress.isEmpty()) {
      server.vanish(id);
      phase = Phase.OVER;
    } else if (progress.get().complete()) {
      server.importing(id);
      phase = Phase.IMPORTING;
      next = now.plus(IMPORT);
    } else if (!now.isBefore(next)) {
      tell(server, progress.get());
      next = now.plus(BETWEEN_LOOKS);
    }
  }

  private void tell(SandboxArr server, TorrentClient.Progress progress) {
    server.progress(id, progress.left(), progress.timeLeft());
    if (progress.paused()) {
      server.pause(id);
    }
  }

  private void imported(Instant now) {
    if (order.server().queues(id)) {
      order.server().imported(id);
      hook.accept(order.serverName());
      phase = Phase.SCANNED;
      next = now.plus(SCAN);
    } else {
      phase = Phase.OVER;
    }
  }
}
