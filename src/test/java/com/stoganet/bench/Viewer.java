package com.stoganet.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Somebody who watches: takes a share of bytes with every tick, and no more. */
final class Viewer implements AutoCloseable {
  private static final int RECEIVE_BUFFER = 64 * 1024;
  private static final String GOOD = "HTTP/1.1 200";

  private final SocketChannel channel;
  private final SelectionKey key;
  private boolean begun;
  private int allowed;
  private long received;

  /** Connects and asks for the whole film. */
  Viewer(Front front, Selector selector) throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port()));
    ByteBuffer request = ByteBuffer.wrap(front.wholeFilm());
    while (request.hasRemaining()) {
      channel.write(request);
    }
    channel.configureBlocking(false);
    key = channel.register(selector, 0, this);
  }

  /** A new share; what was left of the last one is lost. */
  void tick(int share, ByteBuffer buffer) throws IOException {
    allowed = share;
    take(buffer);
  }

  /** Takes what there is of the share, and waits for the rest of it. */
  void take(ByteBuffer buffer) throws IOException {
    buffer.clear().limit(Math.min(allowed, buffer.capacity()));
    int read = channel.read(buffer);
    if (read < 0) {
      throw new EOFException("a film has ended early");
    }
    if (read > 0 && !begun) {
      begun = true;
      String start = StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
      if (!start.startsWith(GOOD)) {
        throw new IOException("a viewer is answered: " + start.lines().findFirst().orElse(""));
      }
    }
    received += read;
    allowed -= read;
    int wanted = allowed > 0 ? SelectionKey.OP_READ : 0;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  long received() {
    return received;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
