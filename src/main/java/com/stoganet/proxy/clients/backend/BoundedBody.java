package com.stoganet.proxy.clients.backend;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** Limits the length of an answer, so that a wrong one cannot fill the memory. */
public final class BoundedBody implements ReaderInterceptor {

  private static final int MEBIBYTE_SHIFT = 20;
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final long limit;

  /**
   * @param mebibytes the limit in MiB
   */
  public BoundedBody(int mebibytes) {
    this.limit = (long) mebibytes << MEBIBYTE_SHIFT;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(
        new Bounded(context.getInputStream(), limit, length(context.getHeaders())));
    return context.proceed();
  }

  /** The length that the backend has promised; 0 when it has not, or not for these bytes. */
  private static long length(MultivaluedMap<String, String> headers) {
    String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
    boolean encoded = headers.containsKey(HttpHeaders.CONTENT_ENCODING);
    return encoded || length == null || !LENGTH.matcher(length).matches()
        ? 0
        : Long.parseLong(length);
  }

  /** The answer is too long. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends FilterInputStream {
    private long left;
    private long promised;

    Bounded(InputStream in, long limit, long promised) {
      super(in);
      this.left = limit;
      this.promised = promised;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? -1 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      count(count);
      return count;
    }

    /** Not every HTTP client of a server notices that a body ended early. */
    private void count(int bytes) throws IOException {
      if (bytes < 0 && promised > 0) {
        throw new EOFException("The answer broke off");
      }
      left -= Math.max(0, bytes);
      promised -= Math.max(0, bytes);
      if (left < 0) {
        throw new TooLargeException();
      }
    }
  }
}
