package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Session;
import com.stoganet.proxy.auth.SessionCleanupStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Finds in the database what is left of sessions that are no longer used, and removes it. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaSessionCleanupStore implements SessionCleanupStore {

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
  public List<Session> unknownToProvider(int limit) {
    return sessions(
        database
            .createQuery(
                "select s from SessionRow s where s.endedAt is not null and s.providerKnows = false"
                    + " order by s.endedAt",
                SessionRow.class)
            .setMaxResults(limit));
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
