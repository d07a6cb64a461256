package com.stoganet.proxy.media;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A total order of titles: no two are equal, so that a list can go on behind any of them.
 *
 * @param seed which shuffle, for random only
 */
public record TitleOrder(LibrarySort sort, boolean descending, int seed) {

  private static final float TENTHS = 10;

  /**
   * An order that a client asks for.
   *
   * @param seed null when the client leaves the shuffle to us
   * @param cursor null on the first page; later ones go on with the shuffle of the first
   */
  public static TitleOrder of(LibrarySort sort, boolean descending, Integer seed, String cursor) {
    if (sort != LibrarySort.RANDOM) {
      return new TitleOrder(sort, descending, 0);
    }
    if (seed != null) {
      return new TitleOrder(sort, false, seed);
    }
    int shuffle =
        cursor == null ? ThreadLocalRandom.current().nextInt() : Cursor.parse(cursor).seed();
    return new TitleOrder(sort, false, shuffle);
  }

  /**
   * The place of a title in the order; it stays one when the title is deleted.
   *
   * @param text the key if it is a text, else null
   * @param number the key if it is a number, else null; with neither it comes last
   */
  record Place(String text, Long number, JellyfinId item) {}

  private record Placed(Place place, Title title) {}

  List<Title> sorted(List<Title> titles) {
    return titles.stream()
        .map(title -> new Placed(placeOf(title), title))
        .sorted(Comparator.comparing(Placed::place, this::compare))
        .map(Placed::title)
        .toList();
  }

  Place placeOf(Title title) {
    return switch (sort) {
      case TITLE -> new Place(title.sortName(), null, title.item());
      case ADDED -> numbered(title, title.added() == null ? null : title.added().toEpochMilli());
      case RELEASED ->
          numbered(title, title.released() == Title.UNKNOWN_DAY ? null : (long) title.released());
      case RATING ->
          numbered(title, title.rating() == 0 ? null : (long) Math.round(title.rating() * TENTHS));
      case RANDOM -> numbered(title, shuffled(title.item()));
    };
  }

  /** What is unknown comes last, whichever way the order runs. */
  int compare(Place a, Place b) {
    int order = direction(compareKeys(a.text(), b.text(), a.number(), b.number()));
    boolean unknownA = a.text() == null && a.number() == null;
    boolean unknownB = b.text() == null && b.number() == null;
    if (unknownA || unknownB) {
      order = Boolean.compare(unknownA, unknownB);
    }
    return order == 0 ? a.item().compareTo(b.item()) : order;
  }

  private static int compareKeys(String textA, String textB, Long numberA, Long numberB) {
    if (textA != null && textB != null) {
      return textA.compareTo(textB);
    }
    return numberA != null && numberB != null ? numberA.compareTo(numberB) : 0;
  }

  private int direction(int order) {
    return descending ? -order : order;
  }

  private static Place numbered(Title title, Long key) {
    return new Place(null, key, title.item());
  }

  /** The finalizer of SplitMix64: every bit of the id and the seed changes half of the others. */
  private long shuffled(JellyfinId id) {
    long mixed = id.high() ^ Long.rotateLeft(id.low(), 32) ^ (seed * 0x9E3779B97F4A7C15L);
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
