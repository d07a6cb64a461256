package com.stoganet.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that posts JSON, as cheaply as can be: the proxy is to be busy, not the client.
 */
final class JsonConnection implements AutoCloseable {

  private final URI base;
  private Socket socket;
  private InputStream in;

  JsonConnection(String base) {
    this.base = URI.create(base);
  }

  /** What came back. */
  record Answer(int status, int retryAfter, String body) {

    /** The value of a text in a flat JSON object. */
    String text(String name) {
      int start = body.indexOf("\"" + name + "\":\"") + name.length() + 4;
      return body.substring(start, body.indexOf('"', start));
    }
  }

  /** {@code client} is the address to come from. */
  Answer post(String path, String json, String client) throws IOException {
    if (socket == null) {
      socket = new Socket(base.getHost(), base.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      in = new BufferedInputStream(socket.getInputStream());
    }
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nContent-Type: application/json\r\nX-Forwarded-For: "
            + client
            + "\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    int status = Integer.parseInt(KeepAlive.line(in).substring(9, 12));
    int length = 0;
    int retryAfter = 0;
    boolean close = false;
    for (String header = KeepAlive.line(in); !header.isEmpty(); header = KeepAlive.line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("retry-after:")) {
        retryAfter = Integer.parseInt(lower.substring(12).strip());
      }
      close |= lower.startsWith("connection:") && lower.contains("close");
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (close) {
      close();
    }
    return new Answer(status, retryAfter, body);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
