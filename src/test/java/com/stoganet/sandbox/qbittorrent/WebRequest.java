package com.stoganet.sandbox.qbittorrent;

import com.stoganet.sandbox.RecordedRequest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request to the sandbox, and the answer to it. */
record WebRequest(HttpExchange http, RecordedRequest recorded, Map<String, String> form)
    implements AutoCloseable {

  static WebRequest of(HttpExchange http) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    http.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    RecordedRequest recorded =
        new RecordedRequest(
            http.getRequestMethod(),
            http.getRequestURI().getRawPath(),
            http.getRequestURI().getRawQuery(),
            headers,
            body);
    return new WebRequest(http, recorded, form(body));
  }

  Optional<String> header(String name) {
    return recorded.header(name);
  }

  /** The value of a cookie. */
  Optional<String> cookie(String name) {
    return header("Cookie").stream()
        .flatMap(header -> Arrays.stream(header.split("; ?", -1)))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  void setCookie(String cookie) {
    http.getResponseHeaders().add("Set-Cookie", cookie);
  }

  void answer(int status, String text) throws IOException {
    send(status, "text/plain; charset=UTF-8", text);
  }

  void json(String text) throws IOException {
    send(200, "application/json", text);
  }

  private void send(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", type);
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    http.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.close();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
