package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is being played at the moment, by session. */
final class Playing {
  private static final long TICKS_PER_SECOND = 10_000_000;

  /** Jellyfin looks every five minutes for players that were silent for five; this was seen. */
  private static final Duration IDLE = Duration.ofSeconds(373);

  /** What a player said last, and when. */
  record Player(DeviceToken device, Item item, long ticks, boolean paused, Instant heard) {

    private boolean silent(Instant now) {
      return !heard.plus(IDLE).isAfter(now);
    }

    /** Jellyfin adds a second in each second, up to the end, unless the player is paused. */
    long countedTo(Instant now) {
      Duration silence = Duration.between(heard, now);
      long seconds = Math.min(silence.toSeconds(), IDLE.toSeconds());
      long counted = paused ? ticks : ticks + seconds * TICKS_PER_SECOND;
      return item.runtimeTicks() > 0 && counted >= item.runtimeTicks()
          ? Math.max(ticks, item.runtimeTicks() - TICKS_PER_SECOND)
          : counted;
    }
  }

  private final Map<String, Player> players = new ConcurrentHashMap<>();

  void heard(Player player) {
    players.put(player.device().sessionId(), player);
  }

  void stopped(String sessionId) {
    players.remove(sessionId);
  }

  /** Takes out the players that Jellyfin would have stopped by now. */
  List<Player> silent(Instant now) {
    List<Player> silent = players.values().stream().filter(each -> each.silent(now)).toList();
    return silent.stream().filter(each -> players.remove(each.device().sessionId(), each)).toList();
  }

  Optional<String> itemOf(String sessionId) {
    return Optional.ofNullable(players.get(sessionId)).map(player -> player.item().id());
  }
}
