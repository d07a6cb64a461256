package com.stoganet.proxy.media.search;

import java.util.List;

/**
 * Finds where a term of a query is, in all spellings that are allowed.
 *
 * @param words every word
 * @param pairs neighbouring words written as one: for "spiderman", and to prefer phrases
 */
record Lookup(Terms words, Terms pairs) {

  /** Shorter words have too many neighbours for a guess. */
  private static final int TYPO_FROM = 4;

  private static final int PREFIX_TYPO_FROM = 5;
  private static final int PAIR_TYPO_FROM = 6;

  /** Counts titles that have all terms; {@code lenient} allows typing errors and guesses. */
  Tally count(List<String> terms, boolean lenient, int titles) {
    Tally tally = new Tally(titles);
    boolean left = true;
    for (int i = 0; left && i < terms.size(); i++) {
      count(terms, i, lenient, tally);
      left = tally.endTerm();
    }
    return tally;
  }

  private void count(List<String> terms, int index, boolean lenient, Tally tally) {
    countAlone(terms.get(index), lenient, tally);
    if (index > 0) {
      countTogether(terms.get(index - 1) + terms.get(index), lenient, tally);
    }
    if (index + 1 < terms.size()) {
      countTogether(terms.get(index) + terms.get(index + 1), lenient, tally);
    }
  }

  private void countAlone(String term, boolean lenient, Tally tally) {
    words.exact(term, Closeness.WORD, tally);
    words.longer(term, Closeness.PREFIX, tally);
    pairs.exact(term, Closeness.JOINED, tally);
    if (lenient) {
      // Not always: "then" is also the beginning of "The Notebook".
      pairs.longer(term, Closeness.JOINED_PREFIX, tally);
      countTypos(term, tally);
    }
  }

  private void countTogether(String neighbours, boolean lenient, Tally tally) {
    words.exact(neighbours, Closeness.JOINED, tally);
    pairs.exact(neighbours, Closeness.PHRASE, tally);
    pairs.longer(neighbours, Closeness.PHRASE_PREFIX, tally);
    if (lenient) {
      words.longer(neighbours, Closeness.JOINED_PREFIX, tally);
    }
  }

  private void countTypos(String term, Tally tally) {
    // A year or a number of a sequel with another digit is another one, not a typing error.
    if (term.length() < TYPO_FROM || term.chars().anyMatch(Character::isDigit)) {
      return;
    }
    OneTypo typo = new OneTypo(term);
    words.meant(typo, term.length() >= PREFIX_TYPO_FROM, tally);
    if (term.length() >= PAIR_TYPO_FROM) {
      pairs.meant(typo, true, tally);
    }
  }
}
