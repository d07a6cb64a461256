package com.stoganet.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One connection that asks the same thing over and over, as cheaply as can be.
 *
 * <p>With a full HTTP client on the same two cores, the client would be most of what is measured.
 */
final class KeepAlive implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final List<byte[]> requests;
  private int turn = ThreadLocalRandom.current().nextInt(1 << 16);

  /** {@code authorizations} are used in turn; empty for none. */
  KeepAlive(String url, List<String> authorizations, String... headers) throws IOException {
    URI uri = URI.create(url);
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    text.append("Host: ").append(uri.getHost()).append(':').append(uri.getPort()).append("\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    requests =
        authorizations.isEmpty()
            ? List.of(bytes(text + "\r\n"))
            : authorizations.stream()
                .map(value -> bytes(text + "Authorization: " + value + "\r\n\r\n"))
                .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Asks once more, reads all of the answer and returns its status. */
  int ask() throws IOException {
    socket.getOutputStream().write(requests.get(turn++ % requests.size()));
    int status = Integer.parseInt(line().substring(9, 12));
    long length = status == 304 || status == 204 ? 0 : -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:") && length < 0) {
        length = Long.parseLong(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (chunked && length < 0) {
      chunks();
    } else {
      in.skipNBytes(Math.max(0, length));
    }
    return status;
  }

  private void chunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(line().strip(), 16);
      in.skipNBytes(size);
      line();
    } while (size > 0);
  }

  private String line() throws IOException {
    return line(in);
  }

  /** The next line of an answer's head, without its end. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server has closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
