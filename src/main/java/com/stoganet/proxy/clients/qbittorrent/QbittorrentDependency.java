package com.stoganet.proxy.clients.qbittorrent;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.proxy.health.OptionalDependencies;
import com.stoganet.proxy.health.Probes;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Executor;

/** Reports to readiness whether qBittorrent works, and its version. */
@Service
public class QbittorrentDependency implements OptionalDependencies {

  private static final String NAME = "qbittorrent";

  private final QbittorrentConnection qbittorrent;
  private final Probes probes;

  @Inject
  public QbittorrentDependency(QbittorrentConnection qbittorrent, Background background) {
    this(qbittorrent, background, Ticker.systemTicker());
  }

  QbittorrentDependency(QbittorrentConnection qbittorrent, Executor background, Ticker ticker) {
    this.qbittorrent = qbittorrent;
    this.probes = new Probes(background, ticker);
  }

  @Override
  public Map<String, Condition> conditions() {
    return qbittorrent.configured()
        ? Map.of(NAME, probes.condition(NAME, this::asked).join())
        : Map.of();
  }

  private Condition asked() {
    try {
      String version = qbittorrent.ask((api, session) -> api.version(session.cookie())).strip();
      return Condition.ok(Map.of("qbittorrent_version", version.replaceFirst("^v", "")));
    } catch (BackendUnavailableException outage) {
      return Condition.problem(outage.problem());
    }
  }
}
