package com.stoganet.proxy.media;

/**
 * Which titles to list, and in which order.
 *
 * @param kind null for both
 * @param genre null for all, else in upper or lower case
 * @param unwatched null for all
 * @param favorite null for all
 * @param letter null for all
 */
public record LibraryQuery(
    MediaKind kind,
    TitleOrder order,
    String genre,
    YearRange years,
    Boolean unwatched,
    Boolean favorite,
    Letter letter) {

  /** Everything, by title. */
  public static final LibraryQuery ALL = of(null, new TitleOrder(LibrarySort.TITLE, false, 0));

  /** All titles of a kind in this order. */
  static LibraryQuery of(MediaKind kind, TitleOrder order) {
    return new LibraryQuery(kind, order, null, YearRange.ALL, null, null, null);
  }

  boolean matches(Title title) {
    return (kind == null || kind == title.kind())
        && years.contains(title.year())
        && (genre == null || title.genres().stream().anyMatch(genre::equalsIgnoreCase))
        && (letter == null || letter.equals(Letter.of(title.sortName())));
  }

  /** Tells one query from another, the same on every replica and after every start. */
  String fingerprint() {
    return Integer.toHexString(toString().hashCode());
  }
}
