package com.stoganet.proxy.clients.qbittorrent;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.clients.qbittorrent.QbittorrentOutage.Reason;
import com.stoganet.proxy.ops.Dependency.Condition;
import com.stoganet.proxy.ops.OptionalDependencies;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.RecentAnswers;
import com.stoganet.proxy.shared.RecentAnswers.Age;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Tells readiness whether qBittorrent serves, and which version it is. */
@ApplicationScoped
public class QbittorrentDependency implements OptionalDependencies {

  private static final String NAME = "qbittorrent";
  private static final Age REMEMBERED = Age.atMost(Duration.ofSeconds(15));
  private static final int PATIENCE_SECONDS = 2;

  private final QbittorrentConnection qbittorrent;
  private final Executor background;
  private final RecentAnswers<String, Condition> recent;

  /** For the proxies of CDI only. */
  protected QbittorrentDependency() {
    this(null, null, Ticker.systemTicker());
  }

  @Inject
  public QbittorrentDependency(QbittorrentConnection qbittorrent, Background background) {
    this(qbittorrent, background, Ticker.systemTicker());
  }

  QbittorrentDependency(QbittorrentConnection qbittorrent, Executor background, Ticker ticker) {
    this.qbittorrent = qbittorrent;
    this.background = background;
    this.recent = new RecentAnswers<>(1, Duration.ofDays(1), ticker);
  }

  @Override
  public Map<String, Condition> conditions() {
    return qbittorrent.configured() ? Map.of(NAME, condition()) : Map.of();
  }

  private Condition condition() {
    return recent
        .read(NAME, REMEMBERED, () -> CompletableFuture.supplyAsync(this::asked, background))
        .completeOnTimeout(
            Condition.problem(Reason.UNREACHABLE.text()), PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private Condition asked() {
    try {
      String version = qbittorrent.ask((api, session) -> api.version(session.cookie())).strip();
      return Condition.ok(Map.of("qbittorrent_version", version.replaceFirst("^v", "")));
    } catch (QbittorrentOutage outage) {
      return Condition.problem(outage.reason().text());
    } catch (QbittorrentFailure failure) {
      return Condition.problem(Reason.NONSENSE.text());
    }
  }
}
