package com.stoganet.proxy.stream;

import com.stoganet.proxy.stream.MediaSource.Upstream;
import com.stoganet.proxy.stream.OpenStream.End;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Carries bytes from the backend to the client: as fast as the client takes them, and no faster.
 *
 * <p>Fewer bytes than announced make the container drop the connection, so that no client takes the
 * part for the whole. For that the head must be on its way first: a container corrects the length
 * of an answer that it still holds.
 */
final class BytePump {

  private final Upstream upstream;
  private final ServletOutputStream out;
  private final byte[] buffer;
  private final OpenStream stream;
  private long left;

  private BytePump(Upstream upstream, ServletResponse response, long length, OpenStream stream)
      throws IOException {
    this.upstream = upstream;
    this.out = response.getOutputStream();
    this.buffer = new byte[(int) Math.min(stream.bufferBytes(), length)];
    this.stream = stream;
    this.left = length;
  }

  /** Sends that many bytes behind the head, and tells the stream how it ended. */
  static void run(Upstream upstream, ServletResponse response, long length, OpenStream stream) {
    End end = End.CLIENT_GONE;
    long left = length;
    try {
      response.flushBuffer();
      BytePump pump = new BytePump(upstream, response, length, stream);
      end = pump.pump();
      left = pump.left;
    } catch (IOException e) {
      // There is no client any more.
    } finally {
      stream.ended(end, left);
    }
  }

  private End pump() {
    while (left > 0) {
      int read = read();
      if (read < 0) {
        return End.BACKEND_FAILED;
      }
      try {
        if (read == 0) {
          // The container would keep what it has until there is more.
          out.flush();
        } else {
          out.write(buffer, 0, read);
          left -= read;
          stream.sent(read);
        }
      } catch (IOException e) {
        return End.CLIENT_GONE;
      }
      if (read == 0 && !await()) {
        return End.BACKEND_FAILED;
      }
    }
    return End.SENT;
  }

  /** The number of bytes; 0 when there are none at the moment, -1 when the backend failed. */
  private int read() {
    try {
      return upstream.read(buffer, (int) Math.min(buffer.length, left));
    } catch (IOException e) {
      return -1;
    }
  }

  private boolean await() {
    try {
      upstream.await();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
