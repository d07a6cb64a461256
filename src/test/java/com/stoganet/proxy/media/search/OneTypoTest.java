package com.stoganet.proxy.media.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTypoTest {

  private static final int PAIRS = 50_000;

  @ParameterizedTest
  @CsvSource({
    "alien,alien,true", // nothing
    "allien,alien,true", // too many
    "alin,alien,true", // too few
    "alian,alien,true", // wrong
    "alein,alien,true", // swapped
    "lien,alien,true", // the first
    "alienx,alien,true", // the last
    "aleni,alien,false",
    "aline,alien,true",
    "nalie,alien,false",
    "ali,alien,false"
  })
  void given_a_typing_error_when_compared_then_one_is_allowed(
      String typed, String word, boolean accepted) {
    assertThat(isWord(typed, word)).isEqualTo(accepted);
  }

  @Test
  void given_random_words_when_compared_then_it_is_as_if_the_distance_were_computed() {
    Random random = new Random(42);
    int accepted = 0;
    for (int i = 0; i < PAIRS; i++) {
      String typed = word(random, 3);
      String word = word(random, 2);
      boolean expected = distance(typed, word) <= 1;
      accepted += expected ? 1 : 0;
      assertThat(isWord(typed, word)).as("%s is %s", typed, word).isEqualTo(expected);
    }
    assertThat(accepted).isBetween(PAIRS / 50, PAIRS - PAIRS / 50);
  }

  @Test
  void given_random_words_when_compared_with_beginnings_then_any_beginning_may_be_meant() {
    Random random = new Random(43);
    int accepted = 0;
    for (int i = 0; i < PAIRS; i++) {
      String typed = word(random, 3);
      String word = word(random, 2);
      boolean expected =
          IntStream.rangeClosed(0, word.length())
              .anyMatch(length -> distance(typed, word.substring(0, length)) <= 1);
      accepted += expected ? 1 : 0;
      assertThat(isPrefix(typed, word)).as("%s begins %s", typed, word).isEqualTo(expected);
    }
    assertThat(accepted).isBetween(PAIRS / 50, PAIRS - PAIRS / 50);
  }

  @Test
  void given_random_words_when_one_matches_then_its_first_letters_said_so() {
    Random random = new Random(44);
    int ruledOut = 0;
    for (int i = 0; i < PAIRS; i++) {
      String typed = word(random, 3);
      String word = word(random, 2);
      if (!new OneTypo(typed).mayMatch(word.charAt(0), word.charAt(1))) {
        ruledOut++;
        assertThat(isPrefix(typed, word)).as("%s begins %s", typed, word).isFalse();
      }
    }
    assertThat(ruledOut).isGreaterThan(PAIRS / 50);
  }

  /** The words stand inside of other letters, which must not be looked at. */
  private static boolean isWord(String typed, String word) {
    return new OneTypo(typed).isWord(("ab" + word + "ab").toCharArray(), 2, 2 + word.length());
  }

  private static boolean isPrefix(String typed, String word) {
    return new OneTypo(typed).isPrefix(("ab" + word + "ab").toCharArray(), 2, 2 + word.length());
  }

  private static String word(Random random, int shortest) {
    return random
        .ints(shortest + random.nextInt(4), 'a', 'e')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Insertions, deletions, substitutions and swaps of neighbours. */
  private static int distance(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, one, other, i, j);
      }
    }
    return edits[one.length()][other.length()];
  }

  private static int cheapest(int[][] edits, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int cheapest = edits[i - 1][j - 1] + (same ? 0 : 1);
    cheapest = Math.min(cheapest, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
  }
}
