package com.stoganet.proxy.clients.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

  private static final long LIMIT = 32L << 20;

  @Test
  void given_an_answer_as_long_as_allowed_when_read_then_all_of_it_comes() throws IOException {
    assertThat(bounded(LIMIT).transferTo(OutputStream.nullOutputStream())).isEqualTo(LIMIT);
  }

  @Test
  void given_an_answer_without_end_when_read_then_it_fails() throws IOException {
    InputStream bounded = bounded(Long.MAX_VALUE);

    assertThatThrownBy(() -> bounded.transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(BoundedBody.TooLargeException.class);
  }

  @Test
  void given_an_answer_that_is_shorter_than_promised_when_read_then_it_fails_B36()
      throws IOException {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle("Content-Length", "11");

    assertThatThrownBy(() -> bounded(10, headers).readAllBytes()).isInstanceOf(EOFException.class);
    assertThat(bounded(11, headers).readAllBytes()).hasSize(11);
    headers.putSingle("Content-Encoding", "gzip");
    assertThat(bounded(10, headers).readAllBytes()).hasSize(10);
  }

  private static InputStream bounded(long length) throws IOException {
    return bounded(length, new MultivaluedHashMap<>());
  }

  /** What the interceptor makes of a body with so many zeros. */
  private static InputStream bounded(long length, MultivaluedMap<String, String> headers)
      throws IOException {
    AtomicReference<InputStream> stream = new AtomicReference<>(new Zeros(length));
    ReaderInterceptorContext context =
        (ReaderInterceptorContext)
            Proxy.newProxyInstance(
                BoundedBodyTest.class.getClassLoader(),
                new Class<?>[] {ReaderInterceptorContext.class},
                (self, method, arguments) ->
                    switch (method.getName()) {
                      case "getHeaders" -> headers;
                      case "getInputStream" -> stream.get();
                      case "setInputStream" -> {
                        stream.set((InputStream) arguments[0]);
                        yield null;
                      }
                      case "proceed" -> stream.get();
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return (InputStream) new BoundedBody(32).aroundReadFrom(context);
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(left, length);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
