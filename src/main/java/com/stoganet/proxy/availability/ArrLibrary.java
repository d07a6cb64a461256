package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.media.CatalogId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All titles of one server, by TMDB number and by the server's own id. */
public record ArrLibrary(Map<CatalogId.Tmdb, ArrTitle> byId, Map<Integer, ArrTitle> byKey) {

  static ArrLibrary of(List<ArrTitle> titles) {
    Map<CatalogId.Tmdb, ArrTitle> byId = new HashMap<>();
    Map<Integer, ArrTitle> byKey = new HashMap<>();
    for (ArrTitle title : titles) {
      byId.put(title.id(), title);
      byKey.put(title.key(), title);
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
   * A copy of the library with another state of one title; {@code now} is empty when the server
   * does not have the title any more.
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
        title -> {
          nextById.put(id, title);
          nextByKey.put(title.key(), title);
        });
    return new ArrLibrary(nextById, nextByKey);
  }
}
