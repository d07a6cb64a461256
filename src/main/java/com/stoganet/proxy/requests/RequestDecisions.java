package com.stoganet.proxy.requests;

import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** What was asked for, who may see it, and who may decide about it. */
@ApplicationScoped
public class RequestDecisions {

  private final RequestBook book;

  /** For the proxies of CDI only. */
  protected RequestDecisions() {
    this(null);
  }

  @Inject
  public RequestDecisions(RequestBook book) {
    this.book = book;
  }

  /** The newest first: the caller's own, of an administrator everybody's. */
  public List<Request> list(Caller caller, Set<Status> statuses, int limit) {
    return book.list(caller.administrator() ? null : caller.userId(), statuses, limit);
  }

  /**
   * A request that the caller may see.
   *
   * @throws ApiException item_not_found when there is none
   */
  public Request find(Caller caller, String id) {
    return book.find(id)
        .filter(
            request -> caller.administrator() || request.asker().userId().equals(caller.userId()))
        .orElseThrow(() -> ApiException.itemNotFound("There is no such request."));
  }

  /** Takes a request back that nothing was done about; doing it twice is no mistake. */
  public Request withdraw(Caller caller, String id) {
    Request request = find(caller, id);
    return request.status() == Status.WITHDRAWN
        ? request
        : decide(request, Set.of(Status.PENDING, Status.APPROVED), Status.WITHDRAWN, "");
  }

  /** An administrator is for it; being so twice is no mistake. */
  public Request approve(Caller caller, String id) {
    Request request = find(caller, id);
    return switch (request.status()) {
      case APPROVED, SENDING, SENT, FULFILLED -> request;
      case PENDING, DECLINED, FAILED, WITHDRAWN ->
          decide(request, Set.of(Status.PENDING), Status.APPROVED, "");
    };
  }

  /** An administrator is against it. */
  public Request decline(Caller caller, String id, String reason) {
    Request request = find(caller, id);
    return request.status() == Status.DECLINED
        ? request
        : decide(request, Set.of(Status.PENDING, Status.APPROVED), Status.DECLINED, reason);
  }

  private Request decide(Request request, Set<Status> from, Status to, String reason) {
    if (!from.contains(request.status()) || !book.move(request, to, reason)) {
      throw ApiException.conflict("The request has been decided already.")
          .because("already_decided");
    }
    return book.find(request.id()).orElseThrow(ApiException::itemNotFound);
  }
}
