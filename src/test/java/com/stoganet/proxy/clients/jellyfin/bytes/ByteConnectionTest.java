package com.stoganet.proxy.clients.jellyfin.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers may send, over a real socket. */
class ByteConnectionTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";

  private ServerSocket server;

  /** What happens to the one connection that is made. */
  private interface Script {
    void play(Socket socket, OutputStream out) throws IOException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void given_an_answer_in_one_piece_when_read_then_head_and_body_are_told_apart() throws Exception {
    try (ByteConnection connection = connection((socket, out) -> send(out, HEAD + "hello"))) {
      AnswerHead head = connection.ask(REQUEST);

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("content-length")).isEqualTo("5");
      assertThat(body(connection, 5)).isEqualTo("hello");
    }
  }

  @Test
  void given_an_answer_byte_by_byte_when_read_then_it_is_the_same() throws Exception {
    try (ByteConnection connection =
        connection(
            (socket, out) -> {
              socket.setTcpNoDelay(true);
              for (byte each : (HEAD + "hello").getBytes(StandardCharsets.US_ASCII)) {
                out.write(each);
                out.flush();
              }
            })) {
      assertThat(connection.ask(REQUEST).status()).isEqualTo(200);
      assertThat(body(connection, 5)).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "ICY 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nName : x\r\n\r\n",
        "HTTP/1.1 200 OK\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\nY: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\n"
      })
  void given_what_could_be_read_in_two_ways_when_asked_then_it_is_no_answer(String answer)
      throws Exception {
    try (ByteConnection connection = connection((socket, out) -> send(out, answer))) {
      assertThatThrownBy(() -> connection.ask(REQUEST)).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void given_headers_without_end_when_asked_then_it_is_no_answer() throws Exception {
    try (ByteConnection connection =
        connection(
            (socket, out) -> {
              send(out, "HTTP/1.1 200 OK\r\n");
              for (int i = 0; i < 1_000; i++) {
                send(out, "X-Header-" + i + ": value\r\n");
              }
            })) {
      assertThatThrownBy(() -> connection.ask(REQUEST))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("endless");
    }
  }

  @Test
  void given_two_lengths_when_asked_then_neither_counts() throws Exception {
    String twice = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n";
    try (ByteConnection connection = connection((socket, out) -> send(out, twice))) {
      assertThat(connection.ask(REQUEST).header("content-length")).isEqualTo("5, 5");
    }
  }

  @Test
  void given_a_server_that_hangs_up_when_asked_or_read_then_it_is_an_early_end() throws Exception {
    try (ByteConnection connection = connection((socket, out) -> send(out, "HTTP/1.1 2"))) {
      assertThatThrownBy(() -> connection.ask(REQUEST)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void given_a_body_that_ends_early_when_read_then_it_is_an_early_end() throws Exception {
    try (ByteConnection connection = connection((socket, out) -> send(out, HEAD + "hel"))) {
      connection.ask(REQUEST);
      assertThat(body(connection, 3)).isEqualTo("hel");
      assertThatThrownBy(() -> body(connection, 1)).isInstanceOf(EOFException.class);
      assertThatThrownBy(connection::await).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void given_nothing_at_the_moment_when_read_then_one_may_wait_for_it() throws Exception {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    try (ByteConnection connection =
        connection(
            (socket, out) -> {
              send(out, HEAD + "h");
              asked.join();
              send(out, "ello");
            })) {
      connection.ask(REQUEST);
      assertThat(body(connection, 1)).isEqualTo("h");
      assertThat(connection.read(new byte[10], 10)).isZero();

      asked.complete(null);
      connection.await();

      assertThat(body(connection, 4)).isEqualTo("ello");
    }
  }

  private ByteConnection connection(Script script) throws IOException {
    Thread thread =
        new Thread(
            () -> {
              try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[1_000]);
                script.play(socket, socket.getOutputStream());
              } catch (IOException e) {
                // The client has seen enough.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return ByteConnection.to(URI.create("http://127.0.0.1:" + server.getLocalPort()));
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String body(ByteConnection connection, int length) throws IOException {
    byte[] all = new byte[length];
    int have = 0;
    while (have < length) {
      byte[] part = new byte[length - have];
      int read = connection.read(part, part.length);
      System.arraycopy(part, 0, all, have, read);
      have += read;
    }
    return new String(all, StandardCharsets.US_ASCII);
  }
}
