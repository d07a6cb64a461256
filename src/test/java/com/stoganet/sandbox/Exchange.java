package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request to an invented server, and the answer to it. */
public class Exchange {
  private final HttpExchange http;
  private final RecordedRequest request;
  private final Query query;
  private final Map<String, String> route;
  private final long bodyLimit;

  /**
   * @param route the values of the placeholders in the path
   * @param bodyLimit after how many bytes of the answer the connection breaks; -1 for never
   */
  public Exchange(
      HttpExchange http, RecordedRequest request, Map<String, String> route, long bodyLimit) {
    this.http = http;
    this.request = request;
    this.query = new Query(request.query());
    this.route = route;
    this.bodyLimit = bodyLimit;
  }

  public HttpExchange http() {
    return http;
  }

  public RecordedRequest request() {
    return request;
  }

  public Query query() {
    return query;
  }

  public boolean head() {
    return request.method().equals("HEAD");
  }

  public String route(String name) {
    return route.getOrDefault(name, "");
  }

  public Body body() {
    return Body.of(request.body());
  }

  public void header(String name, String value) {
    http.getResponseHeaders().set(name, value);
  }

  public void json(Object value) throws IOException {
    text(200, Dto.CONTENT_TYPE, Dto.json(value));
  }

  public void text(int status, String contentType, String text) throws IOException {
    bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public void bytes(int status, String contentType, byte[] body) throws IOException {
    if (contentType != null) {
      header("Content-Type", contentType);
    }
    try (OutputStream out = send(status, body.length)) {
      out.write(body);
    }
  }

  public void empty(int status) throws IOException {
    send(status, 0).close();
  }

  /** Conditions that fail are answered with headers only. */
  public void emptyWithoutLength(int status) throws IOException {
    http.sendResponseHeaders(status, -1);
    http.getResponseBody().close();
  }

  /** Starts an answer of known length; nothing that is written to a HEAD request arrives. */
  public OutputStream send(int status, long length) throws IOException {
    if (head()) {
      header("Content-Length", Long.toString(length));
    }
    boolean bodiless = head() || length == 0;
    http.sendResponseHeaders(status, bodiless ? -1 : length);
    return bodiless ? OutputStream.nullOutputStream() : limited(http.getResponseBody());
  }

  /** Starts an answer whose length is not known beforehand. */
  public OutputStream sendChunked(int status) throws IOException {
    http.sendResponseHeaders(status, head() ? -1 : 0);
    return head() ? OutputStream.nullOutputStream() : limited(http.getResponseBody());
  }

  private OutputStream limited(OutputStream out) {
    return bodyLimit < 0 ? out : new CutStream(out, bodyLimit);
  }
}
