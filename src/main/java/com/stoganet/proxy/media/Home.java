package com.stoganet.proxy.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The home screen: the rows that Jellyfin delivers in time. */
@Service
public class Home {

  private static final Log LOG = Log.of(Home.class);
  private static final long DEADLINE_MILLIS = 1_500;
  private static final long ROOM = 5_000;

  /** What a user may no longer see must not come back for longer than in lists. */
  private static final Duration PRESENTABLE = Duration.ofMinutes(5);

  /**
   * What the home screen shows now.
   *
   * @param partial whether rows are missing
   */
  public record Shelf(List<HomeRow> rows, boolean partial) {}

  private record Shown(String userId, HomeRow.Name name) {}

  private final HomeRows rows;
  private final WatchableCopies copies;
  private final HiddenTitles hidden;
  private final Event<WatchChanged> changes;
  private final Clock clock;

  /** What each row showed last, for the time when it cannot be had. */
  private final Cache<Shown, HomeRow> last =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(PRESENTABLE).build();

  @Inject
  public Home(
      HomeRows rows,
      WatchableCopies copies,
      HiddenTitles hidden,
      Event<WatchChanged> changes,
      Clock clock) {
    this.rows = rows;
    this.copies = copies;
    this.hidden = hidden;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * The rows by these names, in this order, without those that fail or are late.
   *
   * @throws ApiException backend_unavailable when all of them fail, jellyfin_session_expired
   */
  public Shelf rows(Caller caller, List<HomeRow.Name> names) {
    Map<HomeRow.Name, CompletableFuture<HomeRow>> asked = new LinkedHashMap<>();
    names.forEach(
        name ->
            asked.computeIfAbsent(
                name,
                each ->
                    rows.soon(caller, each)
                        .copy()
                        .orTimeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)));
    List<HomeRow> had = new ArrayList<>();
    asked.forEach((name, row) -> had(caller, name, row).ifPresent(had::add));
    // Rows that are only late come with the next request: Jellyfin is busy, not away.
    if (had.isEmpty() && asked.values().stream().noneMatch(Home::isLate)) {
      throw ApiException.unavailable("No row of the home screen is available now.", null);
    }
    return new Shelf(had, had.size() < asked.size());
  }

  /** Takes a title off the row of things to go on with until it is watched again. */
  public void hideFromWatchNext(Caller caller, CatalogId id) {
    hidden.hide(caller.userId(), copies.any(caller, id).title(), clock.instant());
    last.asMap().keySet().removeIf(shown -> shown.userId().equals(caller.userId()));
    changes.fire(new WatchChanged(caller.userId()));
  }

  private static boolean isLate(CompletableFuture<HomeRow> row) {
    return row.handle((unused, failure) -> failure instanceof TimeoutException).join();
  }

  private Optional<HomeRow> had(
      Caller caller, HomeRow.Name name, CompletableFuture<HomeRow> answer) {
    Shown shown = new Shown(caller.userId(), name);
    try {
      HomeRow row = answer.join();
      last.put(shown, row);
      return Optional.of(row);
    } catch (CompletionException e) {
      if (e.getCause() instanceof ApiException failure
          && failure.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED) {
        throw failure;
      }
      LOG.warn("row " + name.text() + " failed: " + e.getCause().getClass().getSimpleName());
      return Optional.ofNullable(last.getIfPresent(shown)).map(HomeRow::asStale);
    }
  }
}
