package com.stoganet.proxy.requests;

import com.stoganet.proxy.arrivals.Arr;
import com.stoganet.proxy.arrivals.ScriptedHouse;
import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Fired;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a household asks for titles, all in memory. */
final class Desk {

  static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);

  final RequestsInMemory store = new RequestsInMemory();
  final List<String> told = new ArrayList<>();
  final ScriptedHouse house;
  final Quota quota;
  final Requests requests;
  final RequestDecisions decisions;
  final HandOver handOver;
  final RequestUpkeep upkeep;

  Desk(Map<String, String> rules) {
    this(rules, List.of());
  }

  Desk(Map<String, String> rules, List<Arr> more) {
    house = new ScriptedHouse(store, more);
    house.radarr.offers.add(ScriptedHouse.film(FILM, "Film", "PG"));
    house.sonarr.offers.add(ScriptedHouse.offer(SHOW, "Show", "PG", List.of(0, 1, 2, 3)));
    quota = new Quota(store, house.clock);
    RequestBook book =
        new RequestBook(
            store,
            quota,
            new Fired<>(unused -> house.requestsChanged()),
            new Fired<>(
                change -> told.add(change.request().id() + " " + change.request().status())),
            house.clock);
    Settings settings = Settings.read(name -> Optional.ofNullable(rules.get(name)));
    requests =
        new Requests(
            () -> house.arrs,
            house.seerr,
            house.catalogue,
            house.discovery,
            house.ratings,
            house.states,
            house.prospects,
            new RequestPolicy(settings, house.ratings, house.seerr),
            quota,
            book);
    decisions = new RequestDecisions(book);
    handOver =
        new HandOver(
            store,
            book,
            () -> house.arrs,
            house.seerr,
            house.discovery,
            house.ratings,
            house.readings,
            house.clock);
    upkeep = new RequestUpkeep(handOver, store, book, house.prospects, null, settings);
  }

  Request ask(Caller caller, Wish wish) {
    return requests.ask(caller, wish, null).orElseThrow();
  }

  Request ask(Caller caller, CatalogId.Tmdb id) {
    return ask(caller, Wish.of(id));
  }

  Status status(Request request) {
    return store.find(request.id()).orElseThrow().status();
  }

  /** What a server has that was told of a movie. */
  void keepFilm() {
    house.radarr.kept.add(ScriptedHouse.wantedMovie(FILM, 7));
  }
}
