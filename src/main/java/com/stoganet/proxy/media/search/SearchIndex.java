package com.stoganet.proxy.media.search;

import com.stoganet.proxy.media.Title;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds titles by their names and people; immutable, so it is built anew when titles change. */
public final class SearchIndex {

  /** Titles that are equally good for a query are shown in this order. */
  private static final Comparator<Title> EQUALLY_GOOD =
      Comparator.comparingDouble(Title::rating)
          .reversed()
          .thenComparing(Comparator.comparingInt(Title::year).reversed())
          .thenComparing(Title::name)
          .thenComparing(title -> title.id().toString());

  /** A bound for the work; no user types that many. */
  private static final int MOST_TERMS = 12;

  private static final Pattern YEAR = Pattern.compile("(18|19|20)[0-9]{2}");

  /** A bound for the work: each year costs a search of its own. */
  private static final int MOST_YEARS = 2;

  /** With fewer titles than this, something may have been mistyped. */
  private static final int FEW = 5;

  /** In the order of equally good titles: a lower ordinal is the better title. */
  private final Title[] titles;

  private final Lookup lookup;
  private final Lengths lengths;

  private SearchIndex(Title[] titles, Lookup lookup, Lengths lengths) {
    this.titles = titles;
    this.lookup = lookup;
    this.lengths = lengths;
  }

  /**
   * Reads the titles, which are kept; the names of people are not.
   *
   * @param people names of the people of a title, most important first; may be empty
   */
  public static SearchIndex of(List<Title> titles, Function<Title, List<String>> people) {
    Title[] ordered = titles.stream().sorted(EQUALLY_GOOD).toArray(Title[]::new);
    Indexer indexer = new Indexer(ordered.length);
    for (int i = 0; i < ordered.length; i++) {
      indexer.add(i, ordered[i], people.apply(ordered[i]));
    }
    return new SearchIndex(ordered, indexer.words(), indexer.lengths());
  }

  /**
   * The titles that match every word of the text, best first; none for a text without words.
   *
   * <p>Typing errors are allowed for when the text as it is finds few titles only. That is asked of
   * the whole text, not of each word: "alein" may well be the name of an actor. Where there is a
   * lot to show, guesses would only be noise at its end.
   *
   * <p>A year may stand for the year of the title instead of a word: those that have the words and
   * the year come behind those that have it in the name. When no title has it, it is left out. So
   * are pictures such as emoji that no title has together with the words.
   *
   * @param eligible titles that may be shown at all; the others take no place
   */
  public List<Title> find(String text, Predicate<Title> eligible, int limit) {
    Words words = Words.of(text);
    List<Title> found = find(words.typed(), eligible, limit);
    return found.isEmpty() && !words.pictures().isEmpty()
        ? find(words.typedWords(), eligible, limit)
        : found;
  }

  private List<Title> find(List<String> terms, Predicate<Title> eligible, int limit) {
    if (terms.isEmpty() || limit <= 0) {
      return List.of();
    }
    List<String> used = terms.subList(0, Math.min(terms.size(), MOST_TERMS));
    Set<Title> found = new LinkedHashSet<>(ranked(used, eligible, limit));
    List<Integer> years = yearsIn(used);
    for (int at : years) {
      int year = Integer.parseInt(used.get(at));
      found.addAll(ranked(without(used, at), t -> t.year() == year && eligible.test(t), limit));
    }
    if (found.isEmpty() && !years.isEmpty()) {
      // A year that users remember wrong.
      return ranked(without(used, years.get(0)), eligible, limit);
    }
    return found.stream().limit(limit).toList();
  }

  /** Where years are among other words, the last one first: "dune 2021", "2012 2009". */
  private static List<Integer> yearsIn(List<String> terms) {
    return terms.size() < 2
        ? List.of()
        : IntStream.iterate(terms.size() - 1, i -> i >= 0, i -> i - 1)
            .filter(i -> YEAR.matcher(terms.get(i)).matches())
            .limit(MOST_YEARS)
            .boxed()
            .toList();
  }

  private static List<String> without(List<String> terms, int index) {
    List<String> others = new ArrayList<>(terms);
    others.remove(index);
    return others;
  }

  private List<Title> ranked(List<String> terms, Predicate<Title> eligible, int limit) {
    long[] found = search(terms, eligible, false);
    if (found.length < Math.min(limit, FEW)) {
      found = search(terms, eligible, true);
    }
    Arrays.sort(found);
    return best(found, limit);
  }

  /** A sortable number for each title: the score, then the ordinal, where less is better. */
  private long[] search(List<String> terms, Predicate<Title> eligible, boolean lenient) {
    Tally tally = lookup.count(terms, lenient, titles.length);
    return IntStream.range(0, titles.length)
        .filter(tally::has)
        .filter(i -> eligible.test(titles[i]))
        .mapToLong(i -> (long) score(tally, i) << Integer.SIZE | titles.length - i)
        .toArray();
  }

  private int score(Tally tally, int ordinal) {
    return tally.score(ordinal, lengths.name(ordinal), lengths.original(ordinal));
  }

  private List<Title> best(long[] sorted, int limit) {
    return IntStream.range(0, Math.min(limit, sorted.length))
        .mapToObj(i -> titles[titles.length - (int) sorted[sorted.length - 1 - i]])
        .toList();
  }
}
