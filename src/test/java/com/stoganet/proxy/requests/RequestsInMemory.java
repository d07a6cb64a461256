package com.stoganet.proxy.requests;

import com.stoganet.proxy.availability.OpenRequestSource;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ports of requests without a database. */
final class RequestsInMemory implements RequestStore, OpenRequestSource {

  private static final Set<Status> FREE = Set.of(Status.DECLINED, Status.FAILED, Status.WITHDRAWN);

  private final Map<String, Request> requests = new LinkedHashMap<>();
  private final Map<String, Instant> due = new HashMap<>();

  private Stream<Request> of(String userId) {
    return requests.values().stream().filter(each -> each.asker().userId().equals(userId));
  }

  List<Request> all() {
    return List.copyOf(requests.values());
  }

  Instant due(String id) {
    return due.get(id);
  }

  @Override
  public Optional<Request> add(Draft draft, Instant now) {
    Optional<Request> same =
        of(draft.userId())
            .filter(Request::open)
            .filter(each -> each.scope().equals(draft.scope()))
            .filter(each -> each.server().equals(draft.server()))
            .findFirst();
    int used = counted(draft.userId(), draft.since()).stream().mapToInt(Request::cost).sum();
    if (same.isPresent() || draft.most() > 0 && used + draft.cost() > draft.most()) {
      return same;
    }
    Request request =
        new Request(
            "r" + (requests.size() + 1),
            new Request.Asker(draft.userId(), "jf-" + draft.userId(), draft.userId()),
            draft.scope(),
            draft.name(),
            draft.server(),
            draft.ratingCap(),
            draft.cost(),
            draft.status(),
            "",
            now,
            Optional.empty());
    requests.put(request.id(), request);
    due.put(request.id(), now);
    return Optional.of(request);
  }

  @Override
  public Optional<Request> find(String id) {
    return Optional.ofNullable(requests.get(id));
  }

  @Override
  public List<Request> list(String userId, Set<Status> statuses, int limit) {
    List<Request> newest = new ArrayList<>(requests.values());
    newest.sort(Comparator.comparing(Request::createdAt).reversed());
    return newest.stream()
        .filter(each -> userId == null || each.asker().userId().equals(userId))
        .filter(each -> statuses.isEmpty() || statuses.contains(each.status()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Request> openOf(String userId, CatalogId.Tmdb title) {
    return of(userId)
        .filter(Request::open)
        .filter(each -> each.scope().id().equals(title))
        .toList();
  }

  @Override
  public List<Request> counted(String userId, Instant since) {
    return of(userId)
        .filter(each -> each.createdAt().isAfter(since))
        .filter(each -> !FREE.contains(each.status()) && each.cost() > 0)
        .toList();
  }

  @Override
  public boolean move(String id, Status from, Status to, String reason, Instant now) {
    Request old = requests.get(id);
    if (old.status() != from) {
      return false;
    }
    requests.put(
        id,
        new Request(
            id,
            old.asker(),
            old.scope(),
            old.name(),
            old.server(),
            old.ratingCap(),
            old.cost(),
            to,
            reason,
            old.createdAt(),
            from == Status.PENDING ? Optional.of(now) : old.decidedAt()));
    due.put(id, now);
    return true;
  }

  @Override
  public List<Request> claim(Instant now, Instant until, int most) {
    List<Request> next =
        requests.values().stream()
            .filter(each -> Set.of(Status.APPROVED, Status.SENDING).contains(each.status()))
            .filter(each -> !due.get(each.id()).isAfter(now))
            .limit(most)
            .toList();
    next.forEach(each -> move(each.id(), each.status(), Status.SENDING, "", until));
    return next.stream().map(each -> requests.get(each.id())).toList();
  }

  @Override
  public void postpone(String id, Instant until) {
    move(id, Status.SENDING, Status.APPROVED, "", until);
  }

  @Override
  public List<Request> sent() {
    return requests.values().stream().filter(each -> each.status() == Status.SENT).toList();
  }

  @Override
  public Map<CatalogId.Tmdb, OpenRequest> open() {
    Map<CatalogId.Tmdb, OpenRequest> open = new HashMap<>();
    requests.values().stream()
        .filter(Request::open)
        .forEach(
            each ->
                open.merge(
                    each.scope().id(),
                    new OpenRequest(step(each.status()), Set.of(each.asker().userId())),
                    OpenRequest::and));
    return open;
  }

  private static Step step(Status status) {
    return switch (status) {
      case APPROVED, SENDING -> Step.TO_BE_HANDED_OVER;
      case SENT -> Step.HANDED_OVER;
      default -> Step.AWAITING_APPROVAL;
    };
  }
}
