package com.stoganet.proxy.media.search;

/**
 * Where in which title a word is, in one number: 27 bits for the ordinal of the title, 5 for the
 * slot inside of it.
 *
 * <p>Every person has a slot, so that "Tom Hanks" can be told from a Tom and a Hanks.
 */
final class Place {

  static final int NAME_START = 0;
  static final int NAME = 1;
  static final int ORIGINAL_START = 2;
  static final int ORIGINAL = 3;
  private static final int PEOPLE = 4;
  private static final int SLOTS = 32;

  /** Slots of the leading parts: what most users mean who look for an actor. */
  private static final int LEADING = PEOPLE + 3;

  private static final int SLOT_BITS = 5;

  private Place() {}

  static int of(int ordinal, int slot) {
    return ordinal << SLOT_BITS | slot;
  }

  static int ordinal(int place) {
    return place >>> SLOT_BITS;
  }

  static int slot(int place) {
    return place & (SLOTS - 1);
  }

  /** The slot of a person, 0 being the most important; the last slot is for all the others. */
  static int person(int number) {
    return Math.min(PEOPLE + number, SLOTS - 1);
  }

  /** The bits of the slots a word is in; the start of a name is in the name as well. */
  static int bits(int slot) {
    boolean start = slot == NAME_START || slot == ORIGINAL_START;
    return start ? 0b11 << slot : 1 << slot;
  }

  /** Whether a set of slots has a person in it. */
  static boolean hasPerson(int bits) {
    return bits >>> PEOPLE != 0;
  }

  /** What a match counts there: at most 110, so it fits into a byte. */
  static int points(Closeness closeness, int slot) {
    return closeness.quality() * weight(slot);
  }

  private static int weight(int slot) {
    if (slot <= NAME) {
      return 10;
    }
    if (slot <= ORIGINAL) {
      return 9;
    }
    return slot < LEADING ? 6 : 5;
  }
}
