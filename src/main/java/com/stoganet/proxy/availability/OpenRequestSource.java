package com.stoganet.proxy.availability;

import com.stoganet.proxy.media.CatalogId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Port: the open requests of all users. */
public interface OpenRequestSource {

  /**
   * The open requests by title; throws {@link com.stoganet.proxy.shared.ApiException} when the
   * database does not answer.
   */
  Map<CatalogId.Tmdb, OpenRequest> open();

  /**
   * The open requests for one title together.
   *
   * @param step the furthest step of these requests
   * @param users the proxy's ids of the users who made them
   */
  record OpenRequest(Step step, Set<String> users) {

    /** Both requests together: the furthest step counts. */
    public OpenRequest and(OpenRequest other) {
      Set<String> all = new HashSet<>(users);
      all.addAll(other.users());
      return new OpenRequest(step.compareTo(other.step()) > 0 ? step : other.step(), all);
    }
  }

  /** The progress of an open request. */
  enum Step {
    AWAITING_APPROVAL,
    /** Approved; the proxy tells a server as soon as it answers. */
    TO_BE_HANDED_OVER,
    /** The proxy has told a server; the server knows the further progress. */
    HANDED_OVER
  }
}
