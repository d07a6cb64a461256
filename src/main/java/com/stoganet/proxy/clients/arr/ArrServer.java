package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.Backend;
import com.stoganet.proxy.clients.backend.BackendCircuit;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.clients.backend.OutageRule;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import java.util.Optional;

/** One Radarr or Sonarr of the settings, with its circuits. */
final class ArrServer {

  private static final int CALLS = 20;

  /** Radarr and Sonarr send all titles in one answer; ten thousand titles take half of this. */
  private static final int MOST_MEBIBYTES = 128;

  private final Backends.Arr settings;
  private final Backend backend;
  private final BackendCircuit circuit = new BackendCircuit(CALLS);

  /**
   * A lookup needs the metadata service on the internet; while that is slow, the proxy must still
   * show the server's queue. So lookups have a circuit of their own.
   */
  private final BackendCircuit lookups = new BackendCircuit(CALLS);

  ArrServer(Backends.Arr settings) {
    this.settings = settings;
    this.backend =
        new Backend(label(settings.program()), settings.url())
            .loggedAs(settings.name())
            .apiKey("X-Api-Key", settings.apiKey())
            .longestAnswer(MOST_MEBIBYTES)
            .outages(ArrServer::outage);
  }

  private static String label(Program program) {
    return program == Program.RADARR ? "Radarr" : "Sonarr";
  }

  private static Optional<OutageReason> outage(BackendResponseException answer) {
    return answer.unauthorized()
        ? Optional.of(OutageReason.CREDENTIALS)
        : OutageRule.USUAL.reason(answer);
  }

  Backends.Arr settings() {
    return settings;
  }

  Backend backend() {
    return backend;
  }

  BackendCircuit circuit() {
    return circuit;
  }

  BackendCircuit lookups() {
    return lookups;
  }

  <A> ArrConnection<A> connect(Class<A> routes) {
    return new ArrConnection<>(this, backend.connect(routes));
  }

  /** Leaves out the API key. */
  @Override
  public String toString() {
    return "ArrServer[" + settings.name() + "]";
  }
}
