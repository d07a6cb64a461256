package com.stoganet.proxy.stream;

import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.OpenStream.End;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All streams that are open: how many there may be, and who ends those that should not go on.
 *
 * <p>Requests are not counted here, since a player that seeks makes very many.
 */
@Service
public class OpenStreams {

  private static final Log LOG = Log.of(OpenStreams.class);

  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final int RETRY_SECONDS = 5;

  // docs/adr/0010-the-byte-pump.md; a stream needs its buffer twice, here and in the server.
  private static final int LONE_BUFFER_BYTES = 256 * 1024;
  private static final int MOST_BUFFER_BYTES = 128 * 1024;
  private static final int LEAST_BUFFER_BYTES = 32 * 1024;
  private static final int BUFFERS_BYTES = 32 * 1024 * 1024;

  private final Settings settings;
  private final StreamMetrics metrics;
  private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
  private boolean draining;

  @Inject
  public OpenStreams(Settings settings, StreamMetrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /**
   * Makes room for one more.
   *
   * @throws ApiException rate_limited when the caller has too many, or all users together;
   *     backend_unavailable when the proxy is about to stop
   */
  synchronized OpenStream enter(Caller caller, ClientAddress from, JellyfinId item) {
    if (draining) {
      throw ApiException.unavailable("The proxy is stopping.", null);
    }
    long own =
        open.stream().filter(stream -> stream.caller().userId().equals(caller.userId())).count();
    if (own >= settings.streams().perUser() || open.size() >= settings.streams().total()) {
      throw ApiException.of(ErrorCode.RATE_LIMITED, "Too many streams are open; end another one.")
          .because("too_many_streams")
          .retryAfter(RETRY_SECONDS);
    }
    OpenStream stream =
        new OpenStream(caller, from, item, bufferBytes(open.size()), metrics, this::left);
    open.add(stream);
    metrics.opened(open.size());
    return stream;
  }

  /**
   * Large buffers are fast, the largest only for who is alone; many of them must not add up to more
   * memory than there is.
   */
  static int bufferBytes(int others) {
    if (others == 0) {
      return LONE_BUFFER_BYTES;
    }
    int share = BUFFERS_BYTES / (others + 1) / LEAST_BUFFER_BYTES * LEAST_BUFFER_BYTES;
    return Math.max(LEAST_BUFFER_BYTES, Math.min(MOST_BUFFER_BYTES, share));
  }

  private synchronized void left(OpenStream stream) {
    open.remove(stream);
    metrics.opened(open.size());
    notifyAll();
  }

  /** Those that are open at this moment; later ones may be among them. */
  Set<OpenStream> all() {
    return Collections.unmodifiableSet(open);
  }

  void ended(@Observes SessionEnded event) {
    open.stream()
        .filter(stream -> stream.isOf(event.sessionId()))
        .forEach(stream -> stream.cut(End.SESSION_ENDED));
  }

  /** Admits no more streams, and gives the open ones some time. */
  void drain(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    long until = System.nanoTime() + DRAIN.toNanos();
    synchronized (this) {
      draining = true;
      if (!open.isEmpty()) {
        LOG.info("Waiting for " + open.size() + " streams to end");
      }
      try {
        long patience = DRAIN.toMillis();
        while (!open.isEmpty() && patience > 0) {
          wait(patience);
          patience = Duration.ofNanos(until - System.nanoTime()).toMillis();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    open.forEach(stream -> stream.cut(End.SHUT_DOWN));
  }
}
