package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpExchange;
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
    return Guid.parse(route(name)).orElseThrow(() -> Refusal.problem(400));
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
