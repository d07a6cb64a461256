package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.List;

/** Signing in and out, and who the users are. */
final class UserEndpoints {
  private final ServerState server;
  private final UserJson json;

  UserEndpoints(ServerState server) {
    this.server = server;
    this.json = new UserJson(server);
  }

  void add(Routes routes) {
    routes.post("/Users/AuthenticateByName", Access.ANYONE, this::signIn);
    routes.post("/Sessions/Logout", Access.SIGNED_IN, this::signOut);
    routes.get("/Users/Me", Access.SIGNED_IN, this::me);
    routes.get("/Users/Public", Access.ANYONE, call -> call.json(List.of()));
    routes.get("/Users", Access.SIGNED_IN, this::all);
    routes.get("/Users/{userId}", Access.SIGNED_IN, this::one);
    routes.get("/Sessions", Access.SIGNED_IN, this::sessions);
    routes.delete("/Devices", Access.ADMINISTRATOR, this::revokeDevice);
  }

  private void signIn(Call call) throws IOException {
    Body body = call.body();
    String name = body.text("Username").orElse("");
    // Jellyfin 12: client, version, device and its id must all be in the Authorization header.
    if (name.isEmpty() || !call.caller().identity().complete()) {
      throw Refusal.exception(400);
    }
    Account account = server.accounts.find(name).orElseThrow(() -> Refusal.exception(401));
    // Jellyfin: only a name that exists has a password to compute a hash for.
    server.pause(server.passwordCheck);
    // Jellyfin: these are 403 whether or not the password is right.
    boolean remote = call.caller().remote() && !account.limits().remoteAccess();
    if (account.disabled() || remote || account.outsideHours()) {
      throw Refusal.exception(403);
    }
    if (!account.hasPassword(body.text("Pw").orElse(""))) {
      account.enteredWrongPassword(server.version.locksOut());
      throw Refusal.exception(401);
    }
    if (!account.limits().anyDevice() && !account.administrator()) {
      throw Refusal.exception(403);
    }
    // Jellyfin: counts before the previous session of the same device is ended.
    int most = account.maximumSessions();
    if (most > 0 && server.tokens.of(account).size() >= most) {
      throw Refusal.exception(403);
    }
    account.loggedIn();
    call.json(json.authentication(server.tokens.issue(account, call.caller().identity())));
  }

  private void signOut(Call call) throws IOException {
    String token = call.caller().token();
    server.tokens.revoke(device -> device.token().equals(token));
    call.empty(204);
  }

  private void me(Call call) throws IOException {
    // Jellyfin: an API key belongs to nobody.
    if (call.caller().account() == null) {
      throw Refusal.problem(400);
    }
    call.json(json.user(call.caller().account()));
  }

  private void all(Call call) throws IOException {
    call.json(server.accounts.all().stream().map(json::user).toList());
  }

  private void one(Call call) throws IOException {
    String id = call.guid("userId");
    Account self = call.caller().account();
    if (!call.caller().administrator() && !self.id().equals(id)) {
      throw Refusal.empty(403);
    }
    call.json(json.user(server.accounts.byId(id).orElseThrow(() -> Refusal.problem(404))));
  }

  private void sessions(Call call) throws IOException {
    boolean everybody = call.caller().administrator();
    call.json(
        server.tokens.all().stream()
            .filter(device -> everybody || device.account() == call.caller().account())
            .map(json::session)
            .toList());
  }

  private void revokeDevice(Call call) throws IOException {
    String id = call.query().text("id").orElseThrow(() -> Refusal.problem(400));
    // Jellyfin: revokes the tokens of all users of the device; 12 answers 400 where 10.11 has 404.
    if (!server.tokens.revoke(device -> device.deviceId().equals(id))) {
      throw Refusal.problem(server.v12() ? 400 : 404);
    }
    call.empty(204);
  }
}
