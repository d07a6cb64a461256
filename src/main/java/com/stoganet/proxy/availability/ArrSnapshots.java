package com.stoganet.proxy.availability;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrents;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RefreshingValue;
import com.stoganet.proxy.shared.RefreshingValue.Snapshot;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The last known library and queue of every Radarr and Sonarr, and the torrents; all callers share
 * one request to a server.
 */
@Service
public class ArrSnapshots {

  private static final Log LOG = Log.of(ArrSnapshots.class);

  /** The patience of a caller that does not wait and takes what is known. */
  public static final Duration NO_TIME = Duration.ZERO;

  /** The patience of a caller that waits for current answers; no caller waits longer. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LIBRARY_FRESH = Duration.ofSeconds(45);
  private static final Duration QUEUE_FRESH = WaitingPeriod.ARR_QUEUE.length();
  private static final Duration TORRENTS_FRESH = Duration.ofSeconds(2);

  private final List<Server> servers;
  private final RefreshingValue<Map<String, Torrent>> torrents;
  private final boolean torrentsConfigured;
  private final Executor executor;

  /** One server with its last known library and queue. */
  public record Server(
      Arr arr, RefreshingValue<ArrLibrary> library, RefreshingValue<QueueSnapshot> queue) {}

  @Inject
  public ArrSnapshots(Arrs arrs, Torrents torrents, Background background) {
    this(arrs.all(), torrents, background, Ticker.systemTicker());
  }

  ArrSnapshots(List<Arr> arrs, Torrents torrents, Executor executor, Ticker ticker) {
    this.executor = executor;
    this.servers = arrs.stream().map(arr -> server(arr, executor, ticker)).toList();
    this.torrents = new RefreshingValue<>(torrents::all, executor, ticker);
    this.torrentsConfigured = torrents.configured();
  }

  private static Server server(Arr arr, Executor executor, Ticker ticker) {
    RefreshingValue<ArrLibrary> library =
        new RefreshingValue<>(() -> ArrLibrary.of(arr.titles()), executor, ticker);
    return new Server(
        arr, library, new RefreshingValue<>(new QueueReader(arr, library), executor, ticker));
  }

  public List<Server> servers() {
    return servers;
  }

  public List<Server> servers(MediaKind kind) {
    return servers.stream().filter(server -> server.arr().kind() == kind).toList();
  }

  public Snapshot<ArrLibrary> library(Server server, Duration patience) {
    return server.library().read(LIBRARY_FRESH, patience);
  }

  public Snapshot<QueueSnapshot> queue(Server server, Duration patience) {
    return server.queue().read(QUEUE_FRESH, patience);
  }

  /** The torrents by hash; none when there is no client, or it does not answer. */
  public Map<String, Torrent> torrents(Duration patience) {
    if (!torrentsConfigured) {
      return Map.of();
    }
    Snapshot<Map<String, Torrent>> known = torrents.read(TORRENTS_FRESH, patience);
    return known.current() ? known.value().orElse(Map.of()) : Map.of();
  }

  /** Asks all servers in parallel, so that a caller that waits for one waits for all of them. */
  void prefetch(MediaKind kind) {
    for (Server server : servers(kind)) {
      library(server, NO_TIME);
      queue(server, NO_TIME);
    }
    torrents(NO_TIME);
  }

  /** Marks the snapshots of a server as outdated, because it reported a change. */
  public void expire(String server) {
    for (Server each : servers) {
      if (each.arr().name().equals(server)) {
        each.queue().expire();
        each.library().expire();
      }
    }
    if (torrentsConfigured) {
      torrents.expire();
    }
  }

  /**
   * Reads one title again in the background, instead of the whole library, because it has changed.
   */
  public void refresh(CatalogId.Tmdb id) {
    for (Server server : servers(id.kind())) {
      executor.execute(() -> refresh(server.arr(), server.library(), id));
    }
  }

  /**
   * Reads one title again from one server, and waits for the answer.
   *
   * @throws ApiException when the server does not answer
   */
  public void refreshNow(String server, CatalogId.Tmdb id) {
    servers(id.kind()).stream()
        .filter(each -> each.arr().name().equals(server))
        .forEach(each -> refreshNow(each.arr(), each.library(), id));
  }

  private static void refreshNow(Arr arr, RefreshingValue<ArrLibrary> library, CatalogId.Tmdb id) {
    Optional<ArrTitle> now = arr.title(id);
    library.correct(known -> known.with(id, now));
  }

  /**
   * Reads one title again; if the server does not answer, its whole library is read again later.
   */
  static void refresh(Arr arr, RefreshingValue<ArrLibrary> library, CatalogId.Tmdb id) {
    try {
      refreshNow(arr, library, id);
    } catch (ApiException e) {
      LOG.debug("Could not read one title; the whole library is read again");
      library.expire();
    }
  }
}
