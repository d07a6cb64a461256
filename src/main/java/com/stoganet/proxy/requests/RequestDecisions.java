package com.stoganet.proxy.requests;

import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists requests, lets requesters withdraw them and administrators decide about them. */
@Service
public class RequestDecisions {

  private final RequestLedger ledger;
  private final TitleStatusResolver statuses;
  private final RequestFulfilment fulfilment;
  private final Catalogue catalogue;

  @Inject
  public RequestDecisions(
      RequestLedger ledger,
      TitleStatusResolver statuses,
      RequestFulfilment fulfilment,
      Catalogue catalogue) {
    this.ledger = ledger;
    this.statuses = statuses;
    this.fulfilment = fulfilment;
    this.catalogue = catalogue;
  }

  /** Requests, the newest first: all for an administrator, for any other user the user's own. */
  public List<TrackedRequest> list(Caller caller, Set<Status> wanted, int limit) {
    return ledger.list(caller.administrator() ? null : caller.userId(), wanted, limit).stream()
        .map(this::tracked)
        .toList();
  }

  /**
   * A request that the caller may see.
   *
   * @throws ApiException item_not_found when there is none
   */
  public TrackedRequest find(Caller caller, String id) {
    return tracked(visible(caller, id));
  }

  private TrackedRequest tracked(Request request) {
    CatalogId.Tmdb id = request.scope().id();
    return new TrackedRequest(
        request, request.open() ? Optional.of(status(request, id)) : Optional.empty());
  }

  /** A movie may be in the library, but not yet from the server of this request. */
  private TitleStatus status(Request request, CatalogId.Tmdb id) {
    boolean here =
        catalogue.has(id)
            && (id.kind() == MediaKind.TV
                || fulfilment.has(id, request.server(), ArrSnapshots.NO_TIME));
    return statuses.cached(id, here, request.server());
  }

  private Request visible(Caller caller, String id) {
    return ledger
        .find(id)
        .filter(
            request -> caller.administrator() || request.asker().userId().equals(caller.userId()))
        .orElseThrow(() -> ApiException.itemNotFound("There is no such request."));
  }

  /** Withdraws a request for which no server was told yet; withdrawing twice succeeds. */
  public Request withdraw(Caller caller, String id) {
    Request request = visible(caller, id);
    return request.status() == Status.WITHDRAWN
        ? request
        : decide(request, Set.of(Status.PENDING, Status.APPROVED), Status.WITHDRAWN, "");
  }

  /**
   * Approves a request; approving it twice succeeds.
   *
   * @throws ApiException forbidden for a caller who is no administrator
   */
  public TrackedRequest approve(Caller caller, String id) {
    caller.requireAdministrator();
    Request request = visible(caller, id);
    return switch (request.status()) {
      case APPROVED, SENDING, SENT, FULFILLED -> tracked(request);
      case PENDING, DECLINED, FAILED, WITHDRAWN ->
          tracked(decide(request, Set.of(Status.PENDING), Status.APPROVED, ""));
    };
  }

  /**
   * Declines a request.
   *
   * @param reason the administrator's text for the requester
   * @throws ApiException forbidden for a caller who is no administrator
   */
  public TrackedRequest decline(Caller caller, String id, String reason) {
    caller.requireAdministrator();
    Request request = visible(caller, id);
    return tracked(
        request.status() == Status.DECLINED
            ? request
            : decide(request, Set.of(Status.PENDING, Status.APPROVED), Status.DECLINED, reason));
  }

  private Request decide(Request request, Set<Status> from, Status to, String reason) {
    if (!from.contains(request.status()) || !ledger.move(request, to, reason)) {
      throw ApiException.conflict("The request is already decided.").because("already_decided");
    }
    return ledger.find(request.id()).orElseThrow(ApiException::itemNotFound);
  }
}
