package com.stoganet.proxy.clients.arr;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads no more than 128 MiB of an answer: ten thousand titles are half of that, since Radarr and
 * Sonarr have no pages for them.
 */
public class BoundedBody implements ReaderInterceptor {

  private static final long LIMIT = 128L << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Bounded(context.getInputStream()));
    return context.proceed();
  }

  /** The answer is too long. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends FilterInputStream {
    private long left = LIMIT;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
