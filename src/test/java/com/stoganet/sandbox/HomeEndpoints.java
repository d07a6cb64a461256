package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a home screen shows: libraries, the newest, and what to go on with. */
final class HomeEndpoints {
  private static final int LATEST_LIMIT = 20;

  private final ServerState server;

  HomeEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/UserViews", Access.SIGNED_IN, this::views);
    routes.get("/Items/Latest", Access.SIGNED_IN, this::latest);
    routes.get("/UserItems/Resume", Access.SIGNED_IN, this::resume);
  }

  private void views(Call call) throws IOException {
    Account user = call.requiredUser();
    List<Item> views =
        server.library.where(
            item ->
                item.type() == ItemType.COLLECTION_FOLDER && server.library.visible(item, user));
    call.json(new Page(views, views.size(), 0).dto(json(call, user)));
  }

  /** Jellyfin: a plain array, not a page; what has been played is left out by default. */
  private void latest(Call call) throws IOException {
    Account user = call.requiredUser();
    boolean played = call.query().flag("isPlayed", false);
    WatchJson watch = new WatchJson(server, user);
    Kinds kinds = Kinds.of(call.query(), "includeItemTypes");
    Predicate<Item> visible = visibleIn(call, user);
    Stream<Item> items =
        server.library.index().newestFirst().stream()
            .filter(
                item -> kinds.unspecified() ? !item.versions().isEmpty() : kinds.names(item.type()))
            .filter(item -> !item.missing() && visible.test(item))
            .filter(item -> watch.played(item) == played);
    int limit = call.query().number("limit").orElse(LATEST_LIMIT);
    ItemJson json = json(call, user);
    boolean grouped = call.query().flag("groupItems", true);
    if (server.version != JellyfinVersion.V10_10 && otherKind(call, user)) {
      call.json(List.of());
      return;
    }
    Stream<Dto> dtos =
        grouped ? groups(items.limit(before(limit)).toList(), json) : items.map(json::of);
    call.json(dtos.limit(limit).toList());
  }

  /** How many items are taken before they are grouped. */
  private long before(int limit) {
    return switch (server.version) {
      case V12 -> limit;
      case V10_11 -> 5L * limit;
      default -> Long.MAX_VALUE;
    };
  }

  /** Jellyfin 10.11 and 12: without a parent, the type of the first library decides. */
  private boolean otherKind(Call call, Account user) {
    return call.query().guid("parentId").isEmpty()
        && server.library.ofType(ItemType.COLLECTION_FOLDER).stream()
            .filter(library -> server.library.listed(library, user))
            .findFirst()
            .filter(library -> "music".equals(library.metadata().collectionType))
            .isPresent();
  }

  /** Several new episodes become their series, with ChildCount saying how many. */
  private Stream<Dto> groups(List<Item> items, ItemJson json) {
    Map<String, List<Item>> bySeries = new LinkedHashMap<>();
    for (Item item : items) {
      String key = Optional.ofNullable(item.seriesId()).orElse(item.id());
      bySeries.computeIfAbsent(key, unused -> new ArrayList<>()).add(item);
    }
    return bySeries.entrySet().stream()
        .map(
            group ->
                group.getValue().size() == 1
                    ? json.of(group.getValue().get(0)).put("ChildCount", server.v12() ? null : 0)
                    : json.of(server.library.get(group.getKey()))
                        .put("ChildCount", group.getValue().size()));
  }

  private void resume(Call call) throws IOException {
    Account user = call.requiredUser();
    Predicate<Item> wanted = visibleIn(call, user).and(ItemFilter.of(call.query()));
    List<Item> items = new ArrayList<>(server.library.index().everything());
    items.removeIf(item -> !server.listed(user, item.id()).resumable());
    items.removeIf(item -> item.versions().isEmpty() || item.type() == ItemType.VIDEO);
    // Jellyfin 12: returns the version that was played, which need not be the item in the lists.
    items.removeIf(item -> item.primaryVersionId() != null && !server.v12());
    items.removeIf(wanted.negate());
    items.sort(Comparator.comparing((Item item) -> lastPlayed(user, item)).reversed());
    boolean video = call.query().commas("mediaTypes").stream().anyMatch("Video"::equalsIgnoreCase);
    if (server.v12() && !video) {
      addFolders(items);
    }
    call.json(Page.of(items, call.query()).dto(json(call, user)));
  }

  /** Jellyfin 12: without mediaTypes=Video the season and the series come along. */
  private void addFolders(List<Item> items) {
    for (Item item : List.copyOf(items)) {
      Optional.ofNullable(item.seasonId()).flatMap(server.library::find).ifPresent(items::add);
      Optional.ofNullable(item.seriesId()).flatMap(server.library::find).ifPresent(items::add);
    }
  }

  private Instant lastPlayed(Account user, Item item) {
    return Optional.ofNullable(server.listed(user, item.id()).lastPlayed()).orElse(Instant.MIN);
  }

  private Predicate<Item> visibleIn(Call call, Account user) {
    Optional<String> parent = call.query().guid("parentId");
    if (parent.isPresent() && server.library.find(parent.get()).isEmpty()) {
      throw Refusal.exception(400);
    }
    return item ->
        server.library.listed(item, user)
            && (parent.isEmpty()
                || server.library.libraryOf(item).id().equals(parent.get())
                || parent.get().equals(item.seriesId())
                || parent.get().equals(item.seasonId()));
  }

  private ItemJson json(Call call, Account user) {
    return new ItemJson(server, user, DtoOptions.of(call.query()));
  }
}
