package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import java.util.List;

/** Port: which items of Jellyfin belong to a TMDB number. Jellyfin itself cannot be asked. */
public interface CatalogIndex {

  /**
   * Every copy of the title, oldest first; not all of them may be visible to everybody.
   *
   * @throws ApiException backend_unavailable when no index could be built so far
   */
  List<JellyfinId> copiesOf(CatalogId.Tmdb id);
}
