package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.availability.ScriptedHousehold;
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
final class RequestDesk {

  static final CatalogId.Tmdb FILM = new CatalogId.Tmdb(MediaKind.MOVIE, 603);
  static final CatalogId.Tmdb SHOW = new CatalogId.Tmdb(MediaKind.TV, 1396);

  final RequestsInMemory store = new RequestsInMemory();
  final List<String> told = new ArrayList<>();
  final ScriptedHousehold house;
  final Quota quota;
  final Requests requests;
  final EligibilityCheck eligibility;
  final RequestDecisions decisions;
  final RequestDispatcher dispatcher;
  final RequestProcessing processing;

  RequestDesk(Map<String, String> rules) {
    this(rules, List.of());
  }

  RequestDesk(Map<String, String> rules, List<Arr> more) {
    house = new ScriptedHousehold(store, more);
    house.radarr.results.add(ScriptedHousehold.film(FILM, "Film", "PG"));
    house.sonarr.results.add(ScriptedHousehold.result(SHOW, "Show", "PG", List.of(0, 1, 2, 3)));
    quota = new Quota(store, house.clock);
    RequestLedger ledger =
        new RequestLedger(
            store,
            quota,
            new Fired<>(unused -> house.requestsChanged()),
            new Fired<>(
                change -> told.add(change.request().id() + " " + change.request().status())),
            house.clock);
    Settings settings = Settings.read(name -> Optional.ofNullable(rules.get(name)));
    RequestPolicy policy = new RequestPolicy(settings, house.ratings, house.seerr);
    ServerChoice servers = new ServerChoice(() -> house.arrs, house.seerr);
    RequestableTitles titles =
        new RequestableTitles(house.catalogue, house.discovery, house.fulfilment, servers);
    RequestCreation creation =
        new RequestCreation(
            house.seerr, house.catalogue, house.statuses, house.fulfilment, quota, ledger, servers);
    requests =
        new Requests(
            house.catalogue, house.ratings, house.fulfilment, policy, servers, titles, creation);
    eligibility =
        new EligibilityCheck(house.catalogue, house.fulfilment, policy, quota, servers, titles);
    decisions = new RequestDecisions(ledger, house.statuses, house.fulfilment, house.catalogue);
    dispatcher =
        new RequestDispatcher(
            store,
            ledger,
            () -> house.arrs,
            house.seerr,
            house.discovery,
            house.ratings,
            house.snapshots,
            house.clock);
    processing =
        new RequestProcessing(dispatcher, store, ledger, house.fulfilment, null, settings, null);
  }

  Request ask(Caller caller, RequestedScope scope) {
    return requests.ask(caller, scope, null).orElseThrow();
  }

  Request ask(Caller caller, CatalogId.Tmdb id) {
    return ask(caller, RequestedScope.of(id));
  }

  Status status(Request request) {
    return store.find(request.id()).orElseThrow().status();
  }

  /** What a server has that was told of a movie. */
  void keepFilm() {
    house.radarr.titles.add(ScriptedHousehold.wantedMovie(FILM, 7));
  }
}
