package com.stoganet.proxy.requests;

import com.stoganet.proxy.availability.OpenRequests;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestStore.Draft;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores requests, and fires an event when one changes. */
@Service
public class RequestLedger {

  private final RequestStore store;
  private final Quota quota;
  private final Event<OpenRequests.Changed> changes;
  private final Event<RequestChanged> changed;
  private final Clock clock;

  @Inject
  public RequestLedger(
      RequestStore store,
      Quota quota,
      Event<OpenRequests.Changed> changes,
      Event<RequestChanged> changed,
      Clock clock) {
    this.store = store;
    this.quota = quota;
    this.changes = changes;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Stores a new request.
   *
   * @throws com.stoganet.proxy.shared.ApiException forbidden when it exceeds the caller's quota
   */
  Request open(Caller caller, Draft draft) {
    Request request =
        store.add(draft, clock.instant()).orElseThrow(() -> quota.exceeded(caller, draft));
    tell(request);
    return request;
  }

  /** Changes the status of a request; false when it has another status by now. */
  boolean move(Request request, Status to, String reason) {
    boolean moved = store.move(request.id(), request.status(), to, reason, clock.instant());
    if (moved) {
      store.find(request.id()).ifPresent(this::tell);
    }
    return moved;
  }

  private void tell(Request request) {
    changes.fire(new OpenRequests.Changed());
    changed.fire(new RequestChanged(request));
  }

  List<Request> openOf(String userId, CatalogId.Tmdb title) {
    return store.openOf(userId, title);
  }

  List<Request> list(String userId, Set<Status> statuses, int limit) {
    return store.list(userId, statuses, limit);
  }

  Optional<Request> find(String id) {
    return store.find(id);
  }
}
