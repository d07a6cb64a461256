package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pictures of items, people and users; anonymous callers see all of them. */
final class ImageEndpoints {
  private static final byte[] VECTOR =
      "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

  private final ServerState server;
  private final Posters posters = new Posters();

  ImageEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.getAndHead("/Items/{itemId}/Images/{imageType}", Access.ANYONE, this::image);
    routes.getAndHead(
        "/Items/{itemId}/Images/{imageType}/{imageIndex}", Access.ANYONE, this::image);
    routes.getAndHead("/UserImage", Access.ANYONE, this::avatar);
  }

  private void image(Call call) throws IOException {
    String id = call.guid("itemId");
    String type = call.route("imageType");
    if (!Artwork.knows(type)) {
      throw Refusal.problem(400);
    }
    int index = index(call);
    // Jellyfin: a user token does get a visibility check here, no token gets none.
    Item item =
        server
            .library
            .find(id)
            .filter(found -> server.library.visible(found, call.caller().account()))
            .orElseThrow(() -> Refusal.problem(404));
    if (!Artwork.has(item, type, index)) {
      throw Refusal.jsonString(404, item.name() + " does not have an image of type " + type);
    }
    if (server.library.isVector(id, type)) {
      // Jellyfin converts no SVG, whatever format is asked for.
      call.bytes(200, "image/svg+xml", VECTOR);
      return;
    }
    Posters.Shape shape = Posters.Shape.of(type, item.type());
    send(call, id, item.name(), shape, index);
  }

  private static int index(Call call) {
    String text = call.route("imageIndex");
    try {
      return text.isEmpty() ? call.query().number("imageIndex").orElse(0) : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Refusal.problem(400);
    }
  }

  private void avatar(Call call) throws IOException {
    Account asked = call.query().has("userId") ? null : call.caller().account();
    String id =
        Optional.ofNullable(asked)
            .map(Account::id)
            .or(() -> call.query().guid("userId"))
            .orElseThrow(() -> Refusal.problem(400));
    Account account = server.accounts.byId(id).orElseThrow(() -> Refusal.problem(404));
    send(call, account.id(), account.name(), Posters.Shape.SQUARE, 0);
  }

  private void send(Call call, String id, String title, Posters.Shape shape, int index)
      throws IOException {
    Optional<String> tag = call.query().text("tag");
    call.header("Vary", "Accept");
    call.header("Content-Disposition", "attachment");
    call.header("Age", "60");
    call.header("transferMode.dlna.org", "Interactive");
    call.header("realTimeInfo.dlna.org", "DLNA.ORG_TLAG=*");
    if (tag.isPresent()) {
      String immutable = server.v12() ? ", immutable" : "";
      call.header("Cache-Control", "public, max-age=31536000" + immutable);
    } else {
      call.header("Cache-Control", "public");
    }
    if (tag.isPresent() && server.v12()) {
      // Jellyfin 12: the ETag is the tag of the query, whatever it is.
      String etag = "\"" + tag.get() + "\"";
      call.header("ETag", etag);
      if (call.request().header("If-None-Match").filter(etag::equals).isPresent()) {
        call.emptyWithoutLength(304);
        return;
      }
    }
    call.header("Last-Modified", FileAnswer.format(SampleVideo.INSTANCE.lastModified()));
    if (call.query().text("format").filter("png"::equalsIgnoreCase).isPresent()) {
      call.bytes(200, "image/png", posters.png(title, shape, width(call.query())));
    } else {
      call.bytes(200, "image/jpeg", posters.jpeg(id, title, shape, index, width(call.query())));
    }
  }

  private static int width(Query query) {
    return query
        .number("fillWidth")
        .or(() -> query.number("maxWidth"))
        .or(() -> query.number("width"))
        .orElse(0);
  }
}
