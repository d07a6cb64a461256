package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list, opaque to clients.
 *
 * @param offset titles before the place
 */
record Cursor(int offset) {

  static final Cursor START = new Cursor(0);

  private static final Pattern FORMAT = Pattern.compile("o:([0-9]{1,9})");

  /** Reads what {@link #text()} wrote; null is the start. */
  static Cursor parse(String text) {
    if (text == null) {
      return START;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      Matcher matcher = FORMAT.matcher(new String(bytes, StandardCharsets.US_ASCII));
      if (matcher.matches()) {
        return new Cursor(Integer.parseInt(matcher.group(1)));
      }
    } catch (IllegalArgumentException e) {
      // Not even base64: refused below like any other cursor that we never gave out.
    }
    throw ApiException.invalid("cursor", "The cursor must be the next_cursor of an earlier page.");
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("o:" + offset).getBytes(StandardCharsets.US_ASCII));
  }
}
