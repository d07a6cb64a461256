package com.stoganet.proxy.media;

import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What each user may see, has watched and likes, asked for once in a while. */
@Service
public class UserVisibilityCache {

  /** A title that a user may no longer see is gone from their lists after five minutes at most. */
  private static final Age VISIBLE = new Age(WaitingPeriod.ACCESS.length(), Duration.ofMinutes(5));

  /** What a user marks here is known at once, what they watch with Jellyfin itself is not. */
  private static final Age MARKS = new Age(Duration.ofSeconds(30), Duration.ofMinutes(2));

  private static final long ROOM = 600;

  private final UserTitles titles;
  private final Background background;
  private final PerUserCache<IdSet> visible;
  private final PerUserCache<IdSet> marks;

  @Inject
  public UserVisibilityCache(UserTitles titles, Background background) {
    this.titles = titles;
    this.background = background;
    this.visible = new PerUserCache<>(ROOM);
    this.marks = new PerUserCache<>(ROOM);
  }

  /** What the caller may see, before long. */
  CompletableFuture<IdSet> visibleSoon(Caller caller) {
    return visible(caller, VISIBLE);
  }

  private CompletableFuture<IdSet> visible(Caller caller, Age age) {
    return visible.read(caller, "visible", age, () -> background.ask(() -> titles.visible(caller)));
  }

  /** Asks Jellyfin now instead of using the cache. */
  IdSet visibleNow(Caller caller) {
    return Background.await(visible(caller, Age.atMost(Duration.ZERO)));
  }

  IdSet visible(Caller caller) {
    return Background.await(visibleSoon(caller));
  }

  IdSet played(Caller caller) {
    return mark(caller, "played", titles::played);
  }

  IdSet favorites(Caller caller) {
    return mark(caller, "favorites", titles::favorites);
  }

  private IdSet mark(Caller caller, String name, Function<Caller, IdSet> question) {
    return Background.await(
        marks.read(caller, name, MARKS, () -> background.ask(() -> question.apply(caller))));
  }

  void forget(@Observes WatchChanged change) {
    marks.forget(change.userId());
  }

  void refresh(@Observes TitlesChanged change) {
    visible.refresh();
  }
}
