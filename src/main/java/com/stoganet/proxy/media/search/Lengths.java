package com.stoganet.proxy.media.search;

/** How long the names of the titles are, in half words: an article counts half. */
final class Lengths {

  private final byte[] names;
  private final byte[] originals;

  Lengths(int titles) {
    names = new byte[titles];
    originals = new byte[titles];
  }

  void setName(int ordinal, int words, boolean article) {
    names[ordinal] = halves(article ? 2 * words - 1 : 2 * words);
  }

  void setOriginal(int ordinal, int words) {
    originals[ordinal] = halves(2 * words);
  }

  /** Half words of the name of a title. */
  int name(int ordinal) {
    return names[ordinal];
  }

  /** Half words of the original name of a title; 0 when it has none. */
  int original(int ordinal) {
    return originals[ordinal];
  }

  private static byte halves(int length) {
    return (byte) Math.min(length, Byte.MAX_VALUE);
  }
}
