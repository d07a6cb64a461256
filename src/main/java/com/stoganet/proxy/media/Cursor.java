package com.stoganet.proxy.media;

import com.stoganet.proxy.media.TitleOrder.Place;
import com.stoganet.proxy.shared.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list, opaque to clients: behind which title it goes on.
 *
 * @param query fingerprint of the query that it belongs to
 * @param seed of a shuffle that the client did not choose itself
 */
record Cursor(String query, int seed, Place place) {

  /** Version, query, seed, item, and the key that the list is sorted by: n12, tharbour or none. */
  private static final Pattern FORMAT =
      Pattern.compile(
          "1:(?<query>[0-9a-f]{1,8}):(?<seed>-?[0-9]{1,10}):(?<item>[0-9a-f]{32}):"
              + "(?:n(?<number>-?[0-9]{1,19})|t(?<text>.*))?",
          Pattern.DOTALL);

  /** Reads what {@link #text()} wrote. */
  static Cursor parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      Matcher matcher = FORMAT.matcher(new String(bytes, StandardCharsets.UTF_8));
      if (matcher.matches()) {
        String number = matcher.group("number");
        return new Cursor(
            matcher.group("query"),
            Integer.parseInt(matcher.group("seed")),
            new Place(
                matcher.group("text"),
                number == null ? null : Long.valueOf(number),
                JellyfinId.parse(matcher.group("item")).orElseThrow()));
      }
    } catch (IllegalArgumentException e) {
      // Not even base64: refused below like any other cursor that we never gave out.
    }
    throw malformed();
  }

  static ApiException malformed() {
    return ApiException.invalid(
        "cursor", "The cursor must be the next_cursor of an earlier page of the same list.");
  }

  String text() {
    String key = place.number() != null ? "n" + place.number() : "";
    if (place.text() != null) {
      key = "t" + place.text();
    }
    String content = "1:" + query + ":" + seed + ":" + place.item() + ":" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }
}
