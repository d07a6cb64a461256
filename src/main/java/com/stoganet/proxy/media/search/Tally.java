package com.stoganet.proxy.media.search;

import java.util.Arrays;

/**
 * What the titles score for the terms of one query.
 *
 * <p>Arrays over all titles, 13 bytes for each: a prefix of one letter matches a good part of them
 * anyway, and nothing has to be hashed or sorted.
 */
final class Tally {

  /** The most that a title gets for having little else in its name than was typed. */
  private static final int COVERAGE = 30;

  /** For a name that begins with the first term. */
  private static final int START = 15;

  /** For one person who has all terms in the name; more than some title is better than people. */
  private static final int ONE_PERSON = 30;

  private static final int OUT = -1;
  private static final int STARTS = 1 << Place.NAME_START | 1 << Place.ORIGINAL_START;

  private final int[] total;

  /** Slots that every term so far is in; a start only matters for the first term. */
  private final int[] common;

  private final byte[] best;
  private final int[] slots;
  private int terms;

  Tally(int titles) {
    total = new int[titles];
    common = new int[titles];
    best = new byte[titles];
    slots = new int[titles];
    Arrays.fill(common, -1);
  }

  /** Counts places of a word that matches the current term. */
  void count(int[] places, int from, int to, Closeness closeness) {
    // "the n" is also how "Thenardier's Inn" begins, written as one word.
    boolean mustMatch = closeness == Closeness.PHRASE_PREFIX;
    for (int i = from; i < to; i++) {
      int ordinal = Place.ordinal(places[i]);
      if (total[ordinal] == OUT || (mustMatch && best[ordinal] == 0)) {
        continue;
      }
      int slot = Place.slot(places[i]);
      slots[ordinal] |= Place.bits(slot);
      best[ordinal] = (byte) Math.max(best[ordinal], Place.points(closeness, slot));
    }
  }

  /** Ends the current term: whatever it is not in, is out. Says whether anything is left. */
  boolean endTerm() {
    int ignored = terms == 0 ? 0 : STARTS;
    boolean left = false;
    for (int i = 0; i < total.length; i++) {
      total[i] = best[i] == 0 ? OUT : total[i] + best[i];
      common[i] &= slots[i] | ignored;
      left |= total[i] != OUT;
    }
    Arrays.fill(best, (byte) 0);
    Arrays.fill(slots, 0);
    terms++;
    return left;
  }

  /** Whether the title has every term. */
  boolean has(int ordinal) {
    return total[ordinal] != OUT;
  }

  /** How good the title is, in tenths of a point; lengths are in half words. */
  int score(int ordinal, int nameLength, int originalLength) {
    int in = common[ordinal];
    int name = bonus(in >> Place.NAME_START, nameLength);
    int original = bonus(in >> Place.ORIGINAL_START, originalLength) * 9 / 10;
    int person = terms > 1 && Place.hasPerson(in) ? 10 * ONE_PERSON : 0;
    return 10 * total[ordinal] / terms + Math.max(person, Math.max(name, original));
  }

  /** In tenths; the lowest bit says that the name begins like the query, the next that it is in. */
  private int bonus(int in, int length) {
    if ((in & 0b10) == 0) {
      return 0;
    }
    int covered = 10 * COVERAGE * Math.min(2 * terms, length) / length;
    return covered + ((in & 1) == 0 ? 0 : 10 * START);
  }
}
