package com.stoganet.proxy.media.search;

/** How well a term matches a word, best first. */
enum Closeness {
  /** The term and its neighbour are adjacent words of the title. */
  PHRASE(11),
  WORD(10),
  /** The term is two adjacent words of the title, or it and its neighbour are one: "spider man". */
  JOINED(9),
  PHRASE_PREFIX(8),
  PREFIX(7),
  JOINED_PREFIX(6),
  TYPO(4),
  PREFIX_TYPO(3);

  private final int quality;

  Closeness(int quality) {
    this.quality = quality;
  }

  /** Out of 10; see {@link Place#points}. */
  int quality() {
    return quality;
  }
}
