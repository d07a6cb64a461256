package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.media.CatalogId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that one server keeps, to be found by either number. */
record KeptTitles(Map<CatalogId.Tmdb, Kept> byId, Map<Integer, Kept> byKey) {

  static KeptTitles of(List<Kept> titles) {
    Map<CatalogId.Tmdb, Kept> byId = new HashMap<>();
    Map<Integer, Kept> byKey = new HashMap<>();
    for (Kept kept : titles) {
      byId.put(kept.id(), kept);
      byKey.put(kept.key(), kept);
    }
    return new KeptTitles(byId, byKey);
  }

  Optional<Kept> find(CatalogId.Tmdb id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Kept> find(int key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * The same, but with this in place of what was known of the title; empty for one that is gone.
   */
  KeptTitles with(CatalogId.Tmdb id, Optional<Kept> now) {
    if (find(id).equals(now)) {
      return this;
    }
    Map<CatalogId.Tmdb, Kept> nextById = new HashMap<>(byId);
    Map<Integer, Kept> nextByKey = new HashMap<>(byKey);
    Kept before = nextById.remove(id);
    if (before != null) {
      nextByKey.remove(before.key());
    }
    now.ifPresent(
        kept -> {
          nextById.put(id, kept);
          nextByKey.put(kept.key(), kept);
        });
    return new KeptTitles(nextById, nextByKey);
  }
}
