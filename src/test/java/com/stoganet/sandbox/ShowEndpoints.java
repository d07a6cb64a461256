package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seasons, episodes and what comes next. */
final class ShowEndpoints {
  private final ServerState server;

  ShowEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/Shows/NextUp", Access.SIGNED_IN, this::nextUp);
    routes.get("/Shows/{seriesId}/Seasons", Access.SIGNED_IN, this::seasons);
    routes.get("/Shows/{seriesId}/Episodes", Access.SIGNED_IN, this::episodes);
  }

  private void nextUp(Call call) throws IOException {
    Account user = call.requiredUser();
    List<Item> next = new NextUp(server, user, call.query()).episodes();
    call.json(Page.of(next, call.query()).dto(json(call, user)));
  }

  /** Jellyfin: no paging here, and the specials (season 0) come first. */
  private void seasons(Call call) throws IOException {
    Account user = call.user();
    Item series = series(call, user, true).orElseThrow(() -> Refusal.problem(404));
    List<Item> seasons = new ArrayList<>(Seasons.of(server, series));
    seasons.removeIf(season -> !server.library.listedAnywhere(season, user));
    call.query()
        .flag("isSpecialSeason")
        .ifPresent(special -> seasons.removeIf(item -> special != (number(item) == 0)));
    call.query()
        .flag("isMissing")
        .ifPresent(missing -> seasons.removeIf(item -> item.missing() != missing));
    call.json(new Page(seasons, seasons.size(), 0).dto(json(call, user)));
  }

  private void episodes(Call call) throws IOException {
    Account user = call.user();
    List<Item> episodes = new ArrayList<>(wanted(call, user));
    episodes.removeIf(episode -> !server.library.listedAnywhere(episode, user));
    // Jellyfin: every call with an API key gets the missing episodes, even for a given user.
    boolean missing = call.caller().apiKey() || (user != null && user.displayMissingEpisodes());
    episodes.removeIf(item -> item.missing() && !missing);
    call.query()
        .flag("isMissing")
        .ifPresent(value -> episodes.removeIf(item -> item.missing() != value));
    call.query().guid("startItemId").ifPresent(id -> skipTo(id, episodes));
    call.json(Page.of(episodes, call.query()).dto(json(call, user)));
  }

  private List<Item> wanted(Call call, Account user) {
    Optional<String> seasonId = call.query().guid("seasonId");
    if (seasonId.isPresent()) {
      Item season =
          server
              .library
              .find(seasonId.get())
              .filter(item -> item.type() == ItemType.SEASON)
              .orElseThrow(
                  () -> Refusal.jsonString(404, "No season exists with Id " + seasonId.get()));
      return Seasons.episodes(server, season);
    }
    // Jellyfin 10.11 does not ask whether the user may see the series.
    Item series =
        series(call, user, server.v12())
            .orElseThrow(() -> Refusal.jsonString(404, "Series not found"));
    Optional<Integer> number = call.query().number("season");
    if (number.isEmpty()) {
      return Seasons.allEpisodes(server, series);
    }
    // Jellyfin: a number that no season has gives nothing, even if episodes have it.
    return Seasons.of(server, series).stream()
        .filter(season -> season.index().equals(number))
        .findFirst()
        .map(season -> Seasons.episodes(server, season))
        .orElse(List.of());
  }

  private Optional<Item> series(Call call, Account user, boolean checked) {
    return server
        .library
        .find(call.guid("seriesId"))
        .filter(item -> item.type() == ItemType.SERIES)
        .filter(item -> !checked || server.library.visible(item, user));
  }

  private static void skipTo(String id, List<Item> episodes) {
    while (!episodes.isEmpty() && !episodes.get(0).id().equals(id)) {
      episodes.remove(0);
    }
  }

  private static int number(Item season) {
    return season.index().orElse(Integer.MAX_VALUE);
  }

  private ItemJson json(Call call, Account user) {
    return new ItemJson(server, user, DtoOptions.of(call.query()));
  }
}
