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

/** What people asked for and have not got, without asking the database for each title of a list. */
@Service
public class OpenRequests {

  /** What another proxy on the same database was asked for is known by then. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final RefreshingValue<Map<CatalogId.Tmdb, OpenRequestSource.OpenRequest>> open;

  /** Event: a request was made, decided or carried out. */
  public record Changed() {}

  @Inject
  public OpenRequests(OpenRequestSource asked, Background background) {
    this(asked, background, Ticker.systemTicker());
  }

  OpenRequests(OpenRequestSource asked, Executor executor, Ticker ticker) {
    this.open = new RefreshingValue<>(asked::open, executor, ticker);
  }

  /** By title; what was known last when the database does not answer. */
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
