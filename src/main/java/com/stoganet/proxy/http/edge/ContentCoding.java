package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.QualityValues;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Decides whether an answer is compressed, and does it. */
final class ContentCoding {

  static final String GZIP = "gzip";

  /** What fits into one packet anyway is not worth the work. */
  private static final int LARGEST_PLAIN_BYTES = 1024;

  private static final String PLAIN = "identity";

  private ContentCoding() {}

  /** Whether the client takes gzip, and does not like the plain bytes better. */
  static boolean accepted(HttpServletRequest request) {
    return accepted(QualityValues.of(request.getHeaders("Accept-Encoding")));
  }

  static boolean accepted(QualityValues codings) {
    double gzip = codings.weight(GZIP).orElse(codings.weight("*").orElse(0));
    return gzip > 0 && gzip >= codings.weight(PLAIN).orElse(0);
  }

  static boolean worthwhile(byte[] body) {
    return body.length > LARGEST_PLAIN_BYTES;
  }

  /** Compresses at the fastest level: JSON shrinks to little more than at the best one. */
  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream(body.length / 2);
    try (OutputStream gzip = new FastGzip(coded)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }

  /** There is no constructor that takes a level. */
  private static final class FastGzip extends GZIPOutputStream {

    private static final int BUFFER_BYTES = 8 * 1024;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
