package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;

/** Which Radarr or Sonarr a request goes to, or that Seerr chooses it. */
@Service
public class ServerChoice {

  private final Arrs arrs;
  private final RequestServer requestServer;

  @Inject
  public ServerChoice(Arrs arrs, RequestServer requestServer) {
    this.arrs = arrs;
    this.requestServer = requestServer;
  }

  /** The names of the servers that fetch such titles, the default one first. */
  List<String> names(MediaKind kind) {
    return arrs.all().stream().filter(arr -> arr.kind() == kind).map(Arr::name).toList();
  }

  /** Whether any server can fetch such titles. */
  boolean any(MediaKind kind) {
    return requestServer.configured() || !names(kind).isEmpty();
  }

  /** Whether the server is the default one. */
  boolean isDefault(MediaKind kind, String server) {
    return requestServer.configured() || names(kind).get(0).equals(server);
  }

  /**
   * The server that a request goes to.
   *
   * @param wanted null for the default one
   * @throws ApiException validation_failed for an unknown name; conflict when there is no server
   */
  String choose(MediaKind kind, String wanted) {
    List<String> names = names(kind);
    if (wanted != null && !names.contains(wanted)) {
      throw ApiException.invalid("server", "server must be one of request.servers of the title.");
    }
    if (requestServer.configured()) {
      return "seerr";
    }
    if (names.isEmpty()) {
      throw ApiException.conflict("No server can fetch this title.").because("not_requestable");
    }
    return wanted == null ? names.get(0) : wanted;
  }
}
