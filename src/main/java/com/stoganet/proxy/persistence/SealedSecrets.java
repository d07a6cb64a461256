package com.stoganet.proxy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Seals anew what an older key sealed, a few rows at a time. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class SealedSecrets {

  private static final int ROWS = 100;

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final SecretBox secrets;

  /** For the proxies of CDI only. */
  protected SealedSecrets() {
    this(null);
  }

  @Inject
  public SealedSecrets(SecretBox secrets) {
    this.secrets = secrets;
  }

  /**
   * Some rows that were done.
   *
   * @param last the id of the last one; null when there are no more
   * @param renewed how many of them were sealed anew
   */
  record Batch(String last, int renewed) {}

  /** Does the sessions that follow on this id; those that are over have no secret any more. */
  Batch renewAfter(String id) {
    List<SessionRow> rows =
        database
            .createQuery(
                "select s from SessionRow s where s.id > :id and s.providerKnows = false"
                    + " order by s.id",
                SessionRow.class)
            .setParameter("id", id)
            .setMaxResults(ROWS)
            .getResultList();
    int renewed = rows.stream().mapToInt(this::renew).sum();
    return new Batch(rows.size() < ROWS ? null : rows.get(ROWS - 1).id(), renewed);
  }

  private int renew(SessionRow row) {
    return secrets.renewed(row.providerToken(), row.id()).map(anew -> replace(row, anew)).orElse(0);
  }

  /** Unless another proxy, which is starting too, was faster. */
  private int replace(SessionRow row, byte[] anew) {
    return database
        .createQuery(
            "update SessionRow s set s.providerToken = :anew"
                + " where s.id = :id and s.providerToken = :before")
        .setParameter("anew", anew)
        .setParameter("id", row.id())
        .setParameter("before", row.providerToken())
        .executeUpdate();
  }
}
