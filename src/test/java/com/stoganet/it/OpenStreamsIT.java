package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static com.stoganet.it.StreamClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.SyntheticFile;
import com.stoganet.sandbox.Titles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many streams at once, and clients that pause or vanish. */
@BlackBox
class OpenStreamsIT {

  private static final String PATH = "/stream/" + Titles.MOVIE_BIG_FILE;
  private static final int PER_USER = 20;

  @Test
  void given_as_many_streams_as_one_may_have_when_another_is_opened_then_it_is_429()
      throws Exception {
    Proxy.jellyfin().users().create("greedy");
    String token = Proxy.token("greedy");
    List<Socket> open = open(token, PER_USER);
    try {
      HttpResponse<byte[]> answer = StreamClient.get(PATH, token, "Range", "bytes=0-9");

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(header(answer, "Retry-After")).isNotNull();
      assertThat(text(answer)).contains("\"rate_limited\"", "\"too_many_streams\"");
      assertThat(StreamClient.get(PATH, Proxy.token("demo"), "Range", "bytes=0-9").statusCode())
          .as("somebody else")
          .isEqualTo(206);
    } finally {
      close(open);
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> StreamClient.get(PATH, token, "Range", "bytes=0-9").statusCode() == 206);
  }

  @Test
  void given_two_hundred_clients_when_they_vanish_then_nothing_of_them_is_left() throws Exception {
    List<Socket> open = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Proxy.jellyfin().users().create("viewer" + i);
      tokens.add(Proxy.token("viewer" + i));
    }
    for (String token : tokens) {
      open.addAll(open(token, PER_USER));
    }
    await().until(() -> Proxy.jellyfin().sendingFiles() >= open.size());

    close(open);

    await()
        .atMost(Duration.ofSeconds(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> Proxy.jellyfin().sendingFiles() == 0);
    for (String token : tokens) {
      assertThat(StreamClient.get(PATH, token, "Range", "bytes=0-9").statusCode()).isEqualTo(206);
    }
  }

  @Test
  void given_a_client_that_pauses_when_it_goes_on_then_the_rest_is_right() throws Exception {
    HttpResponse<InputStream> answer = StreamClient.open(PATH, Proxy.token("demo"));
    try (InputStream body = answer.body()) {
      assertThat(body.readNBytes(100_000)).hasSize(100_000);
      // Until everything between the backend and this client is full.
      AtomicLong sent = new AtomicLong();
      await()
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> sent.getAndSet(Proxy.jellyfin().sentBytes()) == Proxy.jellyfin().sentBytes());

      byte[] part = body.readNBytes(30_000_000);

      byte[] expected = new byte[part.length];
      SyntheticFile.read(100_000, expected);
      assertThat(java.util.Arrays.mismatch(part, expected)).isEqualTo(-1);
    }
  }

  private static List<Socket> open(String token, int count) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), Proxy.currentPort());
      socket.setSoTimeout(30_000);
      String request =
          "GET " + PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 200");
      sockets.add(socket);
    }
    return sockets;
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
