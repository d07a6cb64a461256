package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.media.CatalogId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that one server keeps, to be found by either number. */
public record ArrLibrary(Map<CatalogId.Tmdb, ArrTitle> byId, Map<Integer, ArrTitle> byKey) {

  static ArrLibrary of(List<ArrTitle> titles) {
    Map<CatalogId.Tmdb, ArrTitle> byId = new HashMap<>();
    Map<Integer, ArrTitle> byKey = new HashMap<>();
    for (ArrTitle kept : titles) {
      byId.put(kept.id(), kept);
      byKey.put(kept.key(), kept);
    }
    return new ArrLibrary(byId, byKey);
  }

  public Optional<ArrTitle> find(CatalogId.Tmdb id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<ArrTitle> find(int key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * The same, but with this in place of what was known of the title; empty for one that is gone.
   */
  ArrLibrary with(CatalogId.Tmdb id, Optional<ArrTitle> now) {
    if (find(id).equals(now)) {
      return this;
    }
    Map<CatalogId.Tmdb, ArrTitle> nextById = new HashMap<>(byId);
    Map<Integer, ArrTitle> nextByKey = new HashMap<>(byKey);
    ArrTitle before = nextById.remove(id);
    if (before != null) {
      nextByKey.remove(before.key());
    }
    now.ifPresent(
        kept -> {
          nextById.put(id, kept);
          nextByKey.put(kept.key(), kept);
        });
    return new ArrLibrary(nextById, nextByKey);
  }
}
