package com.stoganet.proxy.clients.jellyfin.catalogue;

import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.health.Dependency;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.CatalogIndex;
import com.stoganet.proxy.media.CatalogueSnapshot;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitlesChanged;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.PeriodicTask;
import com.stoganet.proxy.shared.PeriodicTasks;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps all titles of the server in memory and up to date.
 *
 * <p>Jellyfin has no query for a TMDB number (AnyProviderIdEquals is Emby's and is ignored), none
 * that pages without holes, and none that finds a misspelt name.
 */
@Service
public class JellyfinCatalogIndex implements CatalogIndex, Dependency {

  private static final Log LOG = Log.of(JellyfinCatalogIndex.class);

  /**
   * How old a snapshot may be when it lacks a TMDB number, since the title may have been added just
   * now.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * The pause between two readings, so that the requests of many clients do not overload a failing
   * Jellyfin.
   */
  private static final Duration PAUSE = WaitingPeriod.CATALOGUE_PAUSE.length();

  private static final long WAIT_SECONDS = 5;

  /** A catalogue older than this lacks what is new; a slow reading takes less. */
  private static final Duration OLD = Duration.ofMinutes(5);

  private final CatalogueRefresh refresh;
  private final Settings settings;
  private final Event<TitlesChanged> changes;
  private final Clock clock;
  private final Background background;
  private final PeriodicTasks tasks;
  private CompletableFuture<CatalogueSnapshot> reading;
  private CompletableFuture<Void> work;
  private Instant startedAt;
  private volatile CatalogueSnapshot snapshot = CatalogueSnapshot.EMPTY;
  private volatile Instant takenAt;

  /** Why the last reading failed, free of hosts; empty when it did not. */
  private volatile String trouble = "";

  @Inject
  public JellyfinCatalogIndex(
      CatalogueRefresh refresh,
      Settings settings,
      Event<TitlesChanged> changes,
      Clock clock,
      Background background,
      PeriodicTasks tasks) {
    this.refresh = refresh;
    this.settings = settings;
    this.changes = changes;
    this.clock = clock;
    this.background = background;
    this.tasks = tasks;
  }

  void start(@Observes @Priority(100) Startup event) {
    if (settings.complete()) {
      tasks.start(
          new PeriodicTask("Refreshing the catalogue", this::startReading),
          Duration.ZERO,
          WaitingPeriod.CATALOGUE_REFRESH.length());
    }
  }

  @Override
  public CatalogueSnapshot snapshot() {
    if (takenAt == null) {
      startReading();
      throw notRead();
    }
    return snapshot;
  }

  @Override
  public List<JellyfinId> copiesOf(CatalogId.Tmdb id) {
    List<Title> copies = snapshot().copiesOf(id);
    if (copies.isEmpty() && takenAt.plus(PATIENCE).isBefore(clock.instant())) {
      copies = newest().copiesOf(id);
    }
    return copies.stream().map(Title::item).toList();
  }

  @Override
  public List<JellyfinId> newestCopiesOf(CatalogId.Tmdb id) {
    List<JellyfinId> copies = items(snapshot(), id);
    return copies.isEmpty() || refresh.areThere(copies) ? copies : items(begunNow(), id);
  }

  private static List<JellyfinId> items(CatalogueSnapshot snapshot, CatalogId.Tmdb id) {
    return snapshot.copiesOf(id).stream().map(Title::item).toList();
  }

  /** The snapshot of a reading that begins after this call, if it ends within some seconds. */
  private CatalogueSnapshot begunNow() {
    CompletableFuture<CatalogueSnapshot> next =
        CompletableFuture.runAsync(
                () -> {},
                CompletableFuture.delayedExecutor(
                    PAUSE.toMillis(), TimeUnit.MILLISECONDS, background))
            .thenCompose(unused -> reading());
    return waitFor(next, PAUSE.toSeconds() + WAIT_SECONDS);
  }

  @Override
  public void refreshSoon() {
    startReading();
  }

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Condition condition() {
    if (takenAt == null) {
      startReading();
      return Condition.problem(trouble.isEmpty() ? refresh.progress() : trouble);
    }
    Duration age = Duration.between(takenAt, clock.instant());
    Map<String, String> facts =
        Map.of(
            "titles", Integer.toString(snapshot.items().size()),
            "catalogue_age", Long.toString(Math.max(0, age.toSeconds())),
            "catalogue_skipped", Integer.toString(refresh.skipped()));
    if (trouble.isEmpty() && age.compareTo(OLD) < 0) {
      return Condition.ok(facts);
    }
    // The proxy serves what it knows, so this alone does not take it out of service.
    String reason = trouble.isEmpty() ? "Jellyfin does not send it" : trouble;
    return Condition.warning("is " + age.toSeconds() + " seconds old: " + reason, facts);
  }

  /** Waits some seconds for a new snapshot, and returns the old one when none arrives. */
  private CatalogueSnapshot newest() {
    return waitFor(reading(), WAIT_SECONDS);
  }

  private CatalogueSnapshot waitFor(CompletableFuture<CatalogueSnapshot> next, long seconds) {
    try {
      return next.get(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The reading has logged its failure.
    }
    return snapshot;
  }

  private static ApiException notRead() {
    return ApiException.unavailable("The catalogue is not read yet.", null);
  }

  /** The reading that runs or has just ended, even if it failed; otherwise a new one. */
  private synchronized CompletableFuture<CatalogueSnapshot> reading() {
    Instant now = clock.instant();
    boolean over = work == null || (work.isDone() && startedAt.plus(PAUSE).isBefore(now));
    if (over) {
      startedAt = now;
      reading = CompletableFuture.supplyAsync(this::read, background);
      // No request waits for the people: without them clients already find titles by name.
      work = reading.thenAcceptAsync(this::readPeople, background);
    }
    return reading;
  }

  private void startReading() {
    CompletableFuture<CatalogueSnapshot> unused = reading();
  }

  private CatalogueSnapshot read() {
    try {
      boolean first = takenAt == null;
      publish(refresh.next(snapshot));
      trouble = "";
      if (first) {
        LOG.info("The catalogue is read: " + snapshot.items().size() + " titles");
      }
      return snapshot;
    } catch (ApiException e) {
      tell(e.getMessage());
      throw e;
    } catch (BackendUnavailableException outage) {
      tell(outage.getMessage());
      throw outage;
    } catch (RuntimeException e) {
      LOG.error("The catalogue could not be refreshed", e);
      trouble = "an answer of Jellyfin could not be understood";
      throw e;
    }
  }

  /** Logs a new reason once, not at each reading. */
  private void tell(String reason) {
    if (!reason.equals(trouble)) {
      LOG.warn("The catalogue could not be refreshed: " + reason);
    }
    trouble = reason;
  }

  private void readPeople(CatalogueSnapshot known) {
    try {
      publish(refresh.withPeople(known));
    } catch (RuntimeException e) {
      LOG.warn("The people of the catalogue could not be read: " + e.getMessage());
    }
  }

  private void publish(CatalogueSnapshot next) {
    boolean others = !next.items().equals(snapshot.items());
    snapshot = next;
    takenAt = clock.instant();
    if (others) {
      changes.fire(new TitlesChanged());
    }
  }
}
