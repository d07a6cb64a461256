package com.stoganet.proxy.events;

import com.stoganet.proxy.shared.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The latest events, which each listener reads at its own pace: a listener keeps the number of the
 * last event that it has read and nothing else, so that a slow one costs no memory and holds no
 * other up.
 *
 * <p>No bean: Weld's proxy of one holds a lock of its own while it calls a synchronized method, and
 * a listener that waits for an event would keep every other out.
 */
final class EventReplayBuffer {

  private static final int ROOM = 1_000;
  private static final String NUMBER = "[0-9]{1,18}";

  /** Events have the same numbers again after the next start, and at another proxy. */
  private final String boot = UUID.randomUUID().toString().substring(0, 8);

  private final SequencedEvent[] events = new SequencedEvent[ROOM];
  private long newest;

  synchronized void append(String type, String json, Predicate<Caller> audience) {
    newest++;
    events[slot(newest)] = new SequencedEvent(newest, type, json, audience);
    notifyAll();
  }

  /** The number of the last event; 0 before the first. */
  synchronized long newest() {
    return newest;
  }

  /** The id by which clients know an event. */
  String id(long number) {
    return boot + '-' + number;
  }

  /** The number behind an id; empty when it is not ours, or an event after it is gone. */
  synchronized OptionalLong number(String id) {
    String start = boot + '-';
    if (!id.startsWith(start) || !id.substring(start.length()).matches(NUMBER)) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(id.substring(start.length()));
    return number <= newest && !gone(number) ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** The events after this one, oldest first; empty when one of them is gone. */
  synchronized Optional<List<SequencedEvent>> after(long number) {
    if (gone(number)) {
      return Optional.empty();
    }
    List<SequencedEvent> later = new ArrayList<>();
    for (long next = number + 1; next <= newest; next++) {
      later.add(events[slot(next)]);
    }
    return Optional.of(later);
  }

  /** Waits until there is an event after this one, for {@code patience} at most. */
  synchronized void await(long number, Duration patience, BooleanSupplier over)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (number == newest && !over.getAsBoolean() && left > 0) {
      wait(left);
      left = Duration.ofNanos(until - System.nanoTime()).toMillis();
    }
  }

  /** Has all waiting listeners look whether they are over. */
  synchronized void wake() {
    notifyAll();
  }

  /** Whether an event after this one has been overwritten. */
  private boolean gone(long number) {
    return newest - number > ROOM;
  }

  private static int slot(long number) {
    return (int) (number % ROOM);
  }
}
