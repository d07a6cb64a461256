package com.stoganet.proxy.media.search;

import com.stoganet.proxy.media.Title;
import java.util.List;

/** Reads titles into an index, in the order of their ordinals. */
final class Indexer {

  /** Particles like the "De" of "De Niro", which people write with or without the space. */
  private static final int PARTICLE = 3;

  private final TermsBuilder words = new TermsBuilder();
  private final TermsBuilder pairs = new TermsBuilder();
  private final Lengths lengths;

  Indexer(int titles) {
    lengths = new Lengths(titles);
  }

  /** Adds the names of a title; empty ones are nothing. */
  void add(int ordinal, Title title, List<String> people) {
    Words read = Words.of(title.name());
    List<String> name = read.all().isEmpty() ? read.pictures() : read.all();
    boolean article = hasArticle(name, Words.of(title.sortName()).all());
    lengths.setName(ordinal, name.size(), article);
    addName(ordinal, Place.NAME_START, name, article);
    if (!read.all().isEmpty()) {
      read.pictures().forEach(picture -> words.add(picture, Place.of(ordinal, Place.NAME)));
    }
    List<String> original = Words.of(title.originalName()).all();
    lengths.setOriginal(ordinal, original.size());
    addName(ordinal, Place.ORIGINAL_START, original, false);
    for (int i = 0; i < people.size(); i++) {
      addPerson(Place.of(ordinal, Place.person(i)), Words.of(people.get(i)).all());
    }
  }

  /** The words of all titles; nothing may be added any more. */
  Lookup words() {
    return new Lookup(words.build(), pairs.build());
  }

  /** How long the names of all titles are. */
  Lengths lengths() {
    return lengths;
  }

  private static boolean hasArticle(List<String> name, List<String> sorted) {
    return name.size() > 1
        && !sorted.isEmpty()
        && !sorted.get(0).equals(name.get(0))
        && sorted.get(0).equals(name.get(1));
  }

  private void addName(int ordinal, int startSlot, List<String> name, boolean article) {
    for (int i = 0; i < name.size(); i++) {
      boolean start = i == 0 || (i == 1 && article);
      int place = Place.of(ordinal, start ? startSlot : startSlot + 1);
      words.add(name.get(i), place);
      if (i + 1 < name.size()) {
        pairs.add(name.get(i) + name.get(i + 1), place);
      }
    }
  }

  private void addPerson(int place, List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      words.add(name.get(i), place);
      // All pairs would double the index, only to find "tomhanks".
      if (i + 1 < name.size() && name.get(i).length() <= PARTICLE) {
        pairs.add(name.get(i) + name.get(i + 1), place);
      }
    }
  }
}
