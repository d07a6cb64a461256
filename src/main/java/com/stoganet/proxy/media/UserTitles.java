package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;

/**
 * Port: what holds for one user and all titles at once. Ids only, since everything else is known.
 *
 * <p>Every method throws {@link ApiException} when the server does not answer.
 */
public interface UserTitles {

  /** The movies and series that the user may see. */
  IdSet visible(Caller caller);

  /** Those of them that the user has watched to the end. */
  IdSet played(Caller caller);

  /** Those of them that are favorites. */
  IdSet favorites(Caller caller);
}
