package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;

/** Port: whether a user may see one item. */
public interface ItemAccess {

  /**
   * Asks the server now; false for an item that does not exist as for a hidden one.
   *
   * @throws ApiException when the server does not answer
   */
  boolean maySee(Caller caller, JellyfinId item);
}
