package com.stoganet.proxy.clients.jellyfin.bytes;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.stream.ByteRange;
import com.stoganet.proxy.stream.ByteRange.Span;
import com.stoganet.proxy.stream.HttpDates;
import com.stoganet.proxy.stream.MediaSource.FileFacts;
import com.stoganet.proxy.stream.MediaSource.Upstream;
import com.stoganet.proxy.stream.RangeNotSatisfiableException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of Jellyfin with bytes, accepted only when its status and headers are consistent. */
final class JellyfinBytes implements Upstream {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("((?:video|audio)/[a-z0-9.+-]{1,60}|application/octet-stream)(?:;.*)?");
  private static final Pattern NO_PART = Pattern.compile("bytes \\*/([0-9]{1,18})");
  private static final int NOT_SATISFIABLE = 416;

  private final ByteConnection connection;
  private final FileFacts facts;
  private final Optional<Span> part;

  private JellyfinBytes(ByteConnection connection, FileFacts facts, Optional<Span> part) {
    this.connection = connection;
    this.facts = facts;
    this.part = part;
  }

  /**
   * Checks an answer.
   *
   * @param range the requested range; the whole file when empty
   * @throws RangeNotSatisfiableException when Jellyfin answers so and its headers are consistent
   * @throws ApiException when Jellyfin fails, or sends something else than was requested
   */
  static JellyfinBytes of(ByteConnection connection, AnswerHead head, Optional<ByteRange> range) {
    return switch (head.status()) {
      case HttpURLConnection.HTTP_OK -> {
        FileFacts facts = facts(head, length(head));
        yield new JellyfinBytes(connection, facts, Optional.empty());
      }
      case HttpURLConnection.HTTP_PARTIAL -> part(connection, head, range);
      case NOT_SATISFIABLE -> throw notSatisfiable(head, range);
      case HttpURLConnection.HTTP_NOT_FOUND -> throw ApiException.itemNotFound();
      default -> {
        if (head.status() >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
          throw ApiException.unavailable("Jellyfin cannot send the file now.", null);
        }
        throw nonsense();
      }
    };
  }

  /** The answer must contain exactly the requested range, and a file length that fits it. */
  private static JellyfinBytes part(
      ByteConnection connection, AnswerHead head, Optional<ByteRange> range) {
    String told = head.header("content-range");
    long total = total(told);
    Span span = range.flatMap(wanted -> wanted.of(total)).orElseThrow(JellyfinBytes::nonsense);
    if (!told.equals(span.header(total)) || length(head) != span.length()) {
      throw nonsense();
    }
    return new JellyfinBytes(connection, facts(head, total), Optional.of(span));
  }

  private static long total(String contentRange) {
    String total = contentRange.substring(contentRange.indexOf('/') + 1);
    if (!LENGTH.matcher(total).matches()) {
      throw nonsense();
    }
    return Long.parseLong(total);
  }

  private static RuntimeException notSatisfiable(AnswerHead head, Optional<ByteRange> range) {
    Matcher told = NO_PART.matcher(head.header("content-range"));
    if (!told.matches()) {
      return nonsense();
    }
    long total = Long.parseLong(told.group(1));
    boolean plausible = range.isPresent() && range.get().of(total).isEmpty();
    return plausible ? new RangeNotSatisfiableException(total) : nonsense();
  }

  /**
   * The length of the body, which is required: without one, a truncated body would go unnoticed.
   */
  private static long length(AnswerHead head) {
    String length = head.header("content-length");
    if (!LENGTH.matcher(length).matches() || !head.header("transfer-encoding").isEmpty()) {
      throw nonsense();
    }
    return Long.parseLong(length);
  }

  /**
   * Refuses a page of HTML, which another server than Jellyfin sends, and a compressed body, which
   * the proxy did not request.
   */
  private static FileFacts facts(AnswerHead head, long total) {
    String coding = head.header("content-encoding");
    Matcher type = MEDIA_TYPE.matcher(head.header("content-type"));
    boolean media = type.matches();
    if (!(media || head.header("content-type").isEmpty())
        || !(coding.isEmpty() || "identity".equals(coding))) {
      throw nonsense();
    }
    return new FileFacts(
        total,
        HttpDates.parse(head.header("last-modified")).orElse(null),
        media ? type.group(1) : "application/octet-stream");
  }

  private static ApiException nonsense() {
    return ApiException.badGateway("Jellyfin gave an answer that makes no sense.", null);
  }

  @Override
  public FileFacts facts() {
    return facts;
  }

  @Override
  public Optional<Span> part() {
    return part;
  }

  @Override
  public int read(byte[] buffer, int length) throws IOException {
    return connection.read(buffer, length);
  }

  @Override
  public void await() throws IOException {
    connection.await();
  }

  @Override
  public void close() {
    connection.close();
  }
}
