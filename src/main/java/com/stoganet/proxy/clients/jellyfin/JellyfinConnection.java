package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.BoundedBody;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls Jellyfin and puts its failures into the words of our contract. */
@ApplicationScoped
public class JellyfinConnection {

  private static final Log LOG = Log.of(JellyfinConnection.class);
  private static final int CONNECT_SECONDS = 3;

  /** Real libraries take their time over a listing. */
  private static final int READ_SECONDS = 30;

  private static final int PROBE_SECONDS = 2;
  private static final int MOST_MEBIBYTES = 32;

  /** For what makes Jellyfin read a whole video. */
  private static final int PATIENT_SECONDS = 600;

  private final Settings settings;
  private final JellyfinAttempts attempts;
  private JellyfinApi api;
  private JellyfinApi probe;
  private JellyfinApi patient;

  /** For the proxies of CDI only. */
  protected JellyfinConnection() {
    this(null, null);
  }

  @Inject
  public JellyfinConnection(Settings settings, JellyfinAttempts attempts) {
    this.settings = settings;
    this.attempts = attempts;
  }

  /**
   * Asks something.
   *
   * @throws ApiException with the code that fits Jellyfin's failure
   */
  <T> T read(Function<JellyfinApi, T> call) {
    try {
      return readRaw(call);
    } catch (JellyfinFailure failure) {
      throw refusal(failure);
    }
  }

  /** Changes something; throws like {@link #read}. */
  void write(Consumer<JellyfinApi> call) {
    try {
      writeRaw(
          jellyfin -> {
            call.accept(jellyfin);
            return null;
          });
    } catch (JellyfinFailure failure) {
      throw refusal(failure);
    }
  }

  /**
   * Asks something whose refusals mean something special.
   *
   * @throws JellyfinFailure when Jellyfin refuses
   * @throws ApiException backend_unavailable when Jellyfin is out of order
   */
  <T> T readRaw(Function<JellyfinApi, T> call) {
    return translated(() -> attempts.untilReached(() -> call.apply(api())));
  }

  /** Changes something whose refusals mean something special; throws like {@link #readRaw}. */
  <T> T writeRaw(Function<JellyfinApi, T> call) {
    return translated(() -> attempts.once(() -> call.apply(api())));
  }

  /**
   * Lets an exchange of another client take part in the circuit.
   *
   * @param exchange throws {@link JellyfinOutage} when Jellyfin is out of order
   * @throws ApiException backend_unavailable when it is
   */
  <T> T through(Supplier<T> exchange) {
    return translated(() -> attempts.once(exchange));
  }

  /**
   * Asks something that somebody waits for who could do without: for two seconds at most.
   *
   * @throws JellyfinFailure when Jellyfin refuses
   * @throws ApiException backend_unavailable when Jellyfin is out of order
   */
  <T> T readBriefly(Function<JellyfinApi, T> call) {
    return translated(() -> JellyfinCircuit.checked(() -> call.apply(probeApi())));
  }

  /** The same for what may take minutes. */
  <T> T readPatiently(Function<JellyfinApi, T> call) {
    return translated(() -> JellyfinCircuit.checked(() -> call.apply(patientApi())));
  }

  /**
   * Asks whether Jellyfin serves; waits for two seconds only, since a probe does not wait longer.
   *
   * @throws JellyfinOutage when it does not
   */
  PublicSystemInfo probe() {
    return JellyfinCircuit.checked(() -> probeApi().systemInfo());
  }

  private static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (JellyfinOutage outage) {
      LOG.warn(outage.getMessage());
      throw outage.toApi();
    } catch (CircuitBreakerOpenException e) {
      throw new JellyfinOutage(JellyfinOutage.Reason.UNREACHABLE, e).toApi();
    }
  }

  /** Jellyfin 12: an empty 401 is a dead token, 403 an account that is not let in at present. */
  static ApiException refusal(JellyfinFailure failure) {
    return switch (failure.status()) {
      case 401 -> failure.empty() ? ApiException.sessionExpired() : ApiException.itemNotFound();
      case 403 -> notAllowed();
      case 404 -> ApiException.itemNotFound();
      default -> {
        LOG.warn(failure.getMessage());
        yield ApiException.badGateway("Jellyfin does not understand the proxy.", failure);
      }
    };
  }

  /** The session is good, but its user is not let in at this hour or from here. */
  static ApiException notAllowed() {
    return ApiException.sessionExpired().because("account_not_allowed");
  }

  private synchronized JellyfinApi api() {
    if (api == null) {
      api = build(CONNECT_SECONDS, READ_SECONDS);
    }
    return api;
  }

  private synchronized JellyfinApi probeApi() {
    if (probe == null) {
      probe = build(PROBE_SECONDS, PROBE_SECONDS);
    }
    return probe;
  }

  private synchronized JellyfinApi patientApi() {
    if (patient == null) {
      patient = build(CONNECT_SECONDS, PATIENT_SECONDS);
    }
    return patient;
  }

  private JellyfinApi build(int connectSeconds, int readSeconds) {
    return RestClientBuilder.newBuilder()
        .baseUri(settings.jellyfinUrl())
        .connectTimeout(connectSeconds, TimeUnit.SECONDS)
        .readTimeout(readSeconds, TimeUnit.SECONDS)
        .followRedirects(false)
        .register(new JellyfinJson())
        .register(new JellyfinFailureMapper())
        .register(new BoundedBody(MOST_MEBIBYTES))
        .build(JellyfinApi.class);
  }
}
