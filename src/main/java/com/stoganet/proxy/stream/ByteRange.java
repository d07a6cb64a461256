package com.stoganet.proxy.stream;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes as a client asks for it.
 *
 * @param first the first byte; empty when the last so many bytes are wanted
 * @param last the last byte, or how many of the last bytes; empty when all that follow are wanted
 */
public record ByteRange(OptionalLong first, OptionalLong last) {

  private static final Pattern SINGLE =
      Pattern.compile("\\s*bytes\\s*=\\s*([0-9]*)\\s*-\\s*([0-9]*)\\s*", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a Range header; empty for several ranges and for what makes no sense, which are answered
   * with the whole file, as RFC 9110 allows and Jellyfin does.
   */
  static Optional<ByteRange> parse(String header) {
    Matcher matcher = SINGLE.matcher(header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<BigInteger> first = number(matcher.group(1));
    Optional<BigInteger> last = number(matcher.group(2));
    boolean nothing = first.isEmpty() && last.isEmpty();
    boolean backwards =
        first.isPresent() && last.isPresent() && last.get().compareTo(first.get()) < 0;
    return nothing || backwards
        ? Optional.empty()
        : Optional.of(new ByteRange(bounded(first), bounded(last)));
  }

  private static Optional<BigInteger> number(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(new BigInteger(digits));
  }

  /** RFC 9110 sets no limit to the numbers; no file is longer than this one. */
  private static OptionalLong bounded(Optional<BigInteger> number) {
    return number.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(number.get().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
  }

  /** As the value of a Range header. */
  public String header() {
    return "bytes=" + text(first) + "-" + text(last);
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  /** Which bytes of a file of that length these are; empty when it has none of them. */
  public Optional<Span> of(long total) {
    if (first.isEmpty()) {
      long length = Math.min(last.getAsLong(), total);
      return length == 0 ? Optional.empty() : Optional.of(new Span(total - length, length));
    }
    long from = first.getAsLong();
    if (from >= total) {
      return Optional.empty();
    }
    long to = Math.min(last.orElse(Long.MAX_VALUE), total - 1);
    return Optional.of(new Span(from, to - from + 1));
  }

  /**
   * Some bytes of a file.
   *
   * @param first the number of the first one
   * @param length how many; at least one
   */
  public record Span(long first, long length) {

    /** As the value of a Content-Range header. */
    public String header(long total) {
      return "bytes " + first + "-" + (first + length - 1) + "/" + total;
    }
  }
}
