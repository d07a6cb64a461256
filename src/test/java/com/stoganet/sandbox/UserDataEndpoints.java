package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Positions, watched marks, favourites and ratings, set directly. */
final class UserDataEndpoints {
  private final ServerState server;

  UserDataEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/UserItems/{itemId}/UserData", Access.SIGNED_IN, call -> change(call, s -> s));
    routes.post("/UserItems/{itemId}/UserData", Access.SIGNED_IN, this::update);
    routes.post("/UserPlayedItems/{itemId}", Access.SIGNED_IN, this::played);
    routes.delete("/UserPlayedItems/{itemId}", Access.SIGNED_IN, this::unplayed);
    routes.post(
        "/UserFavoriteItems/{itemId}",
        Access.SIGNED_IN,
        call -> change(call, state -> state.withFavorite(true)));
    routes.delete(
        "/UserFavoriteItems/{itemId}",
        Access.SIGNED_IN,
        call -> change(call, state -> state.withFavorite(false)));
    routes.post("/UserItems/{itemId}/Rating", Access.SIGNED_IN, this::rate);
    routes.delete(
        "/UserItems/{itemId}/Rating",
        Access.SIGNED_IN,
        call -> change(call, state -> state.withLikes(null)));
  }

  /** Jellyfin: only members that are not null are applied; there are no thresholds here. */
  private void update(Call call) throws IOException {
    Body body = call.body();
    Optional<Long> position = body.number("PlaybackPositionTicks");
    Optional<Long> count = body.number("PlayCount");
    Optional<Boolean> favorite = body.flag("IsFavorite");
    Optional<Boolean> played = body.flag("Played");
    Optional<Boolean> likes = body.flag("Likes");
    Optional<Instant> date = body.text("LastPlayedDate").map(UserDataEndpoints::date);
    change(
        call,
        old -> {
          WatchState state = old.withPosition(position.orElse(old.positionTicks()));
          state = state.withPlayCount(count.map(Math::toIntExact).orElse(old.playCount()));
          state = state.withFavorite(favorite.orElse(old.favorite()));
          state = state.withPlayed(played.orElse(old.played()));
          state = state.withLikes(likes.orElse(old.likes()));
          return state.withLastPlayed(date.orElse(old.lastPlayed()));
        });
  }

  private void played(Call call) throws IOException {
    Instant when = call.query().date("datePlayed").orElseGet(Instant::now);
    changeInside(
        call, old -> old.withPlayCount(Math.max(1, old.playCount())).withLastPlayed(when), true);
  }

  private void unplayed(Call call) throws IOException {
    changeInside(call, old -> old.withPlayCount(0).withLastPlayed(null), false);
  }

  private void rate(Call call) throws IOException {
    boolean likes = call.query().flag("likes").orElseThrow(() -> Refusal.problem(400));
    change(call, state -> state.withLikes(likes));
  }

  /** A watched mark on a folder goes to everything inside. */
  private void changeInside(Call call, UnaryOperator<WatchState> change, boolean played)
      throws IOException {
    Account user = call.requiredUser();
    Item item = visible(call, user);
    List<Item> inside =
        item.type().folder()
            ? new WatchJson(server, user).playable(item)
            : played && server.v12() ? withVersions(item) : List.of(item);
    for (Item each : inside) {
      server.watched.change(
          user, each.id(), old -> change.apply(old.withPosition(0).withPlayed(played)));
    }
    call.json(new WatchJson(server, user).of(item));
  }

  /** Jellyfin 12: a mark, but not its removal, goes to all versions. */
  private List<Item> withVersions(Item item) {
    Stream<Item> others =
        item.versions().stream()
            .filter(version -> !version.id().equals(item.id()))
            .flatMap(version -> server.library.find(version.id()).stream());
    return Stream.concat(Stream.of(item), others).toList();
  }

  private void change(Call call, UnaryOperator<WatchState> change) throws IOException {
    Account user = call.requiredUser();
    Item item = visible(call, user);
    server.watched.change(user, item.id(), change);
    call.json(new WatchJson(server, user).of(item));
  }

  private Item visible(Call call, Account user) {
    return server
        .library
        .find(call.guid("itemId"))
        .filter(item -> server.library.visible(item, user))
        .orElseThrow(() -> Refusal.problem(404));
  }

  private static Instant date(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.problem(400);
    }
  }
}
