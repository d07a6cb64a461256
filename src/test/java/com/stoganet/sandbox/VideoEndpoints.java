package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The bytes of movies and episodes. */
final class VideoEndpoints {
  private static final Map<String, String> TYPES =
      Map.of(
          "mp4", "video/mp4",
          "m4v", "video/x-m4v",
          "mov", "video/quicktime",
          "mkv", "video/x-matroska",
          "webm", "video/webm",
          "ts", "video/mp2t",
          "avi", "video/x-msvideo");

  private final ServerState server;

  VideoEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    // Jellyfin: no authorisation at all on these two, whatever the title.
    routes.getAndHead("/Videos/{itemId}/stream", Access.ANYONE, this::stream);
    routes.getAndHead("/Videos/{itemId}/stream.{container}", Access.ANYONE, this::stream);
    routes.get("/Videos/{itemId}/AdditionalParts", Access.SIGNED_IN, this::parts);
    routes.get("/Items/{itemId}/File", Access.SIGNED_IN, this::file);
    routes.get("/Items/{itemId}/Download", Access.SIGNED_IN, this::download);
  }

  private void stream(Call call) throws IOException {
    String id = call.guid("itemId");
    Item item = server.library.find(id).orElseThrow(() -> Refusal.exception(404));
    if (item.versions().isEmpty()) {
      throw Refusal.exception(404);
    }
    MediaVersion version = version(call, item);
    if (version.medium() == Medium.PLACEHOLDER) {
      throw Refusal.exception(server.v12() ? 400 : 404);
    }
    String type = type(call, version);
    boolean unchanged = call.query().flag("static", false) && !version.medium().folder();
    if (unchanged && version.host() != null) {
      version.host().answer(call, version.content());
    } else if (unchanged) {
      FileAnswer.send(call, version.content(), type);
    } else {
      transcoded(call, version, type);
    }
  }

  private static MediaVersion version(Call call, Item item) {
    Optional<String> wanted = call.query().text("mediaSourceId");
    if (wanted.isEmpty()) {
      return item.versions().get(0);
    }
    // Jellyfin: parsed as an identifier (FormatException), but then compared as text.
    if (Guid.parse(wanted.get()).isEmpty()) {
      throw Refusal.exception(500);
    }
    return item.versions().stream()
        .filter(version -> version.id().equals(wanted.get()))
        .findFirst()
        .orElseThrow(() -> Refusal.exception(400));
  }

  /**
   * Jellyfin: without an extension 12 looks at the name of the file, older versions at the first
   * name of ffprobe's list, which is mov for MP4.
   */
  private String type(Call call, MediaVersion version) {
    String extension = call.route("container");
    if (extension.isEmpty()) {
      String name = version.fileName();
      extension =
          server.v12()
              ? name.substring(name.lastIndexOf('.') + 1)
              : version.container().split(",", -1)[0];
    }
    return TYPES.getOrDefault(extension.toLowerCase(Locale.ROOT), "application/octet-stream");
  }

  /** Jellyfin: ffmpeg writes into the answer; nobody knows how long it will be. */
  private static void transcoded(Call call, MediaVersion version, String type) throws IOException {
    call.header("Content-Type", type);
    call.header("Accept-Ranges", "none");
    try (OutputStream out = call.sendChunked(200)) {
      version.content().copy(0, version.size(), out);
    }
  }

  private void parts(Call call) throws IOException {
    Account user = call.user();
    List<Item> parts =
        server
            .library
            .find(call.guid("itemId"))
            .filter(item -> server.library.visible(item, user))
            .orElseThrow(() -> Refusal.problem(404))
            .parts();
    ItemJson json = new ItemJson(server, user, DtoOptions.all());
    call.json(Page.result(parts.stream().map(json::of).toList(), parts.size(), 0));
  }

  private void file(Call call) throws IOException {
    MediaVersion version = visible(call).versions().get(0);
    FileAnswer.send(call, version.content(), extensionType(version));
  }

  private void download(Call call) throws IOException {
    MediaVersion version = visible(call).versions().get(0);
    call.header("Content-Disposition", "attachment; filename=\"" + version.id() + "\"");
    FileAnswer.send(call, version.content(), extensionType(version));
  }

  private static String extensionType(MediaVersion version) {
    String name = version.fileName();
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** Jellyfin: a user token is checked against the libraries, an API key is not. */
  private Item visible(Call call) {
    return server
        .library
        .find(call.guid("itemId"))
        .filter(item -> server.library.visible(item, call.caller().account()))
        .filter(item -> !item.versions().isEmpty())
        .orElseThrow(() -> Refusal.problem(404));
  }
}
