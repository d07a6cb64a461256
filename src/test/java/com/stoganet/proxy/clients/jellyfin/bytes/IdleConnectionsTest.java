package com.stoganet.proxy.clients.jellyfin.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.stream.ByteRange;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import com.stoganet.proxy.stream.MediaSource.Upstream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a connection to Jellyfin serves the next request, too. */
class IdleConnectionsTest {

  private static final String PART =
      "HTTP/1.1 206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Length: 5\r\n"
          + "Content-Range: bytes 0-4/9\r\n";

  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;
  private JellyfinMediaSource source;

  /** What a server sends behind the answer before it reads the next request. */
  private volatile String answer = PART + "\r\nhello";

  private volatile boolean hangsUp;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    Map<String, String> environment =
        Map.of("JELLYFIN_URL", "http://127.0.0.1:" + server.getLocalPort());
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    source = new JellyfinMediaSource(null, null, settings);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void given_a_body_that_was_read_when_another_is_asked_for_then_the_connection_is_kept_R22()
      throws IOException {
    assertThat(range(5)).isEqualTo("hello");
    assertThat(range(5)).isEqualTo("hello");
    assertThat(range(5)).isEqualTo("hello");

    assertThat(requests).hasValue(3);
    assertThat(connections).hasValue(1);
  }

  @Test
  void given_a_body_that_was_read_in_part_when_another_is_asked_for_then_the_connection_is_new_R22()
      throws IOException {
    assertThat(range(2)).isEqualTo("he");
    assertThat(range(5)).isEqualTo("hello");

    assertThat(connections).hasValue(2);
  }

  @Test
  void given_a_connection_that_jellyfin_closed_when_asked_then_the_request_is_repeated_R22()
      throws IOException {
    hangsUp = true;

    assertThat(range(5)).isEqualTo("hello");
    assertThat(range(5)).isEqualTo("hello");

    assertThat(connections).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\nhelloHTTP/1.1 200 OK", "Connection: close\r\n\r\nhello"})
  void given_more_than_was_asked_for_or_a_goodbye_when_read_then_the_connection_is_not_kept_R22(
      String rest) throws IOException {
    answer = PART + rest;

    assertThat(range(5)).isEqualTo("hello");
    answer = PART + "\r\nworld";
    assertThat(range(5)).isEqualTo("world");

    assertThat(connections).hasValue(2);
  }

  /** Reads so many bytes of the first five, and closes. */
  private String range(int count) throws IOException {
    JellyfinId id = new JellyfinId(1, 2);
    MediaFile file = new MediaFile(id, id, "mp4", false, Optional.empty(), List.of());
    ByteRange range = new ByteRange(OptionalLong.of(0), OptionalLong.of(4));
    try (Upstream upstream = source.open(file, Optional.of(range))) {
      byte[] all = new byte[count];
      int have = 0;
      while (have < count) {
        byte[] part = new byte[count - have];
        int read = upstream.read(part, part.length);
        System.arraycopy(part, 0, all, have, read);
        have += read;
      }
      return new String(all, StandardCharsets.US_ASCII);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = in.readLine();
      while (line != null) {
        if (line.isEmpty()) {
          requests.incrementAndGet();
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          if (hangsUp) {
            return;
          }
        }
        line = in.readLine();
      }
    } catch (IOException e) {
      // The proxy has closed the connection.
    }
  }
}
