package com.stoganet.proxy.clients.arr;

import java.time.Clock;
import java.time.Duration;

/** Tells whether a server has just searched for a title, so that another search is of no use. */
record RecentSearch(Clock clock) {

  private static final Duration RECENT = Duration.ofHours(1);

  /**
   * @param lastSearch as the server writes it; null when it has never searched
   */
  boolean is(String lastSearch) {
    return ArrDates.instant(lastSearch)
        .filter(time -> time.isAfter(clock.instant().minus(RECENT)))
        .isPresent();
  }
}
