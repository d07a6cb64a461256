package com.stoganet.proxy.clients.jellyfin.bytes;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** Connections to Jellyfin whose answer was read to its end, for the next range of a player. */
final class IdleConnections {

  private static final int MOST = 32;

  /** Jellyfin closes an idle connection after 130 seconds; a reverse proxy may be less patient. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private record Idle(ByteConnection connection, long since) {}

  private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

  /** The connection that was used last; empty when all are too old. */
  Optional<ByteConnection> take() {
    Idle last = idle.pollFirst();
    while (last != null) {
      if (System.nanoTime() - last.since() < IDLE_NANOS && last.connection().isQuiet()) {
        return Optional.of(last.connection());
      }
      last.connection().close();
      last = idle.pollFirst();
    }
    return Optional.empty();
  }

  /** Keeps a connection, and closes those that nothing has used for too long. */
  void keep(ByteConnection connection) {
    idle.addFirst(new Idle(connection, System.nanoTime()));
    int number = 0;
    for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
      Idle one = each.next();
      number++;
      boolean old = System.nanoTime() - one.since() >= IDLE_NANOS;
      if ((old || number > MOST) && idle.remove(one)) {
        one.connection().close();
      }
    }
  }
}
