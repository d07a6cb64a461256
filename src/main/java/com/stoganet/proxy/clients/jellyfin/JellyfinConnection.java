package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.KnownServer;
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
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
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

  /** Titles that are gone, or hidden from a user, are not worth a question each. */
  private static final Duration NOT_FOUND_TRUSTED = Duration.ofSeconds(1);

  private final BackendCircuit circuit = new BackendCircuit(CALLS);
  private final BackendConnection<JellyfinApi> jellyfin;
  private final ServerIdentity identity;

  @Inject
  public JellyfinConnection(Settings settings, KnownServer known) {
    String own = AuthorizationHeader.ofToken(settings.keys().jellyfin());
    Backend backend = backend(settings.jellyfinUrl()).provider(new ForwardedClient(own));
    this.jellyfin = backend.connect(JellyfinApi.class);
    this.identity = new ServerIdentity(backend, jellyfin, known, settings.jellyfinServerId());
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
   * it starts. The address of a client from afar may be blocked where the proxy and others are not.
   */
  private static Optional<OutageReason> outage(BackendResponseException answer) {
    if (answer.status() == 503) {
      ClientAddress client = ClientAddress.current();
      if (answer.body().isEmpty() && client != null && !client.local()) {
        return Optional.of(OutageReason.REQUEST_FAILED);
      }
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
    return ofKnownServer(() -> jellyfin.call(circuit::untilReached, USUAL, call));
  }

  /** Makes a change whose refusals the caller interprets; throws like {@link #readRaw}. */
  <T> T writeRaw(Function<JellyfinApi, T> call) {
    return ofKnownServer(() -> jellyfin.call(circuit::once, USUAL, call));
  }

  /**
   * Makes an exchange of another HTTP client through the circuit.
   *
   * @param exchange throws {@link jakarta.ws.rs.ProcessingException} when there is no answer
   * @throws ApiException backend_unavailable when Jellyfin cannot do its work
   */
  public <T> T through(Supplier<T> exchange) {
    return ofKnownServer(() -> jellyfin.through(circuit::once, exchange));
  }

  /**
   * Asks for optional data while a user waits; two seconds at most.
   *
   * @throws BackendResponseException when Jellyfin refuses
   * @throws ApiException backend_unavailable when Jellyfin cannot do its work
   */
  <T> T readBriefly(Function<JellyfinApi, T> call) {
    return ofKnownServer(() -> jellyfin.call(Attempts.DIRECT, Timeouts.BRIEF, call));
  }

  /** Makes a request that may take minutes; throws like {@link #readBriefly}. */
  public <T> T readPatiently(Function<JellyfinApi, T> call) {
    return ofKnownServer(() -> jellyfin.call(Attempts.DIRECT, PATIENT, call));
  }

  /**
   * The version of Jellyfin, which is asked who it is; waits four seconds at most.
   *
   * @throws BackendUnavailableException when Jellyfin does not work, is starting, or is another
   *     server than before
   */
  public Optional<String> version() {
    return Optional.of(identity.check());
  }

  /**
   * Makes sure, before many calls, that the Jellyfin that the proxy knows answers.
   *
   * @throws ApiException backend_unavailable when it does not
   */
  public void confirmServer() {
    identity.confirm();
  }

  /**
   * Makes sure that a successful answer comes from the Jellyfin that the proxy knows.
   *
   * @param serverId the id in the answer; null when it has none
   * @throws ApiException backend_unavailable when it comes from another server
   */
  void requireKnown(String serverId) {
    identity.require(serverId);
  }

  /**
   * Makes an exchange whose refusals count only when they come from the Jellyfin that the proxy
   * knows: another server at its address refuses every token and has no title.
   */
  private <T> T ofKnownServer(Supplier<T> exchange) {
    identity.require();
    try {
      return exchange.get();
    } catch (BackendResponseException refusal) {
      if (refusal.unauthorized()) {
        identity.confirm();
      } else if (refusal.notFound()) {
        identity.confirm(NOT_FOUND_TRUSTED);
      }
      throw refusal;
    } catch (ApiException refusal) {
      if (refusal.code() == ErrorCode.ITEM_NOT_FOUND) {
        identity.confirm(NOT_FOUND_TRUSTED);
      }
      throw refusal;
    }
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
    return ApiException.sessionRefused("account_not_allowed");
  }
}
