package com.stoganet.proxy.media.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects words and their places. */
final class TermsBuilder {

  private final Map<String, Integer> numbers = new HashMap<>();

  /** The number of a word and its place, in turn. */
  private int[] added = new int[1024];

  private int size;

  /** Adds one place of a word; places have to come in the order of their titles. */
  void add(String word, int place) {
    if (size == added.length) {
      added = Arrays.copyOf(added, 2 * size);
    }
    Integer number = numbers.putIfAbsent(word, numbers.size());
    added[size++] = number == null ? numbers.size() - 1 : number;
    added[size++] = place;
  }

  /** The words sorted; the builder may not be used any more. */
  Terms build() {
    String[] words = numbers.keySet().toArray(String[]::new);
    Arrays.sort(words);
    int[] starts = new int[words.length + 1];
    int[] ranks = new int[words.length];
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      ranks[numbers.get(words[i])] = i;
      letters.append(words[i]);
      starts[i + 1] = letters.length();
    }
    char[] exact = new char[letters.length()];
    letters.getChars(0, exact.length, exact, 0);
    int[] firstPlaces = firstPlaces(ranks);
    return new Terms(exact, starts, places(ranks, firstPlaces), firstPlaces);
  }

  private int[] firstPlaces(int[] ranks) {
    int[] first = new int[ranks.length + 1];
    for (int i = 0; i < size; i += 2) {
      first[ranks[added[i]] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    return first;
  }

  private int[] places(int[] ranks, int[] firstPlaces) {
    int[] next = firstPlaces.clone();
    int[] places = new int[size / 2];
    for (int i = 0; i < size; i += 2) {
      places[next[ranks[added[i]]]++] = added[i + 1];
    }
    return places;
  }
}
