package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.SignInFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts in the database who failed to sign in, for all proxies together. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaSignInFailures implements SignInFailures {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  @Override
  public List<Count> add(List<String> keys, Instant now, Duration window) {
    Map<String, Count> counts = new HashMap<>();
    // Always in one order: two who count the same keys must not wait for each other.
    for (String key : keys.stream().sorted().toList()) {
      database
          .createNativeQuery(
              "insert into sign_in_failures (id, failures, since, locks, locked_at, locked_until,"
                  + " touched_at) values (?1, 1, ?2, 0, 0, 0, ?2) on conflict (id) do update set"
                  + " touched_at = excluded.touched_at, failures = case when sign_in_failures.since"
                  + " < ?3 then 1 else sign_in_failures.failures + 1 end, since = case when"
                  + " sign_in_failures.since < ?3 or sign_in_failures.failures = 0 then"
                  + " excluded.since else sign_in_failures.since end")
          .setParameter(1, key)
          .setParameter(2, now.toEpochMilli())
          .setParameter(3, now.minus(window).toEpochMilli())
          .executeUpdate();
      // No other transaction can change the row before this one is over.
      counts.put(key, database.find(SignInFailureRow.class, key).count());
    }
    return keys.stream().map(counts::get).toList();
  }

  @Override
  public void takeBack(List<String> keys) {
    for (String key : keys.stream().sorted().toList()) {
      database
          .createQuery(
              "update SignInFailureRow f set f.failures = f.failures - 1"
                  + " where f.id = :id and f.failures > 0")
          .setParameter("id", key)
          .executeUpdate();
    }
  }

  @Override
  public void clear(String key) {
    database
        .createQuery("update SignInFailureRow f set f.failures = 0 where f.id = :id")
        .setParameter("id", key)
        .executeUpdate();
  }

  @Override
  public void lock(String key, int locks, Instant now, Instant until) {
    database
        .createQuery(
            "update SignInFailureRow f set f.failures = 0, f.locks = :locks, f.lockedAt = :now,"
                + " f.lockedUntil = :until where f.id = :id")
        .setParameter("locks", locks)
        .setParameter("now", now)
        .setParameter("until", until)
        .setParameter("id", key)
        .executeUpdate();
  }

  @Override
  public void purge(Instant before) {
    database
        .createQuery(
            "delete from SignInFailureRow f where f.touchedAt < :before"
                + " or (f.failures = 0 and f.locks = 0)")
        .setParameter("before", before)
        .executeUpdate();
  }
}
