package com.stoganet.proxy.media;

import com.stoganet.proxy.media.search.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells copies of one title from different titles that have one TMDB number by mistake.
 *
 * <p>Copies have a name or a year in common; of titles that have neither, the oldest keeps the
 * number, and the others get the id of their item.
 */
final class SharedNumbers {

  private SharedNumbers() {}

  /**
   * The titles that another one has the number of, with their new id, by their item.
   *
   * @param groups titles of one id each, the oldest first
   */
  static Map<JellyfinId, Title> misnumbered(Collection<List<Title>> groups) {
    Map<JellyfinId, Title> found = new HashMap<>();
    for (List<Title> group : groups) {
      group.stream()
          .filter(title -> !isCopy(group.get(0), title))
          .map(title -> title.with(new CatalogId.Jellyfin(title.item())))
          .forEach(title -> found.put(title.item(), title));
    }
    return found;
  }

  private static boolean isCopy(Title first, Title other) {
    boolean yearUnknown = first.year() == 0 || other.year() == 0;
    return yearUnknown
        || Math.abs(first.year() - other.year()) <= 1
        || isNamed(first, other.name())
        || isNamed(first, other.originalName());
  }

  private static boolean isNamed(Title title, String name) {
    return !name.isEmpty()
        && (Spelling.same(title.name(), name) || Spelling.same(title.originalName(), name));
  }
}
