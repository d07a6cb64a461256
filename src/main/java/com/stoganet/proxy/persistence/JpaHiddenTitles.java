package com.stoganet.proxy.persistence;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.HiddenTitles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps in the database what users took off their row of things to go on with. */
@ApplicationScoped
@DatabaseAccess
@Transactional
public class JpaHiddenTitles implements HiddenTitles {

  @PersistenceContext(unitName = "stoganet")
  private EntityManager database;

  @Override
  public void hide(String userId, CatalogId title, Instant now) {
    // In one statement: they may do so on two devices at once.
    database
        .createNativeQuery(
            "insert into hidden_titles (id, user_id, title_id, hidden_at) values (?1, ?2, ?3, ?4)"
                + " on conflict (id) do update set hidden_at = excluded.hidden_at")
        .setParameter(1, userId + "/" + title)
        .setParameter(2, userId)
        .setParameter(3, title.toString())
        .setParameter(4, now.toEpochMilli())
        .executeUpdate();
  }

  @Override
  public Map<String, Instant> of(String userId) {
    return database
        .createQuery("select h from HiddenTitleRow h where h.userId = :user", HiddenTitleRow.class)
        .setParameter("user", userId)
        .getResultStream()
        .collect(Collectors.toMap(HiddenTitleRow::titleId, HiddenTitleRow::hiddenAt));
  }
}
