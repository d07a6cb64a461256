package com.stoganet.proxy.clients.jellyfin.bytes;

import com.stoganet.proxy.media.Unplayable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.stream.ByteRange;
import com.stoganet.proxy.stream.ByteRange.Span;
import com.stoganet.proxy.stream.HttpDates;
import com.stoganet.proxy.stream.MediaSource;
import com.stoganet.proxy.stream.MediaSource.FileFacts;
import com.stoganet.proxy.stream.MediaSource.Upstream;
import com.stoganet.proxy.stream.RangeNotSatisfiableException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of Jellyfin with bytes, accepted only when its status and headers are consistent. */
final class JellyfinBytes implements Upstream {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern TYPE = Pattern.compile("([a-z]+/[a-z0-9.+-]{1,60})(?:;.*)?");

  /** What passes to clients as it is: no browser makes a page of it. */
  private static final Pattern MEDIA_TYPE = Pattern.compile("(?:video|audio)/.*");

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  /** Pages, texts, playlists and parts of several ranges: what no video file is called. */
  private static final Pattern NO_FILE =
      Pattern.compile(
          "(?:text|image|multipart|message)/.*|application/(?:json|xml|javascript|dash\\+xml)"
              + "|.*\\+(?:json|xml)|.*mpegurl.*");

  private static final Pattern NO_PART = Pattern.compile("bytes \\*/([0-9]{1,18})");
  private static final int NOT_SATISFIABLE = 416;

  private static final Log LOG = Log.of(JellyfinBytes.class);

  private final ByteConnection connection;
  private final FileFacts facts;
  private final Optional<Span> part;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Bytes of the body that were not read; another thread may close. */
  private volatile long left;

  private Consumer<ByteConnection> whenRead = ByteConnection::close;

  private JellyfinBytes(ByteConnection connection, FileFacts facts, Optional<Span> part) {
    this.connection = connection;
    this.facts = facts;
    this.part = part;
    this.left = part.map(Span::length).orElse(facts.total());
  }

  /** What happens to the connection, if the body is read to its end. */
  JellyfinBytes whenRead(Consumer<ByteConnection> action) {
    whenRead = action;
    return this;
  }

  /**
   * Checks an answer.
   *
   * @param range the requested range; the whole file when empty
   * @param remote whether Jellyfin passes on what another server sends
   * @throws RangeNotSatisfiableException when Jellyfin answers so and its headers are consistent
   * @throws ApiException when Jellyfin fails, or sends something else than was requested;
   *     item_not_found with the reason remote for every failure of another server
   */
  static JellyfinBytes of(
      ByteConnection connection, AnswerHead head, Optional<ByteRange> range, boolean remote) {
    try {
      return checked(connection, head, range, remote);
    } catch (ApiException e) {
      if (remote) {
        LOG.warn("Another server does not send a video: " + head.status() + ", " + e.getMessage());
        throw MediaSource.cannotBePlayed(Unplayable.REMOTE);
      }
      throw e;
    }
  }

  private static JellyfinBytes checked(
      ByteConnection connection, AnswerHead head, Optional<ByteRange> range, boolean remote) {
    return switch (head.status()) {
      case HttpURLConnection.HTTP_OK -> {
        FileFacts facts = facts(head, length(head), remote);
        yield new JellyfinBytes(connection, facts, Optional.empty());
      }
      case HttpURLConnection.HTTP_PARTIAL -> part(connection, head, range, remote);
      case NOT_SATISFIABLE -> throw notSatisfiable(head, range);
      // Jellyfin 12: 400 for a source without a file, and for one that is gone.
      case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_NOT_FOUND ->
          throw MediaSource.cannotBePlayed(Unplayable.NO_FILE);
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
      ByteConnection connection, AnswerHead head, Optional<ByteRange> range, boolean remote) {
    String told = head.header("content-range");
    long total = total(told);
    Span span = range.flatMap(wanted -> wanted.of(total)).orElseThrow(JellyfinBytes::nonsense);
    if (!told.equals(span.header(total)) || length(head) != span.length()) {
      throw nonsense();
    }
    return new JellyfinBytes(connection, facts(head, total, remote), Optional.of(span));
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
  private static FileFacts facts(AnswerHead head, long total, boolean remote) {
    String coding = head.header("content-encoding");
    String type = type(head);
    // Jellyfin: what another server sends without a type is text/plain.
    boolean untyped = type.isEmpty() || (remote && "text/plain".equals(type));
    if ((NO_FILE.matcher(type).matches() && !untyped)
        || !(coding.isEmpty() || "identity".equals(coding))) {
      throw nonsense();
    }
    return new FileFacts(
        total,
        HttpDates.parse(head.header("last-modified")).orElse(null),
        MEDIA_TYPE.matcher(type).matches() ? type : UNKNOWN_TYPE,
        head.status() == HttpURLConnection.HTTP_PARTIAL
            || "bytes".equals(head.header("accept-ranges")));
  }

  /** In lower case and without parameters; empty when there is none. */
  private static String type(AnswerHead head) {
    String text = head.header("content-type").toLowerCase(Locale.ROOT);
    Matcher type = TYPE.matcher(text);
    if (!type.matches() && !text.isEmpty()) {
      throw nonsense();
    }
    return text.isEmpty() ? "" : type.group(1);
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
    int count = connection.read(buffer, (int) Math.min(length, left));
    left -= count;
    return count;
  }

  @Override
  public void await() throws IOException {
    connection.await();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (left == 0) {
      whenRead.accept(connection);
    } else {
      connection.close();
    }
  }
}
