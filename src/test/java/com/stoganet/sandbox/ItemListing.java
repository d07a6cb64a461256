package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code GET /Items}: filtering, sorting and paging over the library. */
final class ItemListing {
  private static final int CANDIDATES_WITHOUT_LIMIT = 100;

  private final ServerState server;
  private final Query query;
  private final Account user;

  ItemListing(ServerState server, Query query, Account user) {
    this.server = server;
    this.query = query;
    this.user = user;
  }

  public Page page() {
    Item parent = parent();
    List<String> ids = query.guids("ids");
    boolean recursive = query.flag("recursive").orElse(server.v12() && impliesRecursion(parent));
    Predicate<Item> watch = new WatchFilter(server, query, user).condition();
    if (parent == null && ids.isEmpty() && !recursive && !query.has("searchTerm")) {
      return Page.of(roots(), query);
    }
    Optional<String> key = PlainListing.key(server, query, user);
    if (parent == null && key.isPresent()) {
      LibraryIndex index = server.library.index();
      return Page.of(
          index.listing(key.get(), () -> found(candidates(null, ids, recursive), watch)), query);
    }
    return Page.of(found(candidates(parent, ids, recursive), watch), query);
  }

  private List<Item> found(List<Item> candidates, Predicate<Item> watch) {
    List<Item> found = new ArrayList<>(candidates);
    found.removeIf(ItemFilter.of(query).and(watch).negate());
    if (query.has("minDateLastSaved") && !server.findsByDateOfChange()) {
      // Jellyfin 10.10: ignored by itself; beside isMissing it makes SQL that cannot run.
      if (query.has("isMissing")) {
        throw Refusal.exception(500);
      }
      found.clear();
    }
    Collapse collapse = new Collapse(server);
    if (collapse.applies(query, user)) {
      found = collapse.apply(found);
    }
    if (server.v12() && user != null) {
      Set<Integer> shows = new HashSet<>();
      found.removeIf(item -> isSeries(item) && !shows.add(item.tmdb().get()));
    }
    if (query.has("searchTerm")) {
      found = searched(found);
    }
    if (!query.has("searchTerm") || !server.v12()) {
      new ItemSort(server, user).sort(found, query);
    }
    return found;
  }

  /** Jellyfin 12: of several folders of one show a user's lists have one. */
  private static boolean isSeries(Item item) {
    return item.type() == ItemType.SERIES && item.tmdb().isPresent();
  }

  private Item parent() {
    String id = query.guid("parentId").orElse(Guid.EMPTY);
    if (id.equals(Guid.EMPTY)) {
      return null;
    }
    // Jellyfin: an unknown parent is an ArgumentException.
    Item parent = server.library.find(id).orElseThrow(() -> Refusal.exception(400));
    boolean library = parent.type() == ItemType.COLLECTION_FOLDER;
    if (library && user != null && !user.maySee(parent.id())) {
      // Jellyfin: this 401 has nothing to do with the token; it has a body.
      throw Refusal.jsonString(
          401, user.name() + " is not permitted to access Library " + parent.name() + ".");
    }
    return parent;
  }

  private boolean impliesRecursion(Item parent) {
    return parent != null
        && parent.type() == ItemType.COLLECTION_FOLDER
        && !Kinds.of(query, "includeItemTypes").unspecified();
  }

  private List<Item> roots() {
    return server.library.ofType(ItemType.COLLECTION_FOLDER).stream()
        .filter(item -> server.library.visible(item, user))
        .toList();
  }

  /**
   * Jellyfin: which libraries the user may see only counts when neither ids nor a parent are given;
   * that is a hole in the real server, and one that a proxy must know.
   */
  private List<Item> candidates(Item parent, List<String> ids, boolean recursive) {
    if (!ids.isEmpty()) {
      return ids.stream()
          .distinct()
          .flatMap(id -> server.library.find(id).stream())
          .filter(item -> server.library.listedAnywhere(item, user))
          .toList();
    }
    if (parent != null) {
      List<Item> inside =
          recursive ? server.library.descendants(parent) : server.library.children(parent);
      return inside.stream().filter(item -> server.library.listedAnywhere(item, user)).toList();
    }
    // Jellyfin's search has an order of its own; all others are sorted, so any will do here.
    LibraryIndex index = server.library.index();
    List<Item> all = query.has("searchTerm") ? index.listed() : index.byName();
    Kinds kinds = Kinds.of(query, "includeItemTypes");
    return all.stream()
        .filter(item -> item.type() != ItemType.COLLECTION_FOLDER)
        .filter(item -> kinds.unspecified() || kinds.names(item.type()))
        .filter(item -> server.library.listed(item, user))
        .toList();
  }

  /**
   * Jellyfin 12: search providers yield at most three times the limit (100 without one), in their
   * own order; the total says no more than that.
   */
  private List<Item> searched(List<Item> items) {
    String term = query.text("searchTerm").orElse("").strip().toLowerCase(Locale.ROOT);
    Predicate<Item> starts = item -> item.name().toLowerCase(Locale.ROOT).startsWith(term);
    List<Item> hits = new ArrayList<>(items);
    hits.removeIf(item -> !item.name().toLowerCase(Locale.ROOT).contains(term));
    hits.sort(Comparator.comparing(starts.negate()::test).thenComparing(Item::sortName));
    if (!server.v12()) {
      return hits;
    }
    int most = query.number("limit").map(limit -> limit * 3).orElse(CANDIDATES_WITHOUT_LIMIT);
    return new ArrayList<>(hits.subList(0, Math.min(hits.size(), Math.max(0, most))));
  }
}
