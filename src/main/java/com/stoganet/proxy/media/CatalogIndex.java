package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import java.util.List;

/**
 * Port: all titles of the server, kept in memory.
 *
 * <p>It holds what some users may not see: its callers ask with the user's token, too.
 */
public interface CatalogIndex {

  /**
   * What was read last.
   *
   * @throws ApiException backend_unavailable when nothing could be read so far
   */
  CatalogueSnapshot snapshot();

  /**
   * Every copy of a title, oldest first. For a number that is not known, the backend may be asked
   * whether it has just come.
   *
   * @throws ApiException backend_unavailable when nothing could be read so far
   */
  List<JellyfinId> copiesOf(CatalogId.Tmdb id);

  /**
   * Every copy of a known title as the backend lists them now, if it does so within some seconds;
   * for a title whose item has gone.
   */
  List<JellyfinId> newestCopiesOf(CatalogId.Tmdb id);

  /** Starts to read the library now rather than within half a minute: a title is about to come. */
  void refreshSoon();
}
