package com.stoganet.proxy.persistence;

import com.stoganet.proxy.availability.OpenRequestSource;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.requests.RequestStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps requests in the database. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaRequestStore implements RequestStore, OpenRequestSource {

  private static final List<Status> OPEN =
      List.of(Status.PENDING, Status.APPROVED, Status.SENDING, Status.SENT);

  /** Requests that came to nothing do not count towards a quota. */
  private static final List<Status> FREE =
      List.of(Status.DECLINED, Status.FAILED, Status.WITHDRAWN);

  /** Enough for a household, and few enough for memory. */
  private static final int MOST = 10_000;

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  @Override
  public Optional<Request> add(Draft draft, Instant now) {
    if (draft.most() > 0) {
      lock(draft.userId());
      int used = counted(draft.userId(), draft.since()).stream().mapToInt(Request::cost).sum();
      if (used + draft.cost() > draft.most()) {
        return same(draft);
      }
    }
    insert(draft, now);
    return same(draft);
  }

  /** Until the end of the transaction: no other request counts before this one has been added. */
  private void lock(String userId) {
    database
        .createNativeQuery("update users set name = name where id = ?1")
        .setParameter(1, userId)
        .executeUpdate();
  }

  private void insert(Draft draft, Instant now) {
    database
        .createNativeQuery(
            "insert into requests (id, user_id, title_id, seasons, episodes, name, server,"
                + " rating_cap, rating_sub_cap, cost, status, reason, created_at, due_at)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as integer), cast(?12 as integer),"
                + " ?9, ?10, '', ?11, ?11)"
                + " on conflict do nothing")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, draft.userId())
        .setParameter(3, draft.scope().id().toString())
        .setParameter(4, RequestedScopeText.seasons(draft.scope()))
        .setParameter(5, RequestedScopeText.episodes(draft.scope()))
        .setParameter(6, draft.name())
        .setParameter(7, draft.server())
        .setParameter(8, draft.ratingCap().map(RatingScore::score).orElse(null))
        .setParameter(12, draft.ratingCap().map(RatingScore::sub).orElse(null))
        .setParameter(9, draft.cost())
        .setParameter(10, draft.status().name())
        .setParameter(11, now.toEpochMilli())
        .executeUpdate();
  }

  private Optional<Request> same(Draft draft) {
    return rows("r.user.id = :user and r.titleId = :title and r.server = :server"
            + " and r.seasons = :seasons and r.episodes = :episodes and r.status in :open")
        .setParameter("user", draft.userId())
        .setParameter("title", draft.scope().id().toString())
        .setParameter("server", draft.server())
        .setParameter("seasons", RequestedScopeText.seasons(draft.scope()))
        .setParameter("episodes", RequestedScopeText.episodes(draft.scope()))
        .setParameter("open", OPEN)
        .getResultStream()
        .findFirst()
        .map(RequestRow::toRequest);
  }

  @Override
  public Optional<Request> find(String id) {
    return Optional.ofNullable(database.find(RequestRow.class, id)).map(RequestRow::toRequest);
  }

  @Override
  public List<Request> list(String userId, Set<Status> statuses, int limit) {
    TypedQuery<RequestRow> query =
        rows(
            (userId == null ? "1 = 1" : "r.user.id = :user")
                + (statuses.isEmpty() ? "" : " and r.status in :statuses")
                + " order by r.createdAt desc, r.id");
    if (userId != null) {
      query.setParameter("user", userId);
    }
    if (!statuses.isEmpty()) {
      query.setParameter("statuses", statuses);
    }
    return requests(query.setMaxResults(limit));
  }

  @Override
  public List<Request> openOf(String userId, CatalogId.Tmdb title) {
    return requests(
        rows("r.user.id = :user and r.titleId = :title and r.status in :open")
            .setParameter("user", userId)
            .setParameter("title", title.toString())
            .setParameter("open", OPEN));
  }

  @Override
  public List<Request> counted(String userId, Instant since) {
    return requests(
        rows("r.user.id = :user and r.createdAt > :since and r.status not in :free"
                + " and r.cost > 0 order by r.createdAt")
            .setParameter("user", userId)
            .setParameter("since", since)
            .setParameter("free", FREE));
  }

  @Override
  public boolean move(String id, Status from, Status to, String reason, Instant now) {
    boolean decision = to == Status.DECLINED || (from == Status.PENDING && to == Status.APPROVED);
    return database
            .createNativeQuery(
                "update requests set status = ?1, reason = ?2, due_at = ?3"
                    + (decision ? ", decided_at = ?3" : "")
                    + " where id = ?4 and status = ?5")
            .setParameter(1, to.name())
            .setParameter(2, reason)
            .setParameter(3, now.toEpochMilli())
            .setParameter(4, id)
            .setParameter(5, from.name())
            .executeUpdate()
        == 1;
  }

  @Override
  public List<Request> claim(Instant now, Instant until, int most) {
    List<RequestRow> due =
        rows("r.status in :statuses and r.dueAt <= :now order by r.createdAt")
            // The proxy that was sending one may have died.
            .setParameter("statuses", List.of(Status.APPROVED, Status.SENDING))
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    List<Request> claimed = new ArrayList<>();
    for (RequestRow row : due) {
      if (claimed(row.id(), now, until)) {
        database.refresh(row);
        claimed.add(row.toRequest());
      }
    }
    return claimed;
  }

  private boolean claimed(String id, Instant now, Instant until) {
    return database
            .createNativeQuery(
                "update requests set due_at = ?1, status = 'SENDING'"
                    + " where id = ?2 and due_at <= ?3 and status in ('APPROVED', 'SENDING')")
            .setParameter(1, until.toEpochMilli())
            .setParameter(2, id)
            .setParameter(3, now.toEpochMilli())
            .executeUpdate()
        == 1;
  }

  @Override
  public void postpone(String id, Instant until) {
    database
        .createNativeQuery(
            "update requests set due_at = ?1, status = 'APPROVED'"
                + " where id = ?2 and status = 'SENDING'")
        .setParameter(1, until.toEpochMilli())
        .setParameter(2, id)
        .executeUpdate();
  }

  @Override
  public List<Request> sent() {
    return requests(rows("r.status = :status").setParameter("status", Status.SENT));
  }

  @Override
  public Map<CatalogId.Tmdb, OpenRequest> open() {
    Map<CatalogId.Tmdb, OpenRequest> open = new HashMap<>();
    for (RequestRow row : rows("r.status in :open").setParameter("open", OPEN).getResultList()) {
      OpenRequest one = new OpenRequest(step(row.status()), Set.of(row.userId()));
      open.merge(row.scope().id(), one, OpenRequest::and);
    }
    return open;
  }

  private static Step step(Status status) {
    return switch (status) {
      case APPROVED, SENDING -> Step.TO_BE_HANDED_OVER;
      case SENT -> Step.HANDED_OVER;
      default -> Step.AWAITING_APPROVAL;
    };
  }

  private TypedQuery<RequestRow> rows(String condition) {
    return database
        .createQuery("select r from RequestRow r where " + condition, RequestRow.class)
        .setMaxResults(MOST);
  }

  private static List<Request> requests(TypedQuery<RequestRow> query) {
    return query.getResultStream().map(RequestRow::toRequest).toList();
  }
}
