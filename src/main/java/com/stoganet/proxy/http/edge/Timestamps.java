package com.stoganet.proxy.http.edge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes points in time as the contract has them. */
public final class Timestamps {

  private Timestamps() {}

  /** The instant in UTC, which JSON-B writes with a Z. */
  public static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
