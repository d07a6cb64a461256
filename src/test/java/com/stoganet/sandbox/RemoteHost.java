package com.stoganet.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The server that the address in a .strm file leads to.
 *
 * @param contentType what it calls the video
 */
public record RemoteHost(Kind kind, String contentType) {

  /** How it answers. */
  public enum Kind {
    RANGES,
    /** Ignores ranges, and says so. */
    NO_RANGES,
    /** Does not tell the length. */
    CHUNKED,
    MOVED,
    FORBIDDEN,
    PAGE,
    /** Jellyfin cannot reach it. */
    DEAD
  }

  public static RemoteHost of(Kind kind) {
    return new RemoteHost(kind, "video/mp4");
  }

  public static RemoteHost calling(String contentType) {
    return new RemoteHost(Kind.RANGES, contentType);
  }

  /** Jellyfin passes on status and headers; 10.10 asks for no range. */
  void answer(Call call, Content content) throws IOException {
    switch (kind) {
      case RANGES -> ranges(call, content);
      case NO_RANGES -> whole(call, content);
      case CHUNKED -> {
        call.header("Content-Type", contentType);
        call.header("Accept-Ranges", "none");
        try (OutputStream out = call.sendChunked(200)) {
          content.copy(0, content.length(), out);
        }
      }
      case MOVED -> {
        call.header("Location", "http://127.0.0.1:9/elsewhere.mp4");
        call.empty(302);
      }
      case FORBIDDEN -> call.bytes(403, "text/plain", "No.".getBytes(StandardCharsets.UTF_8));
      case PAGE ->
          call.bytes(200, "text/html", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
      default -> throw Refusal.exception(500);
    }
  }

  private void ranges(Call call, Content content) throws IOException {
    List<String> headers = call.request().headers().getOrDefault("Range", List.of());
    Optional<ByteRange> range =
        call.server().version == JellyfinVersion.V10_10
            ? Optional.empty()
            : ByteRange.of(headers, content.length());
    if (range.isEmpty() || range.get().equals(ByteRange.UNSATISFIABLE)) {
      whole(call, content);
      return;
    }
    ByteRange part = range.get();
    call.header("Content-Type", contentType);
    call.header("Accept-Ranges", "bytes");
    call.header("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + content.length());
    send(call, content, 206, part);
  }

  private void whole(Call call, Content content) throws IOException {
    boolean bytes = kind == Kind.RANGES && call.server().version != JellyfinVersion.V10_10;
    call.header("Content-Type", contentType);
    call.header("Accept-Ranges", bytes ? "bytes" : "none");
    send(call, content, 200, new ByteRange(0, content.length() - 1));
  }

  private static void send(Call call, Content content, int status, ByteRange part)
      throws IOException {
    try (OutputStream out = call.send(status, part.length())) {
      if (!call.head()) {
        content.copy(part.from(), part.length(), out);
      }
    }
  }
}
