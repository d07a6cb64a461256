package com.stoganet.proxy.media.search;

/**
 * Sorted words with the places of each.
 *
 * <p>Four arrays instead of an object for each word: that is a fifth of the memory, and a scan over
 * all of them stays in the cache.
 */
final class Terms {

  private final char[] letters;
  private final int[] starts;
  private final int[] places;
  private final int[] firstPlaces;

  /**
   * Takes arrays that are not changed any more.
   *
   * @param letters of all words one after the other, in the order of the words
   * @param starts where in the letters each word starts, and the end
   * @param places of all words in the same order
   * @param firstPlaces where in the places those of each word start, and the end
   */
  Terms(char[] letters, int[] starts, int[] places, int[] firstPlaces) {
    this.letters = letters;
    this.starts = starts;
    this.places = places;
    this.firstPlaces = firstPlaces;
  }

  /** Counts where exactly this word is. */
  void exact(String word, Closeness closeness, Tally tally) {
    int found = firstFrom(word);
    if (found < size() && compare(found, word) == 0) {
      count(found, found + 1, closeness, tally);
    }
  }

  /** Counts where longer words are that begin like this. */
  void longer(String prefix, Closeness closeness, Tally tally) {
    count(firstFrom(prefix + '\0'), firstFrom(prefix + '\uFFFF'), closeness, tally);
  }

  /** Counts where words are that this, of three letters or more, may have been meant to be. */
  void meant(OneTypo typo, boolean prefixes, Tally tally) {
    int length = typo.length();
    for (int i = 0; i < size(); i++) {
      int from = starts[i];
      int to = starts[i + 1];
      if (to - from < length - 1 || !typo.mayMatch(letters[from], letters[from + 1])) {
        continue;
      }
      if (to - from <= length + 1 && typo.isWord(letters, from, to)) {
        count(i, i + 1, Closeness.TYPO, tally);
      } else if (prefixes && typo.isPrefix(letters, from, to)) {
        count(i, i + 1, Closeness.PREFIX_TYPO, tally);
      }
    }
  }

  private int size() {
    return starts.length - 1;
  }

  private void count(int from, int to, Closeness closeness, Tally tally) {
    tally.count(places, firstPlaces[from], firstPlaces[to], closeness);
  }

  /** The first word that is not before this one. */
  private int firstFrom(String word) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (compare(middle, word) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private int compare(int term, String word) {
    int length = starts[term + 1] - starts[term];
    int shared = Math.min(length, word.length());
    for (int i = 0; i < shared; i++) {
      int difference = letters[starts[term] + i] - word.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length - word.length();
  }
}
