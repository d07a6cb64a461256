package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.util.Map;
import java.util.Optional;

/** Finds out who is calling: device tokens first, then the API key; legacy ways are not read. */
final class Authentication {
  private final ServerState server;

  Authentication(ServerState server) {
    this.server = server;
  }

  /** A bad token makes the request anonymous; only protected routes care. */
  Caller caller(RecordedRequest request) {
    Map<String, String> header =
        AuthorizationHeader.parameters(request.header("Authorization").orElse(null));
    ClientIdentity identity = ClientIdentity.from(header);
    String token =
        Optional.ofNullable(header.get("Token"))
            .filter(text -> !text.isEmpty())
            .or(() -> new Query(request.query()).text("ApiKey"))
            .orElse("");
    Optional<DeviceToken> device = server.tokens.find(token);
    boolean remote = !Lan.contains(address(request));
    if (device.isPresent()) {
      // Jellyfin: the token of a disabled user stays in the table but opens nothing.
      DeviceToken usable = device.get().account().disabled() ? null : device.get();
      return new Caller(usable, false, identity, remote);
    }
    boolean apiKey = !token.isEmpty() && token.equals(server.apiKey);
    return new Caller(null, apiKey, identity, remote);
  }

  /** Jellyfin: the header counts only if it comes from a proxy that is configured as known. */
  private String address(RecordedRequest request) {
    return request
        .header("X-Forwarded-For")
        .filter(unused -> server.knowsProxy)
        .map(hops -> hops.substring(hops.lastIndexOf(',') + 1).strip())
        .orElse("127.0.0.1");
  }

  /** Jellyfin: 401 and 403 of the authorisation layer have no body. */
  static void check(Caller caller, Access access) {
    if (access != Access.ANYONE && caller.anonymous()) {
      throw Refusal.empty(401);
    }
    Account account = caller.account();
    // Jellyfin: this binds administrators, too.
    if (access != Access.ANYONE
        && account != null
        && caller.remote()
        && !account.limits().remoteAccess()) {
      throw Refusal.empty(403);
    }
    // Jellyfin: the parental schedule binds nobody who is an administrator.
    if (access != Access.ANYONE && !caller.administrator() && caller.account().outsideHours()) {
      throw Refusal.empty(403);
    }
    if (access == Access.ADMINISTRATOR && !caller.administrator()) {
      throw Refusal.empty(403);
    }
  }
}
