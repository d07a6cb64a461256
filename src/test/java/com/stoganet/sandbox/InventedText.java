package com.stoganet.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names and descriptions of titles that nobody has filmed. */
public final class InventedText {
  private static final int SHORTEST = 150;
  private static final int LONGEST = 500;

  /** One to five words; a, n, m and p stand for adjective, two nouns and a place. */
  private static final List<String> NAMES =
      List.of(
          "{p}",
          "{n}",
          "{a} {n}",
          "{p} {n}",
          "The {n}",
          "{n} and {m}",
          "The {a} {n}",
          "{a} {n} {m}",
          "{n} of {p}",
          "The {n} of {p}",
          "A {n} for {p}",
          "{a} {n} in {p}",
          "The {a} {n} of {p}",
          "The {n} and the {m}",
          "{n} at the {a} {m}",
          "{p}: The {a} {n}");

  private static final List<String> SENTENCES =
      List.of(
          "In {p}, a {a} {n} is all that is left of the {m}.",
          "Nobody in {p} has spoken of the {a} {n} for years, until a {m} does.",
          "A {n} and a {m} have one night to get from {p} to the coast.",
          "When the {n} of {p} is sold, the {a} {m} moves in upstairs.",
          "The {m} keeps a {n} that was never meant to be found.",
          "It would be an ordinary summer if the {n} were not so {a}.",
          "Two sisters inherit a {n}, and with it the quarrel about a {a} {m}.",
          "Everything depends on a {a} {n}, and the {m} knows it.",
          "What begins as a wager over a {n} ends in front of the court of {p}.",
          "Only the {m} has noticed that the {n} is {a}.",
          "By morning {p} has a new {n}, and the old one has a plan.",
          "Far from {p} somebody is building a {a} {n} out of letters.");

  private InventedText() {}

  public static String name(RandomGenerator random) {
    return fill(Words.pick(NAMES, random), random, false);
  }

  /** Between 150 and 500 characters. */
  public static String overview(RandomGenerator random) {
    int wanted = random.nextInt(SHORTEST, LONGEST - 100);
    StringBuilder text = new StringBuilder();
    while (text.length() < wanted) {
      String sentence = sentence(random);
      if (text.length() + sentence.length() < LONGEST) {
        text.append(text.isEmpty() ? "" : " ").append(sentence);
      }
    }
    return text.toString();
  }

  static String sentence(RandomGenerator random) {
    return fill(Words.pick(SENTENCES, random), random, true);
  }

  private static String fill(String pattern, RandomGenerator random, boolean running) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '{') {
        text.append(pattern.charAt(i));
        continue;
      }
      char kind = pattern.charAt(i + 1);
      String word = word(kind, random);
      text.append(running && kind != 'p' ? word.toLowerCase(Locale.ROOT) : word);
      i += 2;
    }
    return text.toString();
  }

  private static String word(char kind, RandomGenerator random) {
    return switch (kind) {
      case 'a' -> Words.pick(Words.ADJECTIVES, random);
      case 'p' -> Words.place(random);
      default -> Words.pick(Words.NOUNS, random);
    };
  }
}
