package com.stoganet.proxy.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the home screen.
 *
 * @param more whether there are more titles than the row shows
 * @param stale whether this is what the row showed before, since it could not be had anew
 */
public record HomeRow(Name name, List<Card> cards, boolean more, boolean stale) {

  /** Which row. */
  public enum Name {
    WATCH_NEXT,
    CONTINUE_WATCHING,
    NEXT_UP,
    RECENTLY_ADDED_MOVIES,
    RECENTLY_ADDED_TV,
    ALL_MOVIES,
    ALL_TV;

    /**
     * The rows of the home screen unless a client asks for others. {@code watch_next} contains
     * {@code continue_watching} and {@code next_up}, so these are not default rows.
     */
    public static final List<Name> DEFAULT =
        List.of(WATCH_NEXT, RECENTLY_ADDED_MOVIES, RECENTLY_ADDED_TV, ALL_MOVIES, ALL_TV);

    /** The spelling of the contract. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the spelling of the contract. */
    public static Optional<Name> of(String text) {
      return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }
  }

  private static final int LENGTH = 20;

  /** How many cards to ask for, to know whether there are more than a row shows. */
  static final int ENOUGH = LENGTH + 1;

  static HomeRow of(Name name, List<Card> cards) {
    return new HomeRow(
        name,
        List.copyOf(cards.subList(0, Math.min(LENGTH, cards.size()))),
        cards.size() > LENGTH,
        false);
  }

  /** The titles of all cards; a title may be there twice. */
  public static List<Title> titles(List<HomeRow> rows) {
    return rows.stream().flatMap(row -> row.cards().stream()).map(Card::title).toList();
  }

  HomeRow asStale() {
    return new HomeRow(name, cards, more, true);
  }
}
