package com.stoganet.proxy.media;

import java.util.Arrays;
import java.util.Collection;

/**
 * A set of Jellyfin ids that takes 16 bytes for each: every user has some that are large.
 *
 * <p>Sets are compared very often, mostly with themselves, so the hash is kept.
 */
public final class IdSet {

  public static final IdSet EMPTY = new IdSet(new long[0]);

  /** High and low halves in turn, sorted. */
  private final long[] halves;

  private final int hash;

  private IdSet(long[] halves) {
    this.halves = halves;
    this.hash = Arrays.hashCode(halves);
  }

  public static IdSet of(Collection<JellyfinId> ids) {
    JellyfinId[] sorted = ids.stream().distinct().sorted().toArray(JellyfinId[]::new);
    long[] halves = new long[2 * sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      halves[2 * i] = sorted[i].high();
      halves[2 * i + 1] = sorted[i].low();
    }
    return new IdSet(halves);
  }

  public boolean contains(JellyfinId id) {
    int from = 0;
    int to = size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = Long.compareUnsigned(halves[2 * middle], id.high());
      if (order == 0) {
        order = Long.compareUnsigned(halves[2 * middle + 1], id.low());
      }
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return false;
  }

  public int size() {
    return halves.length / 2;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof IdSet set && hash == set.hash && Arrays.equals(halves, set.halves));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return size() + " ids";
  }
}
