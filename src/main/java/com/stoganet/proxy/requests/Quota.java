package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.config.RequestRules.Rule;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestPolicy.Terms;
import com.stoganet.proxy.requests.RequestStore.Draft;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How many movies and seasons a user may request within a number of days. */
@Service
public class Quota {

  private final RequestStore store;
  private final Clock clock;

  @Inject
  public Quota(RequestStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The cost: a movie counts one, a series one for each requested season. */
  static int cost(RequestedScope scope) {
    Set<Integer> seasons = new HashSet<>(scope.seasons());
    scope.episodes().stream().map(EpisodeNumber::season).forEach(seasons::add);
    return Math.max(1, seasons.size());
  }

  Draft draft(
      Caller caller,
      Terms terms,
      RequestedScope scope,
      String name,
      String server,
      int cost,
      Status status) {
    Rule rule = terms.rule();
    return new Draft(
        caller.userId(),
        scope,
        name,
        server,
        terms.limits().cap(scope.id().kind()),
        cost,
        status,
        rule.most(),
        clock.instant().minus(Duration.ofDays(rule.days())));
  }

  /** What the caller may still request. */
  public RemainingQuota remaining(Caller caller, Terms terms) {
    Rule rule = terms.rule();
    if (rule.most() == 0) {
      return new RemainingQuota(OptionalInt.empty(), Optional.empty());
    }
    Duration days = Duration.ofDays(rule.days());
    List<Request> counted = store.counted(caller.userId(), clock.instant().minus(days));
    int used = counted.stream().mapToInt(Request::cost).sum();
    return new RemainingQuota(
        OptionalInt.of(Math.max(0, rule.most() - used)),
        counted.stream().findFirst().map(oldest -> oldest.createdAt().plus(days)));
  }

  ApiException exceeded(Caller caller, Draft draft) {
    Duration days = Duration.between(draft.since(), clock.instant());
    ApiException exceeded =
        ApiException.forbidden("This request exceeds the quota of this account.")
            .because("quota_exceeded");
    // Nothing was counted, so the request alone exceeds the quota.
    return store.counted(caller.userId(), draft.since()).stream()
        .findFirst()
        .map(oldest -> exceeded.with("resets_at", oldest.createdAt().plus(days).toString()))
        .orElse(exceeded);
  }
}
