package com.stoganet.sandbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists of item types in a query. */
final class Kinds {
  /** Names that are valid but that no item of the sandbox has. */
  private static final Set<String> OTHERS =
      Set.of(
          "audio",
          "audiobook",
          "book",
          "channel",
          "folder",
          "genre",
          "livetvchannel",
          "musicalbum",
          "musicartist",
          "musicvideo",
          "person",
          "photo",
          "photoalbum",
          "playlist",
          "studio",
          "trailer",
          "userview",
          "video",
          "year");

  private final boolean unspecified;
  private final Set<ItemType> types = EnumSet.noneOf(ItemType.class);

  private Kinds(List<String> names) {
    unspecified = names.isEmpty();
    for (ItemType type : ItemType.values()) {
      if (names.contains(type.wireName().toLowerCase(Locale.ROOT))) {
        types.add(type);
      }
    }
  }

  /** Jellyfin drops unknown names, so a list of only such names means: everything. */
  static Kinds of(Query query, String parameter) {
    return new Kinds(
        query.commas(parameter).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> OTHERS.contains(name) || isItemType(name))
            .toList());
  }

  boolean unspecified() {
    return unspecified;
  }

  boolean names(ItemType type) {
    return types.contains(type);
  }

  private static boolean isItemType(String name) {
    for (ItemType type : ItemType.values()) {
      if (type.wireName().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
