package com.stoganet.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** A connection that reads videos as cheaply as can be, one piece after the other. */
final class VideoConnection implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Front front;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private volatile SocketChannel channel;
  private volatile boolean closed;
  private int status;
  private long left;
  private boolean last;

  VideoConnection(Front front) {
    this.front = front;
  }

  /**
   * Sends a request, over a new connection when there is none, and reads the head of the answer.
   */
  void ask(byte[] request, int expected) throws IOException {
    if (channel == null) {
      connect();
    }
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out);
    }
    head();
    if (status != expected) {
      throw new IOException(front.name() + " answers with status " + status);
    }
  }

  private void connect() throws IOException {
    channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (closed) {
      channel.close();
    }
  }

  private void head() throws IOException {
    buffer.clear();
    int end = -1;
    StringBuilder text = new StringBuilder();
    while (end < 0) {
      if (channel.read(buffer) < 0) {
        throw new EOFException(front.name() + " has closed the connection");
      }
      for (int i = text.length(); i < buffer.position() && end < 0; i++) {
        text.append((char) buffer.get(i));
        end = text.length() >= 4 && text.indexOf("\r\n\r\n", text.length() - 4) >= 0 ? i + 1 : -1;
      }
    }
    buffer.flip().position(end);
    String lower = text.toString().toLowerCase(Locale.ROOT);
    status = Integer.parseInt(lower.substring(9, 12));
    last = lower.contains("\r\nconnection: close");
    int length = lower.indexOf("\r\ncontent-length:");
    if (length < 0) {
      throw new IOException(front.name() + " does not tell the length");
    }
    left = Long.parseLong(lower.substring(length + 17, lower.indexOf("\r\n", length + 2)).strip());
  }

  /** The next piece of the body, whose first part may have come with the head; null at its end. */
  ByteBuffer next() throws IOException {
    if (left == 0) {
      if (last) {
        disconnect();
      }
      return null;
    }
    if (!buffer.hasRemaining()) {
      buffer.clear();
      if (channel.read(buffer) < 0) {
        throw new EOFException(front.name() + " has left out " + left + " bytes");
      }
      buffer.flip();
    }
    left -= buffer.remaining();
    ByteBuffer piece = buffer.duplicate();
    buffer.position(buffer.limit());
    return piece;
  }

  /** Reads the rest of the body and returns how long that was. */
  long rest() throws IOException {
    long sum = 0;
    for (ByteBuffer piece = next(); piece != null; piece = next()) {
      sum += piece.remaining();
    }
    return sum;
  }

  private void disconnect() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  /** Also from another thread, whose reads end with an exception then. */
  @Override
  public void close() throws IOException {
    closed = true;
    SocketChannel current = channel;
    if (current != null) {
      current.close();
    }
  }
}
