package com.stoganet.proxy.persistence;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.WatchedSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps in the database which versions users watched last. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaWatchedSources implements WatchedSources {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  @Override
  public void watched(String userId, JellyfinId item, JellyfinId source, Instant now) {
    // In one statement: they may watch on two devices at once.
    database
        .createNativeQuery(
            "insert into watched_sources (id, user_id, item, source, watched_at)"
                + " values (?1, ?2, ?3, ?4, ?5) on conflict (id) do update"
                + " set source = excluded.source, watched_at = excluded.watched_at")
        .setParameter(1, userId + "/" + item)
        .setParameter(2, userId)
        .setParameter(3, item.hex())
        .setParameter(4, source.hex())
        .setParameter(5, now.toEpochMilli())
        .executeUpdate();
  }

  @Override
  public Map<JellyfinId, JellyfinId> of(String userId) {
    return database
        .createQuery(
            "select w from WatchedSourceRow w where w.userId = :user", WatchedSourceRow.class)
        .setParameter("user", userId)
        .getResultStream()
        .collect(Collectors.toMap(WatchedSourceRow::item, WatchedSourceRow::source));
  }
}
