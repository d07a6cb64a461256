package com.stoganet.proxy.clients.backend;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits the length of an answer, so that a wrong one cannot fill the memory. */
public final class BoundedBody implements ReaderInterceptor {

  private static final int MEBIBYTE_SHIFT = 20;

  private final long limit;

  /**
   * @param mebibytes the limit in MiB
   */
  public BoundedBody(int mebibytes) {
    this.limit = (long) mebibytes << MEBIBYTE_SHIFT;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Bounded(context.getInputStream(), limit));
    return context.proceed();
  }

  /** The answer is too long. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long limit) {
      super(in);
      this.left = limit;
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
        throw new TooLargeException();
      }
    }
  }
}
