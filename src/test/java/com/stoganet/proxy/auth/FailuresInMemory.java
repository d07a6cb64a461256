package com.stoganet.proxy.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The port of failed sign-ins without a database. */
final class FailuresInMemory implements SignInFailures {

  private record Row(Count count, Instant since, Instant touched) {

    boolean saysNothing() {
      return count.failures() == 0 && count.locks() == 0;
    }
  }

  private final Map<String, Row> rows = new HashMap<>();

  int size() {
    return rows.size();
  }

  @Override
  public List<Count> add(List<String> keys, Instant now, Duration window) {
    return keys.stream().map(key -> add(key, now, window)).toList();
  }

  private Count add(String key, Instant now, Duration window) {
    Row row = rows.getOrDefault(key, new Row(Count.NONE, now, now));
    boolean anew = row.count.failures() == 0 || row.since.isBefore(now.minus(window));
    Count count = with(row.count, anew ? 1 : row.count.failures() + 1);
    rows.put(key, new Row(count, anew ? now : row.since, now));
    return count;
  }

  @Override
  public void takeBack(List<String> keys) {
    keys.forEach(key -> set(key, Math.max(0, rows.get(key).count.failures() - 1)));
  }

  @Override
  public void clear(String key) {
    set(key, 0);
  }

  @Override
  public void lock(String key, int locks, Instant now, Instant until) {
    Row row = rows.get(key);
    rows.put(key, new Row(new Count(0, locks, until, now), row.since, row.touched));
  }

  @Override
  public void purge(Instant before) {
    rows.values().removeIf(row -> row.touched.isBefore(before) || row.saysNothing());
  }

  private void set(String key, int failures) {
    Row row = rows.get(key);
    rows.put(key, new Row(with(row.count, failures), row.since, row.touched));
  }

  private static Count with(Count count, int failures) {
    return new Count(failures, count.locks(), count.lockedUntil(), count.lockedAt());
  }
}
