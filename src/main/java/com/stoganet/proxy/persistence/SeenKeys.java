package com.stoganet.proxy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Remembers from one start to the next which keys there were. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class SeenKeys {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  /**
   * Whether there was another key of this name at the last start; of several proxies that start
   * with a new key, one is told so.
   */
  boolean changed(String name, String fingerprint, Instant now) {
    database
        .createNativeQuery(
            "insert into seen_keys (name, fingerprint, since) values (?1, ?2, ?3)"
                + " on conflict (name) do nothing")
        .setParameter(1, name)
        .setParameter(2, fingerprint)
        .setParameter(3, now.toEpochMilli())
        .executeUpdate();
    int changed =
        database
            .createNativeQuery(
                "update seen_keys set fingerprint = ?2, since = ?3"
                    + " where name = ?1 and fingerprint <> ?2")
            .setParameter(1, name)
            .setParameter(2, fingerprint)
            .setParameter(3, now.toEpochMilli())
            .executeUpdate();
    return changed > 0;
  }
}
