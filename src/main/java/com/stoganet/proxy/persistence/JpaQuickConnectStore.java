package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.IssuedTokens;
import com.stoganet.proxy.auth.QuickConnectAttempt;
import com.stoganet.proxy.auth.QuickConnectStore;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps attempts to sign in by Quick Connect in the database. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaQuickConnectStore implements QuickConnectStore {

  private static final Log LOG = Log.of(JpaQuickConnectStore.class);

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SecretBox secrets;

  /** For the proxies of CDI only. */
  protected JpaQuickConnectStore() {
    this(null);
  }

  @Inject
  public JpaQuickConnectStore(SecretBox secrets) {
    this.secrets = secrets;
  }

  @Override
  public long count() {
    return database
        .createQuery("select count(q) from QuickConnectRow q", Long.class)
        .getSingleResult();
  }

  @Override
  public boolean add(QuickConnectAttempt attempt, long most) {
    // In one statement: many may begin at the same time.
    return database
            .createNativeQuery(
                "insert into quick_connects"
                    + " (id, secret, device_id, device_label, client, pending_at, expires_at)"
                    + " select ?1, ?2, ?3, ?4, ?5, ?6, ?7"
                    + " where (select count(*) from quick_connects) < ?8")
            .setParameter(1, attempt.id())
            .setParameter(2, secrets.seal(attempt.secret(), attempt.id()))
            .setParameter(3, attempt.device().id())
            .setParameter(4, attempt.device().label())
            .setParameter(5, attempt.device().client())
            .setParameter(6, attempt.pendingAt().toEpochMilli())
            .setParameter(7, attempt.expiresAt().toEpochMilli())
            .setParameter(8, most)
            .executeUpdate()
        == 1;
  }

  @Override
  public Optional<QuickConnectAttempt> find(String id) {
    return Optional.ofNullable(database.find(QuickConnectRow.class, id)).flatMap(this::readable);
  }

  private Optional<QuickConnectAttempt> readable(QuickConnectRow row) {
    try {
      String secret = secrets.open(row.secret(), row.id());
      return Optional.of(
          new QuickConnectAttempt(
              row.id(), secret, row.device(), row.pendingAt(), row.expiresAt()));
    } catch (IllegalStateException e) {
      LOG.warn("The secret of a Quick Connect does not open: was the key changed?");
      return Optional.empty();
    }
  }

  @Override
  public void pending(String id, Instant now) {
    database
        .createQuery(
            "update QuickConnectRow q set q.pendingAt = :now"
                + " where q.id = :id and q.pendingAt < :now")
        .setParameter("now", now)
        .setParameter("id", id)
        .executeUpdate();
  }

  @Override
  public void remove(String id) {
    delete(id);
  }

  @Override
  public Optional<IssuedTokens> redeem(String id, Supplier<Optional<IssuedTokens>> opening) {
    return delete(id) ? opening.get() : Optional.empty();
  }

  @Override
  public void purge(Instant expired) {
    database
        .createQuery("delete from QuickConnectRow q where q.expiresAt < :expired")
        .setParameter("expired", expired)
        .executeUpdate();
  }

  private boolean delete(String id) {
    return database
            .createQuery("delete from QuickConnectRow q where q.id = :id")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }
}
