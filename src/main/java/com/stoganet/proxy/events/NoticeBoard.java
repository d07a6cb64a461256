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
 * What has happened lately, for everybody to read at their own pace: a listener remembers only up
 * to which notice it has read, so that one that is slow costs no memory and holds nobody up.
 *
 * <p>No bean: Weld's proxy of one holds a lock of its own while it calls a synchronized method, and
 * who waits for a notice would keep everybody out.
 */
final class NoticeBoard {

  private static final int ROOM = 1_000;
  private static final String NUMBER = "[0-9]{1,18}";

  /** Notices have the same numbers again after the next start, and at another proxy. */
  private final String boot = UUID.randomUUID().toString().substring(0, 8);

  private final Notice[] notices = new Notice[ROOM];
  private long newest;

  synchronized void pin(String type, String json, Predicate<Caller> audience) {
    newest++;
    notices[slot(newest)] = new Notice(newest, type, json, audience);
    notifyAll();
  }

  /** The number of the last notice; 0 before the first. */
  synchronized long newest() {
    return newest;
  }

  /** How clients know a notice. */
  String id(long number) {
    return boot + '-' + number;
  }

  /** The number behind an id; empty when it is not ours, or a notice after it is gone. */
  synchronized OptionalLong number(String id) {
    String start = boot + '-';
    if (!id.startsWith(start) || !id.substring(start.length()).matches(NUMBER)) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(id.substring(start.length()));
    return number <= newest && !gone(number) ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** The notices after this one, oldest first; empty when one of them is gone. */
  synchronized Optional<List<Notice>> after(long number) {
    if (gone(number)) {
      return Optional.empty();
    }
    List<Notice> later = new ArrayList<>();
    for (long next = number + 1; next <= newest; next++) {
      later.add(notices[slot(next)]);
    }
    return Optional.of(later);
  }

  /** Waits until there is a notice after this one, but no longer than that, nor beyond the end. */
  synchronized void await(long number, Duration patience, BooleanSupplier over)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (number == newest && !over.getAsBoolean() && left > 0) {
      wait(left);
      left = Duration.ofNanos(until - System.nanoTime()).toMillis();
    }
  }

  /** Has all who wait look whether it is over. */
  synchronized void wake() {
    notifyAll();
  }

  /** Whether a notice after this one has been overwritten. */
  private boolean gone(long number) {
    return newest - number > ROOM;
  }

  private static int slot(long number) {
    return (int) (number % ROOM);
  }
}
