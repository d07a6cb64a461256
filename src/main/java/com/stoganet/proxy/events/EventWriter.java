package com.stoganet.proxy.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes the format of server-sent events (HTML, "Server-sent events"). */
final class EventWriter {

  /** The data of an event whose name says everything. */
  static final String NOTHING = "{}";

  private static final int RETRY_MILLIS = 3_000;

  private final OutputStream out;
  private long wroteAt = System.nanoTime();

  EventWriter(OutputStream out) {
    this.out = out;
  }

  /** Tells the client after how long to reconnect. */
  void retry() throws IOException {
    write("retry: " + RETRY_MILLIS + "\n");
  }

  /** Writes the id from which the client continues when it reconnects; goes before an event. */
  void id(String id) throws IOException {
    write("id: " + id + "\n");
  }

  void event(String type, String json) throws IOException {
    write("event: " + type + "\ndata: " + json + "\n\n");
  }

  /** Writes a comment, which shows the client and the proxy that the connection is alive. */
  void comment() throws IOException {
    write(": \n");
  }

  /** Ends a block that is no event. */
  void blank() throws IOException {
    write("\n");
  }

  void flush() throws IOException {
    out.flush();
  }

  /** The time since the last write. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - wroteAt);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    wroteAt = System.nanoTime();
  }
}
