package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.KnownServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Remembers in the database which Jellyfin the users come from, for all proxies together. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaKnownServer implements KnownServer {

  private static final String NAME = "jellyfin";

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  private final Clock clock;

  /** For the proxies of CDI only. */
  protected JpaKnownServer() {
    this(null);
  }

  @Inject
  public JpaKnownServer(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String idOr(String met) {
    // In one statement: several proxies may meet it at the same time.
    insert(met, "do nothing");
    return (String)
        database
            .createNativeQuery("select server_id from known_servers where name = ?1")
            .setParameter(1, NAME)
            .getSingleResult();
  }

  @Override
  public void replace(String id) {
    insert(id, "do update set server_id = excluded.server_id, since = excluded.since");
  }

  private void insert(String id, String onConflict) {
    database
        .createNativeQuery(
            "insert into known_servers (name, server_id, since) values (?1, ?2, ?3)"
                + " on conflict (name) "
                + onConflict)
        .setParameter(1, NAME)
        .setParameter(2, id)
        .setParameter(3, clock.millis())
        .executeUpdate();
  }
}
