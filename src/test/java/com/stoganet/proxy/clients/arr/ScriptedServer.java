package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers what a test wrote down, and remembers what it was asked; anything else is a 404. */
final class ScriptedServer implements AutoCloseable {

  /** The base path that a server behind another one has. */
  private static final String BASE = "/base";

  private static final int NO_BODY = -1;

  /**
   * A request as it came.
   *
   * @param call such as {@code GET /movie?tmdbId=603}, without the part that is always the same
   */
  record Request(String call, String key, String body) {}

  private record Answer(int status, String type, String body) {}

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ScriptedServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  /**
   * Has a call answered, with or without its query; the second answer for a call is for its second
   * time, and the last one for all that follow.
   */
  ScriptedServer answer(String call, int status, String body) {
    return answer(call, new Answer(status, "application/json; charset=utf-8", body));
  }

  ScriptedServer page(String call, int status, String body) {
    return answer(call, new Answer(status, "text/html", body));
  }

  private ScriptedServer answer(String call, Answer answer) {
    answers.computeIfAbsent(call, unused -> new ArrayDeque<>()).add(answer);
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  /** All calls that change something. */
  List<Request> changes() {
    return requests.stream().filter(request -> !request.call().startsWith("GET")).toList();
  }

  List<String> calls() {
    return requests.stream().map(Request::call).toList();
  }

  Backends.Arr settings(Program program) {
    return settings(program, null, null);
  }

  Backends.Arr settings(Program program, String profile, String folder) {
    return new Backends.Arr(
        program,
        program.name().toLowerCase(Locale.ROOT),
        URI.create("http://localhost:" + http.getAddress().getPort() + BASE),
        "secret-key",
        profile,
        folder,
        program == Program.RADARR ? "released" : null);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = exchange.getRequestURI().getRawQuery();
      String bare = exchange.getRequestMethod() + " " + path.replace(BASE + "/api/v3", "");
      String call = query == null ? bare : bare + "?" + query;
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String key = exchange.getRequestHeaders().getFirst("X-Api-Key");
      requests.add(new Request(call, key, body));
      Answer answer = next(call);
      send(exchange, answer == null ? next(bare) : answer);
    }
  }

  private Answer next(String call) {
    Deque<Answer> script = answers.get(call);
    if (script == null) {
      return null;
    }
    synchronized (script) {
      return script.size() > 1 ? script.poll() : script.peek();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer == null || answer.body().isEmpty()) {
      exchange.sendResponseHeaders(answer == null ? 404 : answer.status(), NO_BODY);
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
