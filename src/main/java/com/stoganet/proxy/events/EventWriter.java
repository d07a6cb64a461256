package com.stoganet.proxy.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes the format of server-sent events (HTML, "Server-sent events"). */
final class EventWriter {

  /** What there is to say when the name of an event says it all. */
  static final String NOTHING = "{}";

  private static final int RETRY_MILLIS = 3_000;

  private final OutputStream out;
  private long wroteAt = System.nanoTime();

  EventWriter(OutputStream out) {
    this.out = out;
  }

  /** After how long a client that lost its connection comes again. */
  void retry() throws IOException {
    write("retry: " + RETRY_MILLIS + "\n");
  }

  /** From which notice on a client is told when it comes again; goes before an event. */
  void id(String id) throws IOException {
    write("id: " + id + "\n");
  }

  void event(String type, String json) throws IOException {
    write("event: " + type + "\ndata: " + json + "\n\n");
  }

  /** Nothing at all; shows both sides that the other one is there. */
  void comment() throws IOException {
    write(": \n");
  }

  /** The end of what is no event. */
  void blank() throws IOException {
    write("\n");
  }

  void flush() throws IOException {
    out.flush();
  }

  /** For how long nothing was written. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - wroteAt);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    wroteAt = System.nanoTime();
  }
}
