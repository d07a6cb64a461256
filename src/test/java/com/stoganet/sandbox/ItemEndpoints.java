package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Listing, searching and reading items. */
final class ItemEndpoints {
  private static final int SIMILAR_LIMIT = 12;

  private final ServerState server;

  ItemEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/Items", Access.SIGNED_IN, this::list);
    routes.get("/Items/{itemId}", Access.SIGNED_IN, this::one);
    routes.get("/Items/{itemId}/Similar", Access.SIGNED_IN, this::similar);
    routes.get("/Items/{itemId}/LocalTrailers", Access.SIGNED_IN, call -> extras(call, true));
    routes.get("/Items/{itemId}/SpecialFeatures", Access.SIGNED_IN, call -> extras(call, false));
    routes.get("/Genres", Access.SIGNED_IN, this::genres);
    routes.get("/Items/Filters2", Access.SIGNED_IN, this::filters);
    routes.get("/Search/Hints", Access.SIGNED_IN, this::hints);
    // Obsolete, but still there; using them is recorded as a violation.
    routes.get("/Users/{userId}/Items", Access.SIGNED_IN, this::list);
    routes.get("/Users/{userId}/Items/{itemId}", Access.SIGNED_IN, this::one);
  }

  private void list(Call call) throws IOException {
    Account user = user(call);
    Page page = new ItemListing(server, call.query(), user).page();
    call.json(page.dto(new ItemJson(server, user, DtoOptions.of(call.query()))));
  }

  private void one(Call call) throws IOException {
    String id = call.guid("itemId");
    Account user = user(call);
    if (user == null) {
      throw Refusal.exception(400);
    }
    Item item =
        server
            .library
            .find(id)
            .filter(found -> server.library.visible(found, user))
            .orElseThrow(() -> Refusal.problem(404));
    call.json(new ItemJson(server, user, DtoOptions.all()).of(item));
  }

  private static Account user(Call call) {
    return call.route("userId").isEmpty() ? call.user() : call.user(call.guid("userId"));
  }

  /** Jellyfin: a bare array of items that are written in full. */
  private void extras(Call call, boolean trailers) throws IOException {
    Account user = call.user();
    Item item =
        server
            .library
            .find(call.guid("itemId"))
            .filter(found -> server.library.visible(found, user))
            .orElseThrow(() -> Refusal.problem(404));
    ItemJson json = new ItemJson(server, user, DtoOptions.all());
    call.json(server.library.extras(item.id(), trailers).stream().map(json::of).toList());
  }

  private void similar(Call call) throws IOException {
    Account user = call.user();
    Item item =
        server
            .library
            .find(call.guid("itemId"))
            .filter(found -> server.library.visible(found, user))
            .orElseThrow(() -> Refusal.problem(404));
    List<Item> similar =
        server.library.where(
            other ->
                other.type() == item.type()
                    && item.type() != ItemType.EPISODE
                    && !other.id().equals(item.id())
                    && server.library.listed(other, user)
                    && common(item, other) > 0);
    List<Item> best =
        similar.stream()
            .sorted(
                Comparator.comparing((Item other) -> -common(item, other))
                    .thenComparing(Item::sortName))
            .limit(call.query().number("limit").orElse(SIMILAR_LIMIT))
            .toList();
    Page page = new Page(best, best.size(), 0);
    call.json(page.dto(new ItemJson(server, user, DtoOptions.of(call.query()))));
  }

  private static long common(Item first, Item second) {
    return first.metadata().genres.stream().filter(second.metadata().genres::contains).count();
  }

  private void genres(Call call) throws IOException {
    List<Dto> genres =
        genreNames(call)
            .map(
                name ->
                    DescriptionJson.genre(name)
                        .put("ServerId", server.serverId)
                        .putNull("ChannelId")
                        .put("IsFolder", true)
                        .put("Type", "Genre")
                        .put("LocationType", "FileSystem")
                        .put("MediaType", "Unknown"))
            .toList();
    call.json(Page.result(genres, genres.size(), 0));
  }

  private void filters(Call call) throws IOException {
    call.json(
        new Dto()
            .put("Genres", genreNames(call).map(DescriptionJson::genre).toList())
            .put("Tags", List.of()));
  }

  private Stream<String> genreNames(Call call) {
    Account user = call.user();
    Kinds kinds = Kinds.of(call.query(), "includeItemTypes");
    Optional<String> parent = call.query().guid("parentId");
    return server.library.all().stream()
        .filter(item -> server.library.listed(item, user))
        .filter(item -> kinds.unspecified() || kinds.names(item.type()))
        .filter(
            item -> parent.isEmpty() || server.library.libraryOf(item).id().equals(parent.get()))
        .flatMap(item -> item.metadata().genres.stream())
        .distinct()
        .sorted();
  }

  private void hints(Call call) throws IOException {
    if (!call.query().has("searchTerm")) {
      throw Refusal.problem(400);
    }
    Page page = new ItemListing(server, call.query(), call.user()).page();
    List<Dto> hints = page.items().stream().map(ItemEndpoints::hint).toList();
    call.json(new Dto().put("SearchHints", hints).put("TotalRecordCount", page.total()));
  }

  private static Dto hint(Item item) {
    return new Dto()
        .put("ItemId", item.id())
        .put("Id", item.id())
        .put("Name", item.name())
        .put("ProductionYear", item.metadata().year)
        .put("PrimaryImageTag", Artwork.tags(item).get("Primary"))
        .put("Type", item.type().wireName())
        .put("IsFolder", item.type().folder())
        .put("RunTimeTicks", item.metadata().runtimeTicks)
        .put("MediaType", item.type().folder() ? "Unknown" : "Video")
        .put("Artists", List.of())
        .putNull("ChannelId");
  }
}
