package com.stoganet.sandbox.arr;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a lookup looks for: {@code tmdb:603}, or words with or without a year. */
record Terms(String text) {
  private static final Pattern PREFIXED = Pattern.compile("(?i)(tmdb|tvdb|imdb)(?:id)?:\\s*(.*)");
  private static final Pattern YEAR = Pattern.compile("(.+?)\\s+\\(?((?:19|20)\\d{2})\\)?");

  /** The identifier after one of the prefixes, if that is what it is. */
  Optional<String> identifier(String kind) {
    Matcher matcher = PREFIXED.matcher(text.strip());
    return matcher.matches() && matcher.group(1).equalsIgnoreCase(kind)
        ? Optional.of(matcher.group(2))
        : Optional.empty();
  }

  boolean prefixed() {
    return PREFIXED.matcher(text.strip()).matches();
  }

  /** Both: a malformed number finds nothing. */
  static int number(String identifier) {
    try {
      return Integer.parseInt(identifier.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Every word is in the title; a year at the end has to be the year. */
  boolean matches(String title, int year) {
    Matcher matcher = YEAR.matcher(text.strip());
    if (matcher.matches() && !folded(title).contains(matcher.group(2))) {
      return Integer.parseInt(matcher.group(2)) == year && words(matcher.group(1), title);
    }
    return words(text, title);
  }

  private static boolean words(String text, String title) {
    String folded = folded(title);
    String[] words = folded(text).strip().split("\\s+");
    return !text.isBlank() && Arrays.stream(words).allMatch(folded::contains);
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT);
  }
}
