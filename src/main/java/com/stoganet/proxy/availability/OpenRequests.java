package com.stoganet.proxy.availability;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.RefreshingValue;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The open requests of all users, cached so that a list of titles needs no database query per
 * title.
 */
@Service
public class OpenRequests {

  /** Requests made at another proxy on the same database are known within this time. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final RefreshingValue<Map<CatalogId.Tmdb, OpenRequestSource.OpenRequest>> open;

  /** Event: a request was made or changed its status. */
  public record Changed() {}

  @Inject
  public OpenRequests(OpenRequestSource source, Background background) {
    this(source, background, Ticker.systemTicker());
  }

  OpenRequests(OpenRequestSource source, Executor executor, Ticker ticker) {
    this.open = new RefreshingValue<>(source::open, executor, ticker);
  }

  /** The open requests by title; the last known ones when the database does not answer. */
  public Map<CatalogId.Tmdb, OpenRequestSource.OpenRequest> all() {
    return open.read(FRESH, ArrSnapshots.PATIENCE).value().orElse(Map.of());
  }

  public Optional<OpenRequestSource.OpenRequest> of(CatalogId.Tmdb id) {
    return Optional.ofNullable(all().get(id));
  }

  void forget(@Observes Changed change) {
    open.expire();
  }
}
