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
 * The latest events, which each listener reads at its own pace. A listener keeps only the number of
 * the last event that it has read, so a slow listener costs no memory and does not delay others.
 *
 * <p>This class is no CDI bean: Weld's proxy of a bean holds a lock of its own while it calls a
 * synchronized method, so a listener that waits for an event would block all others.
 */
final class EventReplayBuffer {

  private static final int ROOM = 1_000;
  private static final String NUMBER = "[0-9]{1,18}";

  /** Makes event ids unique, because the numbers start again at each start and at each proxy. */
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

  /** The event id that clients get. */
  String id(long number) {
    return boot + '-' + number;
  }

  /**
   * The number in an event id; empty when another start or another proxy issued the id, or an event
   * after it was overwritten.
   */
  synchronized OptionalLong number(String id) {
    String start = boot + '-';
    if (!id.startsWith(start) || !id.substring(start.length()).matches(NUMBER)) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(id.substring(start.length()));
    return number <= newest && !gone(number) ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** The events after this one, the oldest first; empty when one of them was overwritten. */
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

  /** Wakes all waiting listeners, so that they check whether they have been ended. */
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
