package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens to the proxy as an EventSource does, and remembers all it heard. */
final class EventClient implements AutoCloseable {

  /**
   * One event.
   *
   * @param id the last one that was sent; null when none was
   */
  record Event(String id, String type, String data) {}

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpResponse<InputStream> answer;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger comments = new AtomicInteger();
  private final CompletableFuture<Void> over;

  private EventClient(HttpResponse<InputStream> answer) {
    this.answer = answer;
    this.over = new CompletableFuture<>();
    Thread reader = new Thread(this::read, "event client");
    reader.setDaemon(true);
    reader.start();
  }

  /** Returns when the greeting is there; arguments as for {@link StreamClient#open}. */
  static EventClient listen(String address, String token, String... headers) throws Exception {
    HttpResponse<InputStream> answer = StreamClient.open(address, token, headers);
    assertThat(answer.statusCode()).isEqualTo(200);
    EventClient client = new EventClient(answer);
    client.next("hello");
    return client;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String id = null;
      String type = null;
      String data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String value = line.substring(Math.min(line.length(), line.indexOf(':') + 2));
        if (line.startsWith("id: ")) {
          id = value;
        } else if (line.startsWith("event: ")) {
          type = value;
        } else if (line.startsWith("data: ")) {
          data = value;
        } else if (line.startsWith(":")) {
          comments.incrementAndGet();
        } else if (line.isEmpty() && data != null) {
          events.add(new Event(id, type, data));
          data = null;
        }
      }
    } catch (IOException e) {
      // It ended all the same.
    } finally {
      over.complete(null);
    }
  }

  /** Waits for the first event of this name. */
  Event next(String type) {
    await().atMost(PATIENCE).until(() -> types().contains(type));
    return events.stream().filter(event -> event.type().equals(type)).findFirst().orElseThrow();
  }

  /** All events so far, in their order. */
  List<Event> events() {
    return List.copyOf(events);
  }

  List<String> types() {
    return events.stream().map(Event::type).toList();
  }

  /** The id that it would connect again with. */
  String lastId() {
    return events.get(events.size() - 1).id();
  }

  int comments() {
    return comments.get();
  }

  String header(String name) {
    return StreamClient.header(answer, name);
  }

  boolean isOver() {
    return over.isDone();
  }

  @Override
  public void close() throws IOException {
    answer.body().close();
  }
}
