package com.stoganet.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises listings that only depend on what the library holds and on what a user may see.
 *
 * <p>Of a large library everybody asks for the same few of them, page by page; they are worth
 * keeping until the library changes. A parameter that is not named here rules that out.
 */
final class PlainListing {
  private static final Set<String> CHOOSING =
      Set.of(
          "recursive",
          "includeitemtypes",
          "excludeitemtypes",
          "collapseboxsetitems",
          "ismissing",
          "hastmdbid",
          "genres",
          "years",
          "sortorder");
  private static final Set<String> PRESENTING =
      Set.of(
          "userid",
          "startindex",
          "limit",
          "fields",
          "enableimages",
          "enableimagetypes",
          "imagetypelimit",
          "enableuserdata",
          "enabletotalrecordcount");
  private static final Set<String> ORDERS =
      Set.of(
          "sortname",
          "name",
          "datecreated",
          "premieredate",
          "productionyear",
          "communityrating",
          "officialrating",
          "runtime",
          "isfolder");

  private PlainListing() {}

  /** What tells one such listing from another; nothing if this is none. */
  static Optional<String> key(ServerState server, Query query, Account user) {
    StringBuilder key = new StringBuilder().append(server.version);
    if (user != null) {
      key.append(user.id()).append(user.hiddenLibraries()).append(user.limits());
    }
    for (String name : query.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean order = lower.equals("sortby") && ordinary(query);
      if (order || CHOOSING.contains(lower)) {
        key.append('&').append(lower).append('=').append(query.raw(name));
      } else if (!PRESENTING.contains(lower)) {
        return Optional.empty();
      }
    }
    return Optional.of(key.toString());
  }

  private static boolean ordinary(Query query) {
    return query.commas("sortBy").stream()
        .allMatch(order -> ORDERS.contains(order.toLowerCase(Locale.ROOT)));
  }
}
