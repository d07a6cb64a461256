package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a request for bytes asks for: {@code /stream/{jfId}} with a token, {@code
 * /play/{ticket}/{jfId}} with a ticket, either followed by {@code /subtitles/{index}} or not.
 *
 * @param ticket as it was sent; null when the request must have a token
 * @param source which version; null for the default one
 * @param subtitles the index of a track; empty for the video itself
 * @param format of the subtitles
 */
record StreamRoute(
    String ticket,
    JellyfinId item,
    JellyfinId source,
    OptionalInt subtitles,
    SubtitleFormat format) {

  private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads a request. The raw path counts: a decoded one may have lost what was wrong with it.
   *
   * @throws ApiException item_not_found for another path, or validation_failed that names the part
   */
  static StreamRoute of(HttpServletRequest request) {
    List<String> parts = parts(request);
    boolean ticketed = "play".equals(parts.get(0));
    int itemAt = ticketed ? 2 : 1;
    boolean video = parts.size() == itemAt + 1;
    boolean subtitles = parts.size() == itemAt + 3 && "subtitles".equals(parts.get(itemAt + 1));
    if (!(ticketed || "stream".equals(parts.get(0))) || !(video || subtitles)) {
      throw noSuchPath();
    }
    return new StreamRoute(
        ticketed ? parts.get(1) : null,
        item(parts.get(itemAt)),
        ticketed ? null : source(request),
        subtitles ? OptionalInt.of(index(parts.get(itemAt + 2))) : OptionalInt.empty(),
        format(request.getParameter("format")));
  }

  /** This route with the version that a ticket is about. */
  StreamRoute of(Ticket good) {
    return new StreamRoute(ticket, item, good.source(), subtitles, format);
  }

  /** The item of {@code POST /stream/{jfId}/ticket}; throws like {@link #of}. */
  static JellyfinId ticketItem(HttpServletRequest request) {
    List<String> parts = parts(request);
    if (parts.size() != 3 || !"stream".equals(parts.get(0)) || !"ticket".equals(parts.get(2))) {
      throw noSuchPath();
    }
    return item(parts.get(1));
  }

  /** The parameter source, null when it is absent; throws like {@link #of}. */
  static JellyfinId source(HttpServletRequest request) {
    String text = request.getParameter("source");
    return text == null
        ? null
        : JellyfinId.parse(text)
            .orElseThrow(() -> ApiException.invalid("source", "source must be 32 hex digits."));
  }

  private static List<String> parts(HttpServletRequest request) {
    String raw = request.getRequestURI().substring(request.getContextPath().length());
    return List.of(raw.replaceFirst("^/+", "").split("/", -1));
  }

  private static JellyfinId item(String text) {
    return JellyfinId.parse(text)
        .orElseThrow(() -> ApiException.invalid("jfId", "The id must be 32 hex digits."));
  }

  private static int index(String text) {
    if (!INDEX.matcher(text).matches()) {
      throw ApiException.invalid("index", "The index must be a whole number.");
    }
    return Integer.parseInt(text);
  }

  private static SubtitleFormat format(String name) {
    return name == null
        ? SubtitleFormat.VTT
        : SubtitleFormat.of(name)
            .orElseThrow(() -> ApiException.invalid("format", "format must be vtt, srt or ass."));
  }

  private static ApiException noSuchPath() {
    return ApiException.itemNotFound("There is no such path.");
  }
}
