package com.stoganet.sandbox;

import com.stoganet.sandbox.QuickConnect.Attempt;
import com.stoganet.sandbox.Route.Access;
import java.io.IOException;

/** The five calls of Quick Connect. */
final class QuickConnectEndpoints {
  private final ServerState server;

  QuickConnectEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get(
        "/QuickConnect/Enabled", Access.ANYONE, call -> call.json(server.quickConnect.enabled()));
    routes.post("/QuickConnect/Initiate", Access.ANYONE, this::initiate);
    routes.get("/QuickConnect/Initiate", Access.ANYONE, this::oldInitiate);
    routes.get("/QuickConnect/Connect", Access.ANYONE, this::connect);
    routes.post("/QuickConnect/Authorize", Access.SIGNED_IN, this::authorize);
    routes.post("/Users/AuthenticateWithQuickConnect", Access.ANYONE, this::exchange);
  }

  private void initiate(Call call) throws IOException {
    // Jellyfin: an incomplete header is noticed before "disabled".
    if (!call.caller().identity().complete()) {
      throw Refusal.exception(400);
    }
    requireEnabled();
    call.json(server.quickConnect.initiate(call.caller().identity()).dto());
  }

  /** Jellyfin 12 has removed the GET form. */
  private void oldInitiate(Call call) throws IOException {
    if (server.v12()) {
      throw Refusal.empty(405);
    }
    initiate(call);
  }

  private void connect(Call call) throws IOException {
    String secret = call.query().text("secret").orElseThrow(() -> Refusal.problem(400));
    requireEnabled();
    call.json(
        server
            .quickConnect
            .bySecret(secret)
            .orElseThrow(() -> Refusal.jsonString(404, "Unknown secret"))
            .dto());
  }

  private void authorize(Call call) throws IOException {
    String code = call.query().text("code").orElseThrow(() -> Refusal.problem(400));
    Account account = call.requiredUser();
    requireEnabled();
    Attempt attempt = server.quickConnect.byCode(code).orElseThrow(() -> Refusal.exception(404));
    if (attempt.token().isPresent()) {
      throw Refusal.exception(500);
    }
    int most = account.maximumSessions();
    if (most > 0 && server.tokens.of(account).size() >= most) {
      throw Refusal.exception(403);
    }
    attempt.approve(server.tokens.issue(account, attempt.identity));
    call.json(true);
  }

  /** Jellyfin: may be repeated with the same secret, and gives the same token each time. */
  private void exchange(Call call) throws IOException {
    String secret = call.body().text("Secret").orElseThrow(() -> Refusal.problem(400));
    requireEnabled();
    DeviceToken token =
        server
            .quickConnect
            .bySecret(secret)
            .flatMap(Attempt::token)
            .orElseThrow(() -> Refusal.exception(404));
    call.json(new UserJson(server).authentication(token));
  }

  private void requireEnabled() {
    if (!server.quickConnect.enabled()) {
      throw Refusal.jsonString(401, "Quick connect is disabled");
    }
  }
}
