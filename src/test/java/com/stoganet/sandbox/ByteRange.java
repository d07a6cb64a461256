package com.stoganet.sandbox;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, by the rules of ASP.NET: what is not one clean range is no range at all. Any
 * unit counts as bytes, and numbers end at 2^63-1.
 */
record ByteRange(long from, long to) {
  private static final Pattern SINGLE =
      Pattern.compile("\\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*");

  /** Stands for a range that begins behind the end of the file. */
  static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

  long length() {
    return to - from + 1;
  }

  /** Empty if the whole file is to be sent: no, several or malformed ranges. */
  static Optional<ByteRange> of(List<String> headers, long length) {
    if (headers.size() != 1) {
      return Optional.empty();
    }
    Matcher matcher = SINGLE.matcher(headers.get(0));
    if (!matcher.matches() || !fits(matcher.group(1)) || !fits(matcher.group(2))) {
      return Optional.empty();
    }
    return matcher.group(1).isEmpty()
        ? suffix(matcher.group(2), length)
        : between(Long.parseLong(matcher.group(1)), matcher.group(2), length);
  }

  private static boolean fits(String digits) {
    return digits.isEmpty() || new BigInteger(digits).bitLength() < Long.SIZE;
  }

  private static Optional<ByteRange> between(long from, String end, long length) {
    long to = end.isEmpty() ? Long.MAX_VALUE : Long.parseLong(end);
    if (to < from) {
      return Optional.empty();
    }
    return Optional.of(
        from >= length ? UNSATISFIABLE : new ByteRange(from, Math.min(to, length - 1)));
  }

  private static Optional<ByteRange> suffix(String count, long length) {
    if (count.isEmpty()) {
      return Optional.empty();
    }
    long bytes = Math.min(Long.parseLong(count), length);
    return Optional.of(bytes == 0 ? UNSATISFIABLE : new ByteRange(length - bytes, length - 1));
  }
}
