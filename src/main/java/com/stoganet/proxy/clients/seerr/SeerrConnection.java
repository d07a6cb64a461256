package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.clients.BoundedBody;
import com.stoganet.proxy.clients.seerr.SeerrOutage.Reason;
import com.stoganet.proxy.config.Backends.Seerr;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls Seerr, if there is one, and puts its failures into the words of our contract. */
@ApplicationScoped
public class SeerrConnection {

  private static final Log LOG = Log.of(SeerrConnection.class);
  private static final int MOST_MEBIBYTES = 32;
  private static final int CONNECT_SECONDS = 3;
  private static final int READ_SECONDS = 10;
  private static final int BRIEF_SECONDS = 2;
  private static final int NOT_FOUND = 404;

  private final Settings settings;
  private final SeerrCircuit circuit = new SeerrCircuit();
  private SeerrApi api;
  private SeerrApi brief;

  /** For the proxies of CDI only. */
  protected SeerrConnection() {
    this(null);
  }

  @Inject
  public SeerrConnection(Settings settings) {
    this.settings = settings;
  }

  boolean configured() {
    return settings.backends().seerr() != null;
  }

  /**
   * Asks something.
   *
   * @throws SeerrFailure when Seerr refuses
   * @throws ApiException backend_unavailable when Seerr is out of order
   */
  <T> T read(Function<SeerrApi, T> call) {
    return translated(() -> circuit.pass(() -> answer(call.apply(api()))));
  }

  /** The same for what somebody could do without: for two seconds at most. */
  <T> T readBriefly(Function<SeerrApi, T> call) {
    return translated(() -> circuit.pass(() -> answer(call.apply(briefApi()))));
  }

  /** Changes something; throws like {@link #read}. */
  void write(Consumer<SeerrApi> call) {
    translated(
        () ->
            circuit.pass(
                () -> {
                  call.accept(api());
                  return null;
                }));
  }

  /**
   * Asks how Seerr is, whatever the circuit thinks; waits for two seconds.
   *
   * @throws SeerrOutage when it does not serve us
   */
  <T> T probe(Function<SeerrApi, T> call) {
    try {
      return SeerrCircuit.checked(() -> answer(call.apply(briefApi())));
    } catch (SeerrFailure failure) {
      throw outage(failure);
    }
  }

  /** What a refusal means that has no meaning of its own: something is wrong between us. */
  static ApiException unexpected(SeerrFailure failure) {
    return told(outage(failure));
  }

  private static SeerrOutage outage(SeerrFailure failure) {
    if (failure.nobodyKnown()) {
      return new SeerrOutage(Reason.CREDENTIALS, failure);
    }
    return new SeerrOutage(
        failure.status() == NOT_FOUND ? Reason.MISCONFIGURED : Reason.FAILING, failure);
  }

  /** A success without a body is none. */
  private static <T> T answer(T answer) {
    if (answer == null) {
      throw new SeerrOutage(Reason.NONSENSE, null);
    }
    return answer;
  }

  private static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (SeerrOutage outage) {
      throw told(outage);
    }
  }

  private static ApiException told(SeerrOutage outage) {
    LOG.warn(outage.getMessage());
    return outage.toApi();
  }

  private synchronized SeerrApi api() {
    if (api == null) {
      api = build(CONNECT_SECONDS, READ_SECONDS);
    }
    return api;
  }

  private synchronized SeerrApi briefApi() {
    if (brief == null) {
      brief = build(BRIEF_SECONDS, BRIEF_SECONDS);
    }
    return brief;
  }

  private SeerrApi build(int connectSeconds, int readSeconds) {
    Seerr seerr = settings.backends().seerr();
    return RestClientBuilder.newBuilder()
        .baseUri(seerr.url())
        .connectTimeout(connectSeconds, TimeUnit.SECONDS)
        .readTimeout(readSeconds, TimeUnit.SECONDS)
        .followRedirects(false)
        .register(new SeerrKey(seerr.apiKey()))
        .register(new SeerrFailureMapper())
        .register(new BoundedBody(MOST_MEBIBYTES))
        .build(SeerrApi.class);
  }
}
