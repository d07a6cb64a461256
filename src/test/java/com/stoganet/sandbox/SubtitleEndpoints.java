package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Subtitles as text; open to everybody, as in the real server. */
final class SubtitleEndpoints {
  private static final Map<String, String> TYPES =
      Map.of(
          "vtt", "text/vtt",
          "srt", "application/x-subrip",
          "subrip", "application/x-subrip",
          "ass", "text/x-ssa",
          "ssa", "text/x-ssa",
          "json", "application/json",
          "js", "application/json");

  private final ServerState server;

  SubtitleEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    String start = "/Videos/{itemId}/{mediaSourceId}/Subtitles/{index}";
    routes.get(start + "/Stream.{format}", Access.ANYONE, this::stream);
    routes.get(start + "/{startPositionTicks}/Stream.{format}", Access.ANYONE, this::stream);
  }

  private void stream(Call call) throws IOException {
    call.guid("itemId");
    // Jellyfin: parameters of the query win over the path. Never pass on what a client sends.
    String item = call.query().guid("itemId").orElseGet(() -> call.guid("itemId"));
    String source = either(call, "mediaSourceId");
    int index = number(either(call, "index"));
    String format = either(call, "format").toLowerCase(Locale.ROOT);
    number(either(call, "startPositionTicks"));
    Item found = server.library.find(item).orElseThrow(() -> Refusal.exception(404));
    MediaVersion version =
        found.versions().stream()
            .filter(each -> each.id().equals(source))
            .findFirst()
            .orElseThrow(() -> Refusal.exception(500));
    Track track = track(version, index);
    if (!track.text()) {
      // Jellyfin 12: pictures become no text; older versions fail.
      throw Refusal.exception(server.v12() ? 400 : 500);
    }
    switch (server.library.sideFile(version.id(), index)) {
      case EMPTY -> throw Refusal.exception(400);
      case DELETED -> throw Refusal.exception(404);
      default -> {}
    }
    String type = TYPES.get(format);
    if (type == null) {
      throw Refusal.exception(400);
    }
    byte[] text =
        SubtitleText.of(found, track, format, server.v12()).getBytes(StandardCharsets.UTF_8);
    call.bytes(200, type, text);
  }

  /** Jellyfin: an index that is no subtitle is an exception: 500. */
  private static Track track(MediaVersion version, int index) {
    boolean known =
        index >= 0
            && index < version.tracks().size()
            && version.tracks().get(index).kind() == Track.Kind.SUBTITLE;
    if (!known) {
      throw Refusal.exception(500);
    }
    return version.tracks().get(index);
  }

  private static String either(Call call, String name) {
    return call.query().text(name).orElseGet(() -> call.route(name));
  }

  private static int number(String text) {
    try {
      return text.isEmpty() ? 0 : (int) Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.problem(400);
    }
  }
}
