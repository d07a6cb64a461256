package com.stoganet.proxy.discovery;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.util.Optional;

/**
 * Port: how the media server limits its users.
 *
 * <p>Every method throws {@link ApiException} when the server does not answer.
 */
public interface ParentalRestrictions {

  /** The limits of a user. */
  Restrictions of(Caller caller);

  /** The score of a certification such as PG-13; empty for one that counts as unrated. */
  Optional<RatingScore> score(String certification);
}
