package com.stoganet.proxy.availability;

import com.stoganet.proxy.media.CatalogId;
import java.util.Map;
import java.util.Set;

/** Port: what people asked for and have not got so far. */
public interface OpenRequestSource {

  /** By title; throws {@link com.stoganet.proxy.shared.ApiException} without a database. */
  Map<CatalogId.Tmdb, OpenRequest> open();

  /**
   * How far it is of all that asked for a title.
   *
   * @param step the furthest
   * @param users our ids of those who asked
   */
  record OpenRequest(Step step, Set<String> users) {}

  /** How far a request is. */
  enum Step {
    AWAITING_APPROVAL,
    /** A server is to be told, as soon as it answers. */
    TO_BE_HANDED_ON,
    /** A server was told; the rest is to be seen there. */
    HANDED_ON
  }
}
