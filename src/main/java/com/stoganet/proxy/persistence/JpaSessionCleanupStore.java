package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionCleanupStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds in the database what is left of sessions that are no longer used, and removes it. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaSessionCleanupStore implements SessionCleanupStore {

  private static final Duration UNREADABLE_PAUSE = Duration.ofDays(1);

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SessionMapper mapper;

  /** For the proxies of CDI only. */
  protected JpaSessionCleanupStore() {
    this(null);
  }

  @Inject
  public JpaSessionCleanupStore(SessionMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public List<Ended> unknownToProvider(Instant now, int limit) {
    List<SessionRow> due =
        database
            .createQuery(
                "select s from SessionRow s where s.endedAt is not null and s.providerKnows = false"
                    + " and s.signOutDueAt <= :now order by s.signOutDueAt, s.endedAt",
                SessionRow.class)
            .setParameter("now", now)
            .setMaxResults(limit)
            .getResultList();
    List<Ended> ended = new ArrayList<>();
    for (SessionRow row : due) {
      mapper
          .session(row)
          .ifPresentOrElse(
              session -> ended.add(new Ended(session, row.endedAt())),
              // Its key may come back; until then it must not take the place of another row.
              () -> tellProviderAt(row.id(), now.plus(UNREADABLE_PAUSE)));
    }
    return ended;
  }

  @Override
  public void tellProviderAt(String sessionId, Instant time) {
    database
        .createQuery("update SessionRow s set s.signOutDueAt = :time where s.id = :id")
        .setParameter("time", time)
        .setParameter("id", sessionId)
        .executeUpdate();
  }

  @Override
  public void providerKnows(String sessionId) {
    database
        .createQuery(
            "update SessionRow s set s.providerKnows = true, s.providerToken = :none"
                + " where s.id = :id")
        .setParameter("none", new byte[0])
        .setParameter("id", sessionId)
        .executeUpdate();
  }

  @Override
  public List<Session> abandoned(Instant now, int limit) {
    return sessions(
        database
            .createQuery(
                "select s from SessionRow s where s.endedAt is null and not exists"
                    + " (select t from RefreshTokenRow t where t.session = s"
                    + " and t.rotatedAt is null and t.expiresAt > :now)",
                SessionRow.class)
            .setParameter("now", now)
            .setMaxResults(limit));
  }

  @Override
  public void purge(Instant ended, Instant expired, Instant forgiven) {
    database
        .createQuery(
            "update RefreshTokenRow t set t.successor = null"
                + " where t.successor is not null and t.rotatedAt < :forgiven")
        .setParameter("forgiven", forgiven)
        .executeUpdate();
    database
        .createQuery("delete from RefreshTokenRow t where t.expiresAt < :expired")
        .setParameter("expired", expired)
        .executeUpdate();
    database
        .createQuery(
            "delete from RefreshTokenRow t where t.session.id in"
                + " (select s.id from SessionRow s where s.endedAt < :ended)")
        .setParameter("ended", ended)
        .executeUpdate();
    database
        .createQuery("delete from SessionRow s where s.endedAt < :ended")
        .setParameter("ended", ended)
        .executeUpdate();
  }

  private List<Session> sessions(TypedQuery<SessionRow> query) {
    return query.getResultStream().flatMap(row -> mapper.session(row).stream()).toList();
  }
}
