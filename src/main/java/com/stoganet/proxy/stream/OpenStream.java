package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.stream.MediaSource.Upstream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One open stream, from admission to its last byte. */
final class OpenStream {

  /** How a stream ended. */
  enum End {
    SENT,
    /** Or did not read for too long. */
    CLIENT_GONE,
    BACKEND_FAILED,
    SESSION_ENDED,
    /** The user may not see or play it any more. */
    NOT_ALLOWED,
    SHUT_DOWN
  }

  private static final Log LOG = Log.of(OpenStream.class);

  private final Caller caller;
  private final ClientAddress from;
  private final int bufferBytes;
  private final StreamMetrics metrics;
  private final Consumer<OpenStream> leave;
  private final long startedAt = System.nanoTime();
  private final AtomicReference<End> cut = new AtomicReference<>();
  private volatile JellyfinId item;
  private volatile Upstream upstream;
  private boolean started;

  OpenStream(
      Caller caller,
      ClientAddress from,
      JellyfinId item,
      int bufferBytes,
      StreamMetrics metrics,
      Consumer<OpenStream> leave) {
    this.caller = caller;
    this.from = from;
    this.item = item;
    this.bufferBytes = bufferBytes;
    this.metrics = metrics;
    this.leave = leave;
  }

  Caller caller() {
    return caller;
  }

  /** Where the bytes go. */
  ClientAddress from() {
    return from;
  }

  /** The item whose bytes they are. */
  JellyfinId item() {
    return item;
  }

  /** How much is copied at a time. */
  int bufferBytes() {
    return bufferBytes;
  }

  boolean isOf(String sessionId) {
    return caller.sessionId().equals(sessionId);
  }

  /** Notes that the bytes are those of another copy of the title. */
  void sends(JellyfinId copy) {
    item = copy;
  }

  /** From where its bytes come. */
  void reads(Upstream source) {
    upstream = source;
    if (cut.get() != null) {
      source.close();
    }
  }

  /** Ends it early: the next byte does not come. */
  void cut(End why) {
    cut.compareAndSet(null, why);
    closeUpstream();
  }

  private void closeUpstream() {
    Upstream source = upstream;
    if (source != null) {
      source.close();
    }
  }

  /** So many bytes went to the client. */
  void sent(int bytes) {
    if (!started) {
      started = true;
      metrics.firstByte(System.nanoTime() - startedAt);
    }
    metrics.sent(bytes);
  }

  /** It is over; {@code left} of the bytes that were announced did not go out. */
  void ended(End how, long left) {
    boolean wasCut = how == End.BACKEND_FAILED && cut.get() != null;
    End why = wasCut ? cut.get() : how;
    metrics.ended(why);
    String line = "Stream ended: " + why + ", " + left + " bytes left";
    if (why == End.BACKEND_FAILED) {
      LOG.warn(line);
    } else {
      LOG.debug(line);
    }
  }

  /** Drops the connection to the backend and makes room for another stream. */
  void close() {
    closeUpstream();
    leave.accept(this);
  }
}
