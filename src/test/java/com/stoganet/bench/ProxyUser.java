package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import jakarta.json.Json;
import java.time.Duration;

/** Somebody who is signed in at the proxy, and signs in again before the access token is old. */
final class ProxyUser {
  private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(8).toNanos();

  private final Stage stage;
  private final String name;
  private String token;
  private long since;

  ProxyUser(Stage stage, String name) {
    this.stage = stage;
    this.name = name;
    signIn();
  }

  Answer get(String path, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = authorization();
    System.arraycopy(headers, 0, all, 2, headers.length);
    return Http.get(stage.url() + path, all);
  }

  synchronized String authorization() {
    if (System.nanoTime() - since > RENEW_AFTER_NANOS) {
      signIn();
    }
    return "Bearer " + token;
  }

  private void signIn() {
    Answer answer =
        Http.postJson(
            stage.url() + "/auth/login",
            Json.createObjectBuilder()
                .add("username", name)
                .add("password", name)
                .add("device_label", "bench")
                .build());
    if (answer.status() != 200) {
      throw new IllegalStateException("sign-in of " + name + ": status " + answer.status());
    }
    token = answer.json().getString("access_token");
    since = System.nanoTime();
  }
}
