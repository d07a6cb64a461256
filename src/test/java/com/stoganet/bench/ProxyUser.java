package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Somebody who is signed in at the proxy, and signs in again before the access tokens are old.
 *
 * <p>On many devices, because each may ask so often only, and from many addresses, because from
 * each one may sign in so often only: what is measured is the proxy, not its limits.
 */
final class ProxyUser {
  private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(8).toNanos();

  /** What a device may ask for every second, and a little less. */
  private static final int PER_SECOND_AND_DEVICE = 20;

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private final BenchServer stage;
  private final String name;
  private final int devices;
  private final AtomicInteger turn = new AtomicInteger();
  private List<String> authorizations;
  private long since;

  /** On one device. */
  ProxyUser(BenchServer stage, String name) {
    this(stage, name, PER_SECOND_AND_DEVICE);
  }

  /** On as many devices as it takes to ask so often. */
  ProxyUser(BenchServer stage, String name, int perSecond) {
    this.stage = stage;
    this.name = name;
    this.devices = (perSecond + PER_SECOND_AND_DEVICE - 1) / PER_SECOND_AND_DEVICE;
    signIn();
  }

  Answer get(String path, String... headers) {
    List<String> all = authorizations();
    String[] more = new String[headers.length + 2];
    more[0] = "Authorization";
    more[1] = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    System.arraycopy(headers, 0, more, 2, headers.length);
    return Http.get(stage.url() + path, more);
  }

  /** What the devices write into the header of that name. */
  synchronized List<String> authorizations() {
    if (System.nanoTime() - since > RENEW_AFTER_NANOS) {
      signIn();
    }
    return authorizations;
  }

  private void signIn() {
    authorizations = IntStream.range(0, devices).mapToObj(i -> "Bearer " + token()).toList();
    since = System.nanoTime();
  }

  private String token() {
    int address = ADDRESSES.incrementAndGet();
    Answer answer =
        Http.postJson(
            stage.url() + "/auth/login",
            Json.createObjectBuilder()
                .add("username", name)
                .add("password", name)
                .add("device_label", "bench")
                .build(),
            "X-Forwarded-For",
            "10.0." + (address >> 8 & 255) + "." + (address & 255));
    if (answer.status() != 200) {
      throw new IllegalStateException("sign-in of " + name + ": status " + answer.status());
    }
    return answer.json().getString("access_token");
  }
}
