package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.Attempts;
import com.stoganet.proxy.clients.backend.Backend;
import com.stoganet.proxy.clients.backend.BackendCircuit;
import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.clients.backend.OutageRule;
import com.stoganet.proxy.clients.backend.Timeouts;
import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls Jellyfin and translates its failures into the errors of the API. */
@Service
public class JellyfinConnection {

  private static final Log LOG = Log.of(JellyfinConnection.class);
  private static final int CALLS = 20;

  /** Jellyfin takes several seconds to list a large library. */
  private static final Timeouts USUAL = Timeouts.reading(30);

  /** For requests that make Jellyfin read a whole video. */
  private static final Timeouts PATIENT = Timeouts.reading(600);

  private final BackendCircuit circuit = new BackendCircuit(CALLS);
  private final BackendConnection<JellyfinApi> jellyfin;

  @Inject
  public JellyfinConnection(Settings settings) {
    this.jellyfin = backend(settings.jellyfinUrl()).connect(JellyfinApi.class);
  }

  static Backend backend(URI url) {
    return new Backend("Jellyfin", url)
        .json(TolerantJson.ofCapitalNames())
        .outages(JellyfinConnection::outage)
        .problem(
            OutageReason.MISCONFIGURED,
            "redirects the proxy elsewhere; JELLYFIN_URL may lack its base path")
        .problem(OutageReason.NONSENSE, "gives answers that are not Jellyfin's");
  }

  /**
   * Jellyfin 12 answers 503 without a body to an address that it blocks, and 503 with a body while
   * it starts.
   */
  private static Optional<OutageReason> outage(BackendResponseException answer) {
    if (answer.status() == 503) {
      return Optional.of(answer.body().isEmpty() ? OutageReason.BLOCKED : OutageReason.STARTING);
    }
    return OutageRule.USUAL.reason(answer);
  }

  /**
   * Makes a request that may be repeated.
   *
   * @throws ApiException with the code that fits Jellyfin's failure
   */
  <T> T read(Function<JellyfinApi, T> call) {
    return unrefused(() -> readRaw(call));
  }

  /** Changes something; throws like {@link #read}. */
  void write(Consumer<JellyfinApi> call) {
    boolean unused = unrefused(() -> writeRaw(BackendConnection.change(call)));
  }

  /**
   * Makes a request whose refusals the caller interprets.
   *
   * @throws BackendResponseException when Jellyfin refuses
   * @throws ApiException backend_unavailable when Jellyfin cannot do its work
   */
  public <T> T readRaw(Function<JellyfinApi, T> call) {
    return jellyfin.call(circuit::untilReached, USUAL, call);
  }

  /** Makes a change whose refusals the caller interprets; throws like {@link #readRaw}. */
  <T> T writeRaw(Function<JellyfinApi, T> call) {
    return jellyfin.call(circuit::once, USUAL, call);
  }

  /**
   * Makes an exchange of another HTTP client through the circuit.
   *
   * @param exchange throws {@link jakarta.ws.rs.ProcessingException} when there is no answer
   * @throws ApiException backend_unavailable when Jellyfin cannot do its work
   */
  public <T> T through(Supplier<T> exchange) {
    return jellyfin.through(circuit::once, exchange);
  }

  /**
   * Asks for optional data while a user waits; two seconds at most.
   *
   * @throws BackendResponseException when Jellyfin refuses
   * @throws ApiException backend_unavailable when Jellyfin cannot do its work
   */
  <T> T readBriefly(Function<JellyfinApi, T> call) {
    return jellyfin.call(Attempts.DIRECT, Timeouts.BRIEF, call);
  }

  /** Makes a request that may take minutes; throws like {@link #readBriefly}. */
  public <T> T readPatiently(Function<JellyfinApi, T> call) {
    return jellyfin.call(Attempts.DIRECT, PATIENT, call);
  }

  /**
   * The version of Jellyfin; waits two seconds at most. While Jellyfin 12 starts it may answer 200,
   * but with field names in other capital letters and without a version.
   *
   * @throws BackendUnavailableException when Jellyfin does not work
   */
  public Optional<String> version() {
    return jellyfin.probe(api -> Optional.ofNullable(api.systemInfo()).map(info -> info.version));
  }

  private static <T> T unrefused(Supplier<T> call) {
    try {
      return call.get();
    } catch (BackendResponseException answer) {
      throw refusal(answer);
    }
  }

  /**
   * Jellyfin 12 answers an empty 401 for an invalid token, and 403 for an account that it does not
   * admit now.
   */
  public static ApiException refusal(BackendResponseException answer) {
    return switch (answer.status()) {
      case 401 ->
          answer.body().isEmpty() ? ApiException.sessionExpired() : ApiException.itemNotFound();
      case 403 -> notAllowed();
      case 404 -> ApiException.itemNotFound();
      default -> {
        LOG.warn(answer.getMessage());
        yield ApiException.badGateway("Jellyfin does not understand the proxy.", answer);
      }
    };
  }

  /**
   * The session is valid, but Jellyfin does not admit its user at this hour or from this address.
   */
  static ApiException notAllowed() {
    return ApiException.sessionExpired().because("account_not_allowed");
  }
}
