package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Replaces movies by the collections they are in.
 *
 * <p>Jellyfin 12 does so whenever no user is given and movies or series may be listed, unless told
 * {@code collapseBoxSetItems=false} or one of certain other conditions is set.
 */
final class Collapse {
  private static final Set<String> PREVENTING =
      Set.of(
          "isfavorite",
          "isplayed",
          "genres",
          "genreids",
          "hastmdbid",
          "hasimdbid",
          "hastvdbid",
          "years",
          "personids",
          "studioids",
          "tags",
          "officialratings",
          "ishd",
          "minpremieredate",
          "mincommunityrating",
          "ids");

  private final ServerState server;

  Collapse(ServerState server) {
    this.server = server;
  }

  boolean applies(Query query, Account user) {
    boolean wanted =
        query.flag("collapseBoxSetItems").orElse(server.v12() && user == null && titles(query));
    return wanted
        && query.names().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .noneMatch(PREVENTING::contains);
  }

  List<Item> apply(List<Item> items) {
    Set<Item> collapsed = new LinkedHashSet<>();
    for (Item item : items) {
      collapsed.add(server.library.boxSetOf(item).orElse(item));
    }
    return new ArrayList<>(collapsed);
  }

  private static boolean titles(Query query) {
    Kinds kinds = Kinds.of(query, "includeItemTypes");
    return kinds.unspecified() || kinds.names(ItemType.MOVIE) || kinds.names(ItemType.SERIES);
  }
}
