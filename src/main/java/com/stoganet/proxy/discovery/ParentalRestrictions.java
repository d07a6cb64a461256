package com.stoganet.proxy.discovery;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.util.OptionalInt;

/**
 * Port: the parental rating limits of the media server's users, for all titles.
 *
 * <p>Every method throws {@link ApiException} when the server does not answer.
 */
public interface ParentalRestrictions {

  /** The highest score the user may see; empty when they may see everything. */
  OptionalInt cap(Caller caller);

  /** The score of a certification such as PG-13; empty for one that the server does not know. */
  OptionalInt score(String certification);
}
