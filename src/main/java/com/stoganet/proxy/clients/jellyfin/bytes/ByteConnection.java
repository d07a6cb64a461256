package com.stoganet.proxy.clients.jellyfin.bytes;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A connection for one request at a time, whose answer is read unchanged and without an
 * intermediate copy.
 *
 * <p>docs/adr/0010-the-byte-pump.md says why the proxy uses no HTTP client of the platform here.
 */
final class ByteConnection implements Closeable {

  private static final int CONNECT_MILLIS = 3_000;

  /** A sleeping disk takes some seconds to start. */
  private static final long FIRST_BYTE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** How long a read waits for more bytes before it passes on those that have come. */
  private static final int MOMENT_MILLIS = 10;

  private static final int HEAD_BYTES = 8 * 1024;

  private final Socket socket;
  private final InputStream in;

  /** Bytes of the body that were read with the head, or while waiting. */
  private final byte[] held = new byte[HEAD_BYTES];

  private int heldFrom;
  private int heldTo;
  private boolean used;

  private ByteConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** Connects to the host of this address, over TLS for https. */
  static ByteConnection to(URI address) throws IOException {
    boolean secure = "https".equals(address.getScheme());
    int standard = secure ? 443 : 80;
    int port = address.getPort() < 0 ? standard : address.getPort();
    String host = address.getHost();
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(plain(host), port), CONNECT_MILLIS);
      socket.setSoTimeout(CONNECT_MILLIS);
      return new ByteConnection(secure ? secured(socket, plain(host), port) : socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** An IPv6 address stands in brackets in a URL only. */
  private static String plain(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Socket secured(Socket socket, String host, int port) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            HttpsURLConnection.getDefaultSSLSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  /**
   * Sends a request and waits for the head of its answer.
   *
   * @param request the lines of the request with their line ends, and the empty line
   * @throws ProtocolException when the backend does not send an HTTP answer
   */
  AnswerHead ask(String request) throws IOException {
    long deadline = System.nanoTime() + FIRST_BYTE_NANOS;
    heldFrom = 0;
    heldTo = 0;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    int end = -1;
    while (end < 0) {
      if (heldTo == held.length) {
        throw new ProtocolException("endless head");
      }
      int seen = heldTo;
      fill(deadline);
      end = endOfHead(Math.max(0, seen - 3));
    }
    heldFrom = end + 4;
    used = true;
    return AnswerHead.parse(new String(held, 0, end, StandardCharsets.ISO_8859_1));
  }

  /**
   * Whether a failure to ask means only that the backend has closed a connection that was idle: it
   * has answered before, and nothing came this time.
   */
  boolean wasClosedWhileIdle() {
    return used && heldTo == 0;
  }

  /** Whether nothing has come that was not asked for. */
  boolean isQuiet() {
    try {
      return heldFrom == heldTo && in.available() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void fill(long deadline) throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    socket.setSoTimeout((int) left);
    int read = in.read(held, heldTo, held.length - heldTo);
    if (read < 0) {
      throw new EOFException();
    }
    heldTo += read;
  }

  private int endOfHead(int from) {
    for (int i = from; i + 3 < heldTo; i++) {
      if (held[i] == '\r' && held[i + 1] == '\n' && held[i + 2] == '\r' && held[i + 3] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Waits until bytes of the body arrive, for a minute at most. */
  void await() throws IOException {
    if (heldFrom == heldTo) {
      heldFrom = 0;
      heldTo = 0;
      fill(System.nanoTime() + STALLED_NANOS);
    }
  }

  /** Reads bytes of the body; returns 0 when none arrive at once. */
  int read(byte[] buffer, int length) throws IOException {
    if (heldFrom < heldTo) {
      int count = Math.min(length, heldTo - heldFrom);
      System.arraycopy(held, heldFrom, buffer, 0, count);
      heldFrom += count;
      return count;
    }
    try {
      socket.setSoTimeout(MOMENT_MILLIS);
      int read = in.read(buffer, 0, length);
      if (read < 0) {
        throw new EOFException();
      }
      return read;
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // A failed close also ends the connection.
    }
  }
}
