package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request on its way through an endpoint, and the answer to it. */
final class Call extends Exchange {
  private final ServerState server;
  private final Caller caller;

  Call(
      HttpExchange http,
      ServerState server,
      RecordedRequest request,
      Caller caller,
      Map<String, String> route,
      long bodyLimit) {
    super(http, request, route, bodyLimit);
    this.server = server;
    this.caller = caller;
  }

  ServerState server() {
    return server;
  }

  Caller caller() {
    return caller;
  }

  /** Jellyfin: a malformed identifier in the path is a 400 from model binding. */
  String guid(String name) {
    return Guid.parse(route(name)).orElseThrow(() -> Refusal.invalid(name, route(name)));
  }

  /** Jellyfin: text is written as it arises, so its length is not told beforehand. */
  @Override
  public void text(int status, String contentType, String text) throws IOException {
    if (text.isEmpty()) {
      empty(status);
      return;
    }
    header("Content-Type", contentType);
    if (contentType.equals(Dto.CONTENT_TYPE) && request().header("Accept-Encoding").isPresent()) {
      header("Vary", "Accept-Encoding");
    }
    try (OutputStream out = sendChunked(status)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Jellyfin: a problem has the media type of all other JSON. */
  void refuse(Refusal refusal) throws IOException {
    boolean problem = Refusal.PROBLEM.equals(refusal.contentType());
    text(refusal.status(), problem ? Dto.CONTENT_TYPE : refusal.contentType(), refusal.body());
  }

  /** The user whose view the answer shows: null for an API key that names nobody. */
  Account user() {
    return user(query().guid("userId").orElse(Guid.EMPTY));
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
}
