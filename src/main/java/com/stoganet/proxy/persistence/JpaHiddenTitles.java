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
    String key = HiddenTitleRow.key(userId, title.toString());
    HiddenTitleRow row = database.find(HiddenTitleRow.class, key);
    if (row == null) {
      row = new HiddenTitleRow(userId, title.toString());
      database.persist(row);
    }
    row.hide(now);
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
