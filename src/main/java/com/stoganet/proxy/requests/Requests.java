package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestFulfilment.Progress;
import com.stoganet.proxy.requests.RequestPolicy.Terms;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes requests, and tells whether a user may make one. */
@Service
public class Requests {

  private final Arrs arrs;
  private final RequestServer requestServer;
  private final Catalogue catalogue;
  private final Discovery discovery;
  private final RatingCap ratings;
  private final TitleStatusResolver statuses;
  private final RequestFulfilment fulfilment;
  private final RequestPolicy policy;
  private final Quota quota;
  private final RequestLedger ledger;

  @Inject
  public Requests(
      Arrs arrs,
      RequestServer requestServer,
      Catalogue catalogue,
      Discovery discovery,
      RatingCap ratings,
      TitleStatusResolver statuses,
      RequestFulfilment fulfilment,
      RequestPolicy policy,
      Quota quota,
      RequestLedger ledger) {
    this.arrs = arrs;
    this.requestServer = requestServer;
    this.catalogue = catalogue;
    this.discovery = discovery;
    this.ratings = ratings;
    this.statuses = statuses;
    this.fulfilment = fulfilment;
    this.policy = policy;
    this.quota = quota;
    this.ledger = ledger;
  }

  /**
   * Requests a title. Repeating a request, or requesting a title that the library has or is about
   * to get, succeeds.
   *
   * @param server the server that fetches it; null for the default one
   * @return the request; empty when the library has the title
   * @throws ApiException item_not_found for a title that the caller may not see; forbidden when the
   *     caller may not make requests, or exceeds the quota; conflict when no server can fetch it
   */
  public Optional<Request> ask(Caller caller, RequestedScope scope, String server) {
    CatalogId.Tmdb id = scope.id();
    boolean here = catalogue.has(id);
    if (here && catalogue.shown(caller, id).isEmpty()) {
      throw ApiException.itemNotFound();
    }
    if (here && id.kind() == MediaKind.MOVIE && server == null) {
      return Optional.empty();
    }
    Terms terms = policy.of(caller);
    if (!terms.mayAsk()) {
      throw ApiException.forbidden("This account may not request titles.")
          .because("requests_not_allowed");
    }
    String chosen = server(id.kind(), server);
    if (here && id.kind() == MediaKind.MOVIE) {
      return fulfilment.has(id, chosen)
          ? Optional.empty()
          : Optional.of(ask(caller, terms.withoutRating(), scope, chosen, shown(caller, id)));
    }
    Optional<LookupResult> result = described(id, chosen, here);
    if (!here
        && result.isPresent()
        && !ratings.allows(terms.limits(), id, result.get().certification())) {
      throw ApiException.itemNotFound();
    }
    RequestedScope exact = result.map(each -> exactly(scope, each)).orElse(scope);
    if (here) {
      return fulfilment
          .missing(exact, chosen)
          // The library shows it to the caller, whatever its rating is.
          .map(missing -> ask(caller, terms.withoutRating(), missing, chosen, result));
    }
    return Optional.of(ask(caller, terms, exact, chosen, result));
  }

  private Request ask(
      Caller caller,
      Terms terms,
      RequestedScope scope,
      String server,
      Optional<LookupResult> result) {
    CatalogId.Tmdb id = scope.id();
    TitleStage stage = statuses.current(id, catalogue.has(id)).stage();
    Optional<Request> same = sameAsBefore(caller, scope, server, stage);
    if (same.isPresent()) {
      return same.get();
    }
    boolean usual = usual(id.kind(), server);
    // If the rating could not be checked, the request waits until it can.
    boolean judged = result.isPresent() || terms.limits().cap(id.kind()).isEmpty();
    Progress progress =
        id.kind() == MediaKind.MOVIE && judged ? progress(id, server, stage) : Progress.NONE;
    Status status =
        switch (progress) {
          case NONE -> first(caller, terms, usual);
          // The server searches for it now, unless it has done so.
          case WANTED -> Status.APPROVED;
          case ON_ITS_WAY -> Status.SENT;
        };
    return ledger.open(
        caller,
        quota.draft(
            caller,
            terms,
            scope,
            result.map(LookupResult::name).orElse(""),
            server,
            progress == Progress.NONE ? Quota.cost(scope) : 0,
            status));
  }

  private Progress progress(CatalogId.Tmdb id, String server, TitleStage stage) {
    if (requestServer.configured()) {
      return isOnItsWay(stage) ? Progress.ON_ITS_WAY : Progress.NONE;
    }
    return fulfilment.progress(id, server);
  }

  private boolean usual(MediaKind kind, String server) {
    return requestServer.configured() || servers(kind).get(0).equals(server);
  }

  /**
   * The first status: only administrators may use another server than the default one without
   * approval.
   */
  private static Status first(Caller caller, Terms terms, boolean usual) {
    boolean free = usual || caller.administrator();
    return terms.needsApproval() || !free ? Status.PENDING : Status.APPROVED;
  }

  /**
   * The caller's open request for the same scope; closes one whose title was removed or declined.
   */
  private Optional<Request> sameAsBefore(
      Caller caller, RequestedScope scope, String server, TitleStage stage) {
    for (Request request : ledger.openOf(caller.userId(), scope.id())) {
      if (request.server().equals(server) && request.scope().covers(scope)) {
        if (request.status() != Status.SENT || !cameToNothing(request, stage)) {
          return Optional.of(request);
        }
        ledger.move(request, Status.FAILED, Request.REMOVED);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the title was removed from its server after the request, or a request server declined
   * it.
   */
  private boolean cameToNothing(Request request, TitleStage stage) {
    return requestServer.configured()
        ? stage == TitleStage.REQUESTABLE
        : fulfilment.dropped(request.scope(), request.server());
  }

  private static boolean isOnItsWay(TitleStage stage) {
    return switch (stage) {
      case IMPORTING, DOWNLOADING, SEARCHING, WAITING_FOR_RELEASE -> true;
      case PLAYABLE, PARTLY, REQUESTED, REQUESTABLE, NOT_REQUESTABLE, UNKNOWN -> false;
    };
  }

  /**
   * The lookup result for a title; empty when the server does not answer, because the rating is
   * checked again before a server is told.
   */
  private Optional<LookupResult> described(CatalogId.Tmdb id, String server, boolean here) {
    if (servers(id.kind()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return orderable(id, server, here)
          .or(
              () -> {
                throw here ? unknown() : ApiException.itemNotFound();
              });
    } catch (ApiException e) {
      if (e.code() == ErrorCode.BACKEND_UNAVAILABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The title as its server can fetch it: a series of the library as the server has it, so that the
   * page and the request mean the same seasons; empty when the server does not find it.
   */
  private Optional<LookupResult> orderable(CatalogId.Tmdb id, String server, boolean here) {
    Optional<LookupResult> known =
        here
            ? fulfilment.known(id, server, ArrSnapshots.NO_TIME).map(Requests::result)
            : Optional.empty();
    return known.isPresent() ? known : discovery.described(id);
  }

  private static LookupResult result(ArrTitle title) {
    List<Integer> seasons = title.seasons().stream().map(ArrTitle.Season::number).toList();
    return named(title.id(), title.name(), seasons);
  }

  private static LookupResult named(CatalogId.Tmdb id, String name, List<Integer> seasons) {
    return new LookupResult(id, name, "", 0, "", "", "", "", List.of(), 0, 0, seasons);
  }

  /** A movie of the library, which needs no lookup. */
  private Optional<LookupResult> shown(Caller caller, CatalogId.Tmdb id) {
    return catalogue.shown(caller, id).map(title -> named(id, title.name(), List.of()));
  }

  private static ApiException unknown() {
    return ApiException.conflict("No server finds this title by its TMDB number.")
        .because("unknown_title");
  }

  /**
   * Replaces a whole series by the numbers of its seasons, so that the request does not include
   * later seasons.
   */
  private static RequestedScope exactly(RequestedScope scope, LookupResult result) {
    if (scope.id().kind() == MediaKind.MOVIE) {
      return scope;
    }
    Set<Integer> there = new HashSet<>(result.seasons());
    scope.seasons().forEach(number -> requireSeason(there, number, "seasons"));
    scope.episodes().forEach(each -> requireSeason(there, each.season(), "episodes"));
    if (!scope.whole()) {
      return scope;
    }
    there.remove(0);
    return new RequestedScope(scope.id(), Set.copyOf(there), Set.of());
  }

  private static void requireSeason(Set<Integer> there, int number, String field) {
    if (!there.contains(number)) {
      throw ApiException.invalid(field, "The series has no season " + number + ".");
    }
  }

  /**
   * Whether and how the caller may request a title; empty for a movie of the library that every
   * server has.
   */
  public Optional<RequestEligibility> eligibility(Caller caller, CatalogId.Tmdb id) {
    RequestEligibility usual = eligibility(caller, id.kind());
    boolean here = catalogue.has(id);
    if (id.kind() == MediaKind.MOVIE) {
      return here ? elsewhere(caller, id, usual) : Optional.of(usual);
    }
    return Optional.of(usual.servers().isEmpty() ? usual : withSeasons(id, here, usual));
  }

  /** A movie of the library may be requested from the servers that do not have it. */
  private Optional<RequestEligibility> elsewhere(
      Caller caller, CatalogId.Tmdb id, RequestEligibility usual) {
    List<String> without =
        usual.servers().stream().filter(server -> !fulfilment.has(id, server)).toList();
    return Optional.of(usual.from(without, caller.administrator()))
        .filter(terms -> !terms.servers().isEmpty());
  }

  private RequestEligibility withSeasons(
      CatalogId.Tmdb id, boolean here, RequestEligibility usual) {
    String server = usual.servers().get(0);
    if (here && !fulfilment.answers(id.kind(), server)) {
      // The request is accepted, and waits until the server answers.
      return usual;
    }
    try {
      return orderable(id, server, here)
          .map(result -> usual.with(result.seasons()))
          .orElseGet(usual::refused);
    } catch (ApiException e) {
      // Likewise, without the metadata service.
      return usual;
    }
  }

  /** Whether and how the caller may request titles of this kind. */
  public RequestEligibility eligibility(Caller caller, MediaKind kind) {
    Terms terms = policy.of(caller);
    RemainingQuota remaining = quota.remaining(caller, terms);
    List<String> servers = servers(kind);
    boolean anyServer = requestServer.configured() || !servers.isEmpty();
    return new RequestEligibility(
        terms.mayAsk() && anyServer && remaining.left().orElse(1) > 0,
        terms.needsApproval(),
        remaining,
        servers,
        List.of());
  }

  private List<String> servers(MediaKind kind) {
    return arrs.all().stream().filter(arr -> arr.kind() == kind).map(Arr::name).toList();
  }

  private String server(MediaKind kind, String wanted) {
    List<String> names = servers(kind);
    if (wanted != null && !names.contains(wanted)) {
      throw ApiException.invalid("server", "server must be one of request.servers of the title.");
    }
    if (requestServer.configured()) {
      return "seerr";
    }
    if (names.isEmpty()) {
      throw ApiException.conflict("No server can fetch this title.").because("not_requestable");
    }
    return wanted == null ? names.get(0) : wanted;
  }
}
