package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.CatalogIndex;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.ops.Dependency;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Knows which items carry which TMDB number.
 *
 * <p>Jellyfin has no query for it (AnyProviderIdEquals is Emby's and is ignored). The index holds
 * items that some users may not see: whoever uses it asks again with the user's token.
 */
@ApplicationScoped
public class JellyfinCatalogIndex implements CatalogIndex, Dependency {

  private static final Log LOG = Log.of(JellyfinCatalogIndex.class);
  private static final long REFRESH_MINUTES = 5;

  /** A number that is not known may have been added just now; asking again costs a full read. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Between two readings, so that a Jellyfin in trouble is not asked by everybody at once. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final long WAIT_SECONDS = 5;

  @Resource private ManagedScheduledExecutorService scheduler;

  private final CatalogueReader reader;
  private final Settings settings;
  private final Clock clock;
  private Future<?> regularly;
  private CompletableFuture<Snapshot> reading;
  private Instant startedAt;
  private volatile Snapshot snapshot;

  /** What was read at one time. */
  private record Snapshot(Map<CatalogId.Tmdb, List<JellyfinId>> copies, Instant takenAt) {}

  /** For the proxies of CDI only. */
  protected JellyfinCatalogIndex() {
    this(null, null, null);
  }

  @Inject
  public JellyfinCatalogIndex(CatalogueReader reader, Settings settings, Clock clock) {
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
  }

  void start(@Observes @Priority(100) Startup event) {
    if (settings.complete()) {
      regularly =
          scheduler.scheduleWithFixedDelay(
              this::startReading, 0, REFRESH_MINUTES, TimeUnit.MINUTES);
    }
  }

  void stop(@Observes Shutdown event) {
    if (regularly != null) {
      regularly.cancel(true);
    }
  }

  @Override
  public List<JellyfinId> copiesOf(CatalogId.Tmdb id) {
    Snapshot known = snapshot;
    if (known == null || (!known.copies().containsKey(id) && isOld(known))) {
      known = newest(known);
    }
    return known.copies().getOrDefault(id, List.of());
  }

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Optional<String> problem() {
    if (snapshot != null) {
      return Optional.empty();
    }
    startReading();
    return Optional.of("is not read yet");
  }

  private boolean isOld(Snapshot taken) {
    return taken.takenAt().plus(PATIENCE).isBefore(clock.instant());
  }

  /** Waits for a new snapshot, but not for long; an old one is better than none. */
  private Snapshot newest(Snapshot known) {
    try {
      return refresh().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The reader has told the log why.
    }
    if (known == null) {
      throw ApiException.unavailable("The catalogue cannot be read at present.", null);
    }
    return known;
  }

  /** The reading that goes on or ended just now, whatever came of it; else a new one. */
  private synchronized CompletableFuture<Snapshot> refresh() {
    Instant now = clock.instant();
    boolean over = reading == null || (reading.isDone() && startedAt.plus(PAUSE).isBefore(now));
    if (over) {
      startedAt = now;
      reading = CompletableFuture.supplyAsync(this::read, scheduler);
    }
    return reading;
  }

  private void startReading() {
    CompletableFuture<Snapshot> unused = refresh();
  }

  private Snapshot read() {
    try {
      snapshot = new Snapshot(reader.readAll(), clock.instant());
      return snapshot;
    } catch (RuntimeException e) {
      LOG.warn("The catalogue index could not be refreshed: " + e.getMessage());
      throw e;
    }
  }
}
