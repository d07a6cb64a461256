package com.stoganet.proxy.events;

import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** One connected client, from the greeting until it disconnects or its session ends. */
final class Listener {

  private static final Log LOG = Log.of(Listener.class);

  /**
   * A session that another proxy or Jellyfin ended is detected within this time; so is a user who
   * may not come in any more.
   */
  private static final Duration CHECKED_EVERY = WaitingPeriod.STILL_ALLOWED.length();

  private static final int FIRST_SERVER_ERROR = 500;

  private final EventReplayBuffer buffer;
  private final Supplier<Caller> whoItIs;
  private final Duration heartbeat;
  private volatile Caller caller;
  private volatile boolean over;

  /** The caller may have been signed out while connecting. */
  private long checkedAt = System.nanoTime() - CHECKED_EVERY.toNanos();

  /** The last event that it has read, and the last one that the client knows of. */
  private long read;

  private long told;

  /**
   * A listener that has read nothing yet.
   *
   * @param whoItIs the current caller; throws when the session has ended
   * @param heartbeat the longest silence before a comment is sent
   */
  Listener(EventReplayBuffer buffer, Caller caller, Supplier<Caller> whoItIs, Duration heartbeat) {
    this.buffer = buffer;
    this.caller = caller;
    this.whoItIs = whoItIs;
    this.heartbeat = heartbeat;
  }

  boolean isOf(String sessionId) {
    return caller.sessionId().equals(sessionId);
  }

  boolean isOfUser(String userId) {
    return caller.userId().equals(userId);
  }

  /** Ends this listener. */
  void end() {
    over = true;
    buffer.wake();
  }

  /**
   * Sends the client all events that concern it, until the listener ends.
   *
   * @param lastId the id of the last event that the client knows; null when it knows none
   * @throws IOException when the client is gone
   */
  void listen(String lastId, EventWriter out) throws IOException {
    greet(lastId, out);
    try {
      while (!over && lasts()) {
        tell(out);
        if (out.silence().compareTo(heartbeat) >= 0) {
          beat(out);
        }
        out.flush();
        buffer.await(read, heartbeat.minus(out.silence()), () -> over);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void greet(String lastId, EventWriter out) throws IOException {
    OptionalLong known = lastId == null ? OptionalLong.of(buffer.newest()) : buffer.number(lastId);
    out.retry();
    if (known.isPresent()) {
      // A client that loses the connection before the first event must not miss any event.
      out.id(reached(known.getAsLong()));
    }
    out.event("hello", EventWriter.NOTHING);
    if (known.isEmpty()) {
      reset(out);
    }
    out.flush();
  }

  /** Some missed events are gone: the client has to read everything again. */
  private void reset(EventWriter out) throws IOException {
    out.id(reached(buffer.newest()));
    out.event("reset", EventWriter.NOTHING);
  }

  private void tell(EventWriter out) throws IOException {
    Optional<List<SequencedEvent>> missed = buffer.after(read);
    if (missed.isEmpty()) {
      reset(out);
      return;
    }
    for (SequencedEvent event : missed.get()) {
      if (over) {
        return;
      }
      read = event.number();
      if (concerns(event)) {
        out.id(reached(read));
        out.event(event.type(), event.json());
      }
    }
  }

  private boolean concerns(SequencedEvent event) {
    try {
      return event.audience().test(caller);
    } catch (RuntimeException e) {
      LOG.debug("Could not determine whom " + event.type() + " concerns: " + e.getMessage());
      return false;
    }
  }

  /**
   * Writes a heartbeat. It also advances the client's last event id, so that events for other users
   * do not make that id too old.
   */
  private void beat(EventWriter out) throws IOException {
    out.comment();
    if (told < read) {
      out.id(reached(read));
    }
    out.blank();
  }

  /** The id from which the client continues. */
  private String reached(long number) {
    read = number;
    told = number;
    return buffer.id(number);
  }

  /** Whether the session is still valid; also refreshes the caller's rights. */
  private boolean lasts() {
    if (System.nanoTime() - checkedAt < CHECKED_EVERY.toNanos()) {
      return true;
    }
    checkedAt = System.nanoTime();
    try {
      caller = whoItIs.get();
      return true;
    } catch (ApiException e) {
      // The failure of a backend does not end the session.
      return e.status() >= FIRST_SERVER_ERROR;
    }
  }
}
