package com.stoganet.proxy.clients.seerr;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.clients.seerr.SeerrOutage.Reason;
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

/** Tells readiness whether Seerr serves us, and which version it is. */
@ApplicationScoped
public class SeerrDependency implements OptionalDependencies {

  private static final String NAME = "seerr";
  private static final int PATIENCE_SECONDS = 2;
  private static final Age REMEMBERED = Age.atMost(Duration.ofSeconds(15));

  private final SeerrConnection seerr;
  private final Executor background;
  private final RecentAnswers<String, Condition> conditions;

  /** For the proxies of CDI only. */
  protected SeerrDependency() {
    this(null, null, Ticker.systemTicker());
  }

  @Inject
  public SeerrDependency(SeerrConnection seerr, Background background) {
    this(seerr, background, Ticker.systemTicker());
  }

  SeerrDependency(SeerrConnection seerr, Executor background, Ticker ticker) {
    this.seerr = seerr;
    this.background = background;
    this.conditions = new RecentAnswers<>(1, Duration.ofHours(1), ticker);
  }

  @Override
  public Map<String, Condition> conditions() {
    return seerr.configured() ? Map.of(NAME, condition()) : Map.of();
  }

  private Condition condition() {
    CompletableFuture<Condition> answer =
        conditions.read(
            NAME, REMEMBERED, () -> CompletableFuture.supplyAsync(this::asked, background));
    return RecentAnswers.await(
        answer.completeOnTimeout(
            Condition.problem(Reason.UNREACHABLE.text()), PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Two questions: the version is told to everybody, users only to those with the key. */
  private Condition asked() {
    try {
      SeerrStatus status = seerr.probe(SeerrApi::status);
      SeerrUsers users = seerr.probe(api -> api.users(1, 0));
      if (status.version == null || users.results == null) {
        return Condition.problem(Reason.NONSENSE.text());
      }
      return Condition.ok(Map.of("seerr_version", status.version));
    } catch (SeerrOutage outage) {
      return Condition.problem(outage.reason().text());
    }
  }
}
