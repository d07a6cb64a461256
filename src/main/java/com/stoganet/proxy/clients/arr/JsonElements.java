package com.stoganet.proxy.clients.arr;

import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts an array into its elements while it comes, and leaves it to others to read each of them.
 *
 * <p>All that structures JSON is ASCII, and no other letter has one of its bytes in UTF-8.
 */
final class JsonElements {

  private static final int END = -1;
  private static final int CHUNK = 1 << 16;
  private static final int USUAL_ELEMENT = 1 << 13;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int limit;

  private byte[] element = new byte[USUAL_ELEMENT];
  private int length;

  private boolean begun;
  private boolean over;

  JsonElements(InputStream in) {
    this.in = in;
  }

  /**
   * The next element as it was sent; null after the last one.
   *
   * @throws JsonException when this is no array, or not all of one
   */
  String next() throws IOException {
    if (!begun) {
      begin();
    }
    if (over) {
      return null;
    }
    length = 0;
    over = copyElement() == ']';
    return new String(element, 0, length, StandardCharsets.UTF_8);
  }

  private void begin() throws IOException {
    begun = true;
    if (significant() != '[') {
      throw new JsonException("This is no array");
    }
    int first = significant();
    over = first == ']';
    if (first != END && !over) {
      position--;
    }
  }

  /** Copies up to what ends the element, and returns that. */
  private int copyElement() throws IOException {
    int depth = 0;
    boolean quoted = false;
    while (true) {
      int next = read();
      if (next == END) {
        throw new JsonException("The array does not end");
      }
      if (quoted) {
        if (next == '\\') {
          append(next);
          next = read();
        } else if (next == '"') {
          quoted = false;
        }
      } else if (depth == 0 && (next == ',' || next == ']')) {
        return next;
      } else if (next == '"') {
        quoted = true;
      } else if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      append(next);
    }
  }

  private int significant() throws IOException {
    int next = read();
    while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
      next = read();
    }
    return next;
  }

  private int read() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(chunk));
      position = 0;
    }
    return position == limit ? END : Byte.toUnsignedInt(chunk[position++]);
  }

  private void append(int next) {
    if (length == element.length) {
      element = Arrays.copyOf(element, 2 * length);
    }
    element[length++] = (byte) next;
  }
}
