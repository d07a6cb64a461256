package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request on its way through an endpoint, and the answer to it. */
final class Call {
  private final HttpExchange http;
  private final ServerState server;
  private final RecordedRequest request;
  private final Query query;
  private final Caller caller;
  private final Map<String, String> route;
  private final long bodyLimit;

  Call(
      HttpExchange http,
      ServerState server,
      RecordedRequest request,
      Caller caller,
      Map<String, String> route,
      long bodyLimit) {
    this.http = http;
    this.server = server;
    this.request = request;
    this.query = new Query(request.query());
    this.caller = caller;
    this.route = route;
    this.bodyLimit = bodyLimit;
  }

  HttpExchange http() {
    return http;
  }

  ServerState server() {
    return server;
  }

  RecordedRequest request() {
    return request;
  }

  Query query() {
    return query;
  }

  Caller caller() {
    return caller;
  }

  boolean head() {
    return request.method().equals("HEAD");
  }

  String route(String name) {
    return route.getOrDefault(name, "");
  }

  /** Jellyfin: a malformed identifier in the path is a 400 from model binding. */
  String guid(String name) {
    return Guid.parse(route(name)).orElseThrow(() -> Refusal.problem(400));
  }

  /** The user whose view the answer shows: null for an API key that names nobody. */
  Account user() {
    return user(query.guid("userId").orElse(Guid.EMPTY));
  }

  /** Jellyfin: only administrators and API keys may act for somebody else. */
  Account user(String id) {
    if (id.equals(Guid.EMPTY)) {
      return caller.account();
    }
    if (!caller.administrator() && (caller.anonymous() || !id.equals(caller.account().id()))) {
      throw Refusal.exception(403);
    }
    return server.accounts.byId(id).orElseThrow(() -> Refusal.problem(404));
  }

  /** Jellyfin: without a user these endpoints look up the empty identifier, which throws. */
  Account requiredUser() {
    Account user = user();
    if (user == null) {
      throw Refusal.exception(400);
    }
    return user;
  }

  Body body() {
    return Body.of(request.body());
  }

  void header(String name, String value) {
    http.getResponseHeaders().set(name, value);
  }

  void json(Object value) throws IOException {
    text(200, Dto.CONTENT_TYPE, Dto.json(value));
  }

  void text(int status, String contentType, String text) throws IOException {
    bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(int status, String contentType, byte[] body) throws IOException {
    if (contentType != null) {
      header("Content-Type", contentType);
    }
    try (OutputStream out = send(status, body.length)) {
      out.write(body);
    }
  }

  void empty(int status) throws IOException {
    send(status, 0).close();
  }

  /** Conditions that fail are answered with headers only. */
  void emptyWithoutLength(int status) throws IOException {
    http.sendResponseHeaders(status, -1);
    http.getResponseBody().close();
  }

  /** Starts an answer of known length; nothing that is written to a HEAD request arrives. */
  OutputStream send(int status, long length) throws IOException {
    if (head()) {
      header("Content-Length", Long.toString(length));
    }
    boolean bodiless = head() || length == 0;
    http.sendResponseHeaders(status, bodiless ? -1 : length);
    return bodiless ? OutputStream.nullOutputStream() : limited(http.getResponseBody());
  }

  /** Starts an answer whose length is not known beforehand. */
  OutputStream sendChunked(int status) throws IOException {
    http.sendResponseHeaders(status, head() ? -1 : 0);
    return head() ? OutputStream.nullOutputStream() : limited(http.getResponseBody());
  }

  private OutputStream limited(OutputStream out) {
    return bodyLimit < 0 ? out : new CutStream(out, bodyLimit);
  }
}
