package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.BoundedBody;
import com.stoganet.proxy.clients.ExchangeFailures;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.shared.Log;
import dev.failsafe.CircuitBreakerOpenException;
import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** One server of the settings: makes clients for it, and tells its outages from its refusals. */
final class ArrServer {

  private static final Log LOG = Log.of(ArrServer.class);

  /** Ten thousand titles are half of that: Radarr and Sonarr have no pages for them. */
  private static final int MOST_MEBIBYTES = 128;

  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Backends.Arr settings;
  private final ArrCircuit circuit = new ArrCircuit();

  /**
   * Looking titles up needs the metadata service in the internet: when that is slow, the server's
   * queue must still be shown.
   */
  private final ArrCircuit lookups = new ArrCircuit();

  ArrServer(Backends.Arr settings) {
    this.settings = settings;
  }

  Backends.Arr settings() {
    return settings;
  }

  ArrCircuit circuit() {
    return circuit;
  }

  ArrCircuit lookups() {
    return lookups;
  }

  <A> ArrConnection<A> connect(Class<A> api) {
    return new ArrConnection<>(this, api);
  }

  <A> A client(Class<A> api, int connectSeconds, int readSeconds) {
    return RestClientBuilder.newBuilder()
        .baseUri(settings.url())
        .connectTimeout(connectSeconds, TimeUnit.SECONDS)
        .readTimeout(readSeconds, TimeUnit.SECONDS)
        .followRedirects(false)
        .register(new ApiKeyHeader(settings.apiKey()))
        .register(new ArrFailureMapper())
        .register(new BoundedBody(MOST_MEBIBYTES))
        .register(new ListReader())
        .build(api);
  }

  ArrOutage outage(ArrOutage.Reason reason, Throwable cause) {
    return new ArrOutage(settings.program(), reason, cause);
  }

  ArrOutage misconfigured(String problem) {
    return ArrOutage.misconfigured(settings.program(), problem);
  }

  /**
   * Puts outages into the words of our contract.
   *
   * @throws com.stoganet.proxy.shared.ApiException backend_unavailable when it is out of order
   */
  <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (ArrOutage outage) {
      LOG.warn(settings.name() + " " + outage.problem());
      throw outage.toApi();
    } catch (CircuitBreakerOpenException e) {
      throw outage(ArrOutage.Reason.UNREACHABLE, e).toApi();
    }
  }

  /**
   * Makes a call.
   *
   * @throws ArrOutage when the server is out of order
   * @throws ArrFailure when it refuses
   */
  <T> T checked(Supplier<T> call) {
    try {
      return call.get();
    } catch (ArrFailure failure) {
      throw outage(failure);
    } catch (ProcessingException e) {
      throw outage(e);
    }
  }

  private RuntimeException outage(ArrFailure failure) {
    int status = failure.status();
    if (status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR) {
      return outage(ArrOutage.Reason.MISCONFIGURED, failure);
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return outage(ArrOutage.Reason.CREDENTIALS, failure);
    }
    if (status == FIRST_SERVER_ERROR) {
      return new ArrOutage.OneRequest(settings.program(), failure);
    }
    return status > FIRST_SERVER_ERROR ? outage(ArrOutage.Reason.FAILING, failure) : failure;
  }

  private ArrOutage outage(ProcessingException failure) {
    if (ExchangeFailures.neverReached(failure)) {
      return new ArrOutage.NeverReached(settings.program(), failure);
    }
    boolean unreadable = ExchangeFailures.unreadable(failure);
    return outage(unreadable ? ArrOutage.Reason.NONSENSE : ArrOutage.Reason.UNREACHABLE, failure);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ArrServer[" + settings.name() + "]";
  }
}
