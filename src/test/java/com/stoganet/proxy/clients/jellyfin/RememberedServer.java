package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.KnownServer;

/** Remembers the server for as long as it exists, as the database does for ever. */
public final class RememberedServer implements KnownServer {

  String id;

  @Override
  public synchronized String idOr(String met) {
    id = id == null ? met : id;
    return id;
  }

  @Override
  public synchronized void replace(String replacement) {
    id = replacement;
  }
}
