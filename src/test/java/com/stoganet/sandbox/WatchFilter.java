package com.stoganet.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Conditions on what a user has done: {@code isPlayed}, {@code isFavorite} and {@code filters}. */
final class WatchFilter {
  private static final Set<String> NEUTRAL = Set.of("isfolder", "isnotfolder");
  private static final Set<String> PERSONAL =
      Set.of(
          "isunplayed",
          "isplayed",
          "isfavorite",
          "isresumable",
          "likes",
          "dislikes",
          "isfavoriteorlikes");

  private final ServerState server;
  private final Query query;
  private final Account user;
  private final Set<String> filters;

  WatchFilter(ServerState server, Query query, Account user) {
    this.server = server;
    this.query = query;
    this.user = user;
    this.filters =
        query.commas("filters").stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> PERSONAL.contains(name) || NEUTRAL.contains(name))
            .collect(Collectors.toSet());
  }

  Predicate<Item> condition() {
    refuseConflicts();
    boolean personal = query.has("isPlayed") || query.has("isFavorite");
    // Jellyfin: asked by an API key for nobody, these hit a null user: 500.
    if (user == null && (personal || filters.stream().anyMatch(PERSONAL::contains))) {
      throw Refusal.exception(500);
    }
    Predicate<Item> condition = this::passes;
    if (query.has("isPlayed")) {
      boolean played = query.flag("isPlayed", false);
      condition = condition.and(item -> countsAsPlayed(item) == played);
    }
    if (query.has("isFavorite")) {
      boolean favorite = query.flag("isFavorite", false);
      condition = condition.and(item -> state(item).favorite() == favorite);
    }
    return condition;
  }

  private boolean passes(Item item) {
    return filters.isEmpty() || filters.stream().allMatch(filter -> passes(item, filter));
  }

  private boolean passes(Item item, String filter) {
    return switch (filter) {
      case "isfolder" -> item.type().folder();
      case "isnotfolder" -> !item.type().folder();
      case "isplayed" -> countsAsPlayed(item);
      case "isunplayed" -> !countsAsPlayed(item);
      case "isresumable" -> state(item).resumable();
      case "isfavorite" -> state(item).favorite();
      case "likes" -> Boolean.TRUE.equals(state(item).likes());
      case "dislikes" -> Boolean.FALSE.equals(state(item).likes());
      case "isfavoriteorlikes" ->
          state(item).favorite() || Boolean.TRUE.equals(state(item).likes());
      default -> true;
    };
  }

  /** Jellyfin 12 refuses contradictory filters; before, the last one won. */
  private void refuseConflicts() {
    boolean conflict =
        filters.containsAll(List.of("isplayed", "isunplayed"))
            || filters.containsAll(List.of("isfolder", "isnotfolder"));
    if (conflict && server.v12()) {
      throw Refusal.exception(400);
    }
  }

  /**
   * Jellyfin 10.11 and before: a series is played if any episode is, but only where nothing else is
   * listed; beside other types its own mark counts, which nobody sets.
   */
  private boolean countsAsPlayed(Item item) {
    WatchJson watch = new WatchJson(server, user);
    if (!item.type().folder()) {
      return state(item).played();
    }
    if (server.v12() || item.type() != ItemType.SERIES) {
      return watch.played(item);
    }
    return query.commas("includeItemTypes").equals(List.of("Series"))
        && watch.playable(item).stream().anyMatch(watch::played);
  }

  private WatchState state(Item item) {
    return server.listed(user, item.id());
  }
}
