package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The parental ratings, of the United States as on a server that is not configured otherwise. */
final class RatingTable {

  /** How much a rating is; {@code sub} is null when there is none. */
  record Score(int score, Integer sub) {

    /** Jellyfin: the list of a user compares both numbers, and takes none for 0. */
    boolean within(int most, int mostSub) {
      return score < most || (score == most && (sub == null ? 0 : sub) <= mostSub);
    }
  }

  private static final Set<String> UNRATED = Set.of("n/a", "unrated", "not rated", "nr");
  private static final Map<String, Score> SCORES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private static final List<String> NAMES = new ArrayList<>();

  static {
    add(0, 0, "Approved", "G", "TV-G", "TV-Y");
    add(7, 0, "TV-Y7");
    add(7, 1, "TV-Y7-FV");
    add(10, 0, "PG", "TV-PG");
    addAll(10, "TV-PG-", "D", "L", "S", "V", "DL", "DS", "DV", "LS", "LV", "SV");
    addAll(10, "TV-PG-", "DLS", "DLV", "DSV", "LSV", "DLSV");
    add(13, 0, "PG-13");
    add(14, 0, "TV-14");
    addAll(14, "TV-14-", "D", "L", "S", "V", "DL", "DS", "DV", "LS", "LV", "SV");
    addAll(14, "TV-14-", "DLS", "DLV", "DSV", "LSV", "DLSV");
    add(17, 0, "R");
    add(17, 1, "NC-17", "TV-MA");
    addAll(17, "TV-MA-", "L", "S", "V", "LS", "LV", "SV", "LSV");
    add(18, 0, "TV-X", "TV-AO");
    add(21, null, "21");
    add(1000, null, "XXX");
    add(1001, null, "Banned");
  }

  private RatingTable() {}

  private static void add(int score, Integer sub, String... names) {
    for (String name : names) {
      NAMES.add(name);
      SCORES.put(name, new Score(score, sub));
    }
  }

  private static void addAll(int score, String prefix, String... letters) {
    for (String each : letters) {
      add(score, 1, prefix + each);
    }
  }

  /** The names in the order of the scores. */
  static List<String> names() {
    return List.copyOf(NAMES);
  }

  /** The score of a rating as it is written at a title; empty for what counts as unrated. */
  static Optional<Score> of(String text) {
    String name = text == null ? "" : text.strip();
    if (name.isEmpty() || UNRATED.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if (name.matches("[0-9]{1,4}")) {
      return Optional.of(new Score(Integer.parseInt(name), null));
    }
    Score known = SCORES.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    return inAnotherCountry(name);
  }

  /** Jellyfin: {@code US:R / DE:16} is the first of them, {@code FSK-12} and {@code DE-16} ages. */
  private static Optional<Score> inAnotherCountry(String name) {
    int slash = name.indexOf('/');
    if (slash > 0) {
      return of(name.substring(0, slash));
    }
    int colon = name.indexOf(':');
    if (colon > 0) {
      return of(name.substring(colon + 1));
    }
    int dash = name.indexOf('-');
    return dash > 0 ? of(name.substring(dash + 1)) : Optional.empty();
  }
}
