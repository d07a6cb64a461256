package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestFulfilment.Progress;
import com.stoganet.proxy.requests.RequestPolicy.Terms;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Creates a request with its first status, unless the user has the same one open. */
@Service
public class RequestCreation {

  private final RequestServer requestServer;
  private final Catalogue catalogue;
  private final TitleStatusResolver statuses;
  private final RequestFulfilment fulfilment;
  private final Quota quota;
  private final RequestLedger ledger;
  private final ServerChoice servers;

  @Inject
  public RequestCreation(
      RequestServer requestServer,
      Catalogue catalogue,
      TitleStatusResolver statuses,
      RequestFulfilment fulfilment,
      Quota quota,
      RequestLedger ledger,
      ServerChoice servers) {
    this.requestServer = requestServer;
    this.catalogue = catalogue;
    this.statuses = statuses;
    this.fulfilment = fulfilment;
    this.quota = quota;
    this.ledger = ledger;
    this.servers = servers;
  }

  /**
   * The new request, or the caller's open one for the same scope.
   *
   * @param result empty when the lookup did not answer, so that the rating is unknown
   * @throws ApiException forbidden when it exceeds the caller's quota
   */
  Request create(
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
    boolean usual = servers.isDefault(id.kind(), server);
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
}
