package com.stoganet.sandbox.seerr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes every request through recording, bad behaviour and the question of who is asking. */
final class SeerrHandler implements HttpHandler {
  private static final String BASE = "/api/v1";
  private static final String JSON = "application/json; charset=utf-8";

  private final SeerrRules desk;
  private final SeerrRoutes routes;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String apiKey = "MTc2NDAwMDAwMDAwMHNhbmRib3gtc2VlcnI";
  private volatile Duration delay = Duration.ZERO;
  private volatile int failure;
  private volatile String text;

  /** An answer. */
  record Reply(int status, JsonStructure body) {}

  SeerrHandler(SeerrRules desk) {
    this.desk = desk;
    this.routes = new SeerrRoutes(desk);
  }

  String apiKey() {
    return apiKey;
  }

  void changeKey(String key) {
    apiKey = key;
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  void failWith(int status) {
    failure = status;
  }

  void answerWith(String answer) {
    text = answer;
  }

  void delay(Duration time) {
    delay = time;
  }

  void close() {
    closed.countDown();
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    String call = http.getRequestMethod() + " " + http.getRequestURI();
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(call);
    judge(http, call);
    try {
      if (pause()) {
        return;
      }
      if (failure > 0) {
        send(http, failure, "text/html", "<html><body>Oh dear.</body></html>");
      } else if (text != null) {
        send(http, 200, "text/html", text);
      } else {
        Reply reply = reply(http, body);
        send(http, reply.status(), JSON, reply.body().toString());
      }
    } catch (SeerrRefusal refusal) {
      send(http, refusal.status(), JSON, refusal.body());
    } finally {
      http.close();
    }
  }

  private Reply reply(HttpExchange http, String body) {
    String path = http.getRequestURI().getPath();
    if (!path.startsWith(BASE)) {
      throw SeerrRefusal.of(404, "not found");
    }
    String route = path.substring(BASE.length());
    if (route.equals("/status")) {
      return routes.status();
    }
    return routes.reply(
        http.getRequestMethod(), route, http.getRequestURI().getQuery(), body, caller(http));
  }

  /** Seerr: with the key and without a user, it is the owner who is asking. */
  private SeerrUser caller(HttpExchange http) {
    if (!apiKey.equals(http.getRequestHeaders().getFirst("X-Api-Key"))) {
      throw SeerrRefusal.nobody();
    }
    String user = http.getRequestHeaders().getFirst("X-API-User");
    return desk.user(user == null ? 1 : Integer.parseInt(user)).orElseThrow(SeerrRefusal::nobody);
  }

  private void judge(HttpExchange http, String call) {
    if (http.getRequestHeaders().getFirst("X-Api-Key") == null) {
      violations.add(call + ": without the key");
    }
    if (call.toLowerCase(Locale.ROOT).contains("apikey")) {
      violations.add(call + ": key in the query");
    }
    boolean asks = call.equals("POST " + BASE + "/request");
    if (asks && http.getRequestHeaders().getFirst("X-API-User") == null) {
      violations.add(call + ": would be asked for by the owner");
    }
  }

  /** True when the server is closed meanwhile. */
  private boolean pause() {
    try {
      return !delay.isZero() && closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void send(HttpExchange http, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", type);
    http.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(bytes);
    }
  }
}
