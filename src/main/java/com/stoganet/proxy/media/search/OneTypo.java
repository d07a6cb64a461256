package com.stoganet.proxy.media.search;

/**
 * A typed word, compared with at most one typing error: a letter too many, too few, a wrong one, or
 * two neighbours swapped.
 *
 * <p>Asked for every word there is, so it neither allocates nor computes a distance.
 */
final class OneTypo {

  private final char[] typed;

  /** Takes a word of two or more letters. */
  OneTypo(String typed) {
    this.typed = typed.toCharArray();
  }

  /** The number of letters typed. */
  int length() {
    return typed.length;
  }

  /** Whether a word that begins with these letters may match at all: a tenth of all words do. */
  boolean mayMatch(char first, char second) {
    return first == typed[0] || first == typed[1] || second == typed[0] || second == typed[1];
  }

  /** Whether the letters from {@code from} to before {@code to} are the word. */
  boolean isWord(char[] letters, int from, int to) {
    return matches(letters, from, to, true);
  }

  /** Whether the letters from {@code from} to before {@code to} begin with the word. */
  boolean isPrefix(char[] letters, int from, int to) {
    return matches(letters, from, to, false);
  }

  private boolean matches(char[] letters, int from, int to, boolean whole) {
    int same = 0;
    while (same < typed.length && from + same < to && typed[same] == letters[from + same]) {
      same++;
    }
    int at = from + same;
    if (same == typed.length) {
      return !whole || to - at <= 1;
    }
    return rest(same + 1, letters, at + 1, to, whole)
        || rest(same + 1, letters, at, to, whole)
        || rest(same, letters, at + 1, to, whole)
        || (isSwap(same, letters, at, to) && rest(same + 2, letters, at + 2, to, whole));
  }

  private boolean isSwap(int same, char[] letters, int at, int to) {
    return same + 1 < typed.length
        && at + 1 < to
        && typed[same] == letters[at + 1]
        && typed[same + 1] == letters[at];
  }

  /** Whether the rest of both is the same. */
  private boolean rest(int next, char[] letters, int at, int to, boolean whole) {
    int left = typed.length - next;
    int there = to - at;
    if (whole ? there != left : there < left) {
      return false;
    }
    for (int i = 0; i < left; i++) {
      if (typed[next + i] != letters[at + i]) {
        return false;
      }
    }
    return true;
  }
}
