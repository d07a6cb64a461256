package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.clients.backend.Backend;
import com.stoganet.proxy.clients.backend.BackendCircuit;
import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.clients.backend.OutageRule;
import com.stoganet.proxy.clients.backend.Timeouts;
import com.stoganet.proxy.config.Backends.Seerr;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls Seerr, if it is configured, and translates its failures into the errors of the API. */
@Service
public class SeerrConnection {

  private static final int CALLS = 10;
  private static final Timeouts USUAL = Timeouts.reading(10);

  private final BackendCircuit circuit = new BackendCircuit(CALLS);
  private final Backend backend;
  private final BackendConnection<SeerrApi> connection;

  @Inject
  public SeerrConnection(Settings settings) {
    Seerr seerr = settings.backends().seerr();
    backend = seerr == null ? null : backend(seerr);
    connection = seerr == null ? null : backend.connect(SeerrApi.class);
  }

  private static Backend backend(Seerr seerr) {
    return new Backend("Seerr", seerr.url())
        .labelForClients("The request server")
        .apiKey("X-Api-Key", seerr.apiKey())
        .outages(SeerrConnection::outage)
        .unexpectedRefusals(SeerrConnection::meaning)
        .problem(OutageReason.CREDENTIALS, "does not accept SEERR_API_KEY")
        .problem(OutageReason.MISCONFIGURED, "is not there; SEERR_URL may lack its base path")
        .problem(OutageReason.NONSENSE, "gives answers that are not Seerr's");
  }

  /** Seerr 3: a 500 is about a single title, such as one that TMDB does not know. */
  private static Optional<OutageReason> outage(BackendResponseException answer) {
    return answer.status() == 500 ? Optional.empty() : OutageRule.USUAL.reason(answer);
  }

  private static OutageReason meaning(BackendResponseException refusal) {
    if (SeerrRefusals.unknownCaller(refusal)) {
      return OutageReason.CREDENTIALS;
    }
    return refusal.notFound() ? OutageReason.MISCONFIGURED : OutageReason.FAILING;
  }

  boolean configured() {
    return connection != null;
  }

  /**
   * Makes a request that Seerr never refuses.
   *
   * @throws ApiException backend_unavailable when Seerr cannot do its work
   */
  <T> T read(Function<SeerrApi, T> call) {
    return connection.callUnrefused(circuit::once, USUAL, call);
  }

  /**
   * Asks for optional data; two seconds at most.
   *
   * @throws BackendResponseException when Seerr refuses
   * @throws ApiException backend_unavailable when Seerr cannot do its work
   */
  <T> T readBriefly(Function<SeerrApi, T> call) {
    return connection.call(circuit::once, Timeouts.BRIEF, call);
  }

  /** Changes something; throws like {@link #readBriefly}. */
  void write(Consumer<SeerrApi> call) {
    boolean unused = connection.call(circuit::once, USUAL, BackendConnection.change(call));
  }

  /**
   * Asks whether Seerr works, even while its circuit is open; two seconds at most.
   *
   * @throws BackendUnavailableException when Seerr does not work
   */
  <T> T probe(Function<SeerrApi, T> call) {
    return connection.probe(call);
  }

  /**
   * The exception for a refusal that has no meaning in the API of Seerr: the settings may be wrong.
   */
  ApiException unexpected(BackendResponseException refusal) {
    return backend.unexpected(refusal).logged().toApi();
  }

  /** The exception for an answer that cannot come from Seerr. */
  BackendUnavailableException nonsense() {
    return backend.unavailable(OutageReason.NONSENSE, null);
  }
}
