package com.stoganet.proxy.clients.backend;

import com.stoganet.proxy.shared.ApiException;
import dev.failsafe.CircuitBreakerOpenException;
import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls a backend through the routes of {@code A}, a typed REST client. */
public final class BackendConnection<A> {

  private final Backend backend;
  private final Class<A> routes;
  private final ConcurrentMap<Timeouts, A> clients = new ConcurrentHashMap<>();

  BackendConnection(Backend backend, Class<A> routes) {
    this.backend = backend;
    this.routes = routes;
  }

  /**
   * Makes a call that the backend never refuses.
   *
   * @param call returns an answer; null counts as none
   * @throws ApiException backend_unavailable when the backend cannot do its work, or refuses
   */
  public <T> T callUnrefused(Attempts attempts, Timeouts timeouts, Function<A, T> call) {
    try {
      return call(attempts, timeouts, call);
    } catch (BackendResponseException refusal) {
      throw backend.unexpected(refusal).logged().toApi();
    }
  }

  /**
   * Makes a call that the backend may refuse.
   *
   * @param call returns an answer; null counts as none
   * @throws BackendResponseException when the backend refuses
   * @throws ApiException backend_unavailable when the backend cannot do its work
   */
  public <T> T call(Attempts attempts, Timeouts timeouts, Function<A, T> call) {
    return through(attempts, () -> call.apply(client(timeouts)));
  }

  /** A call that changes something and whose answer the proxy does not use. */
  public static <A> Function<A, Boolean> change(Consumer<A> change) {
    return api -> {
      change.accept(api);
      return true;
    };
  }

  /** Makes an exchange of another HTTP client through the circuit; throws like {@link #call}. */
  public <T> T through(Attempts attempts, Supplier<T> exchange) {
    try {
      return tried(attempts, exchange);
    } catch (BackendUnavailableException outage) {
      throw outage.toApi();
    }
  }

  /**
   * Makes a call whose caller handles the outage.
   *
   * @throws BackendResponseException when the backend refuses
   * @throws BackendUnavailableException when the backend cannot do its work
   */
  public <T> T tryCall(Attempts attempts, Timeouts timeouts, Function<A, T> call) {
    return tried(attempts, () -> call.apply(client(timeouts)));
  }

  /**
   * Asks whether the backend works, even while its circuit is open; two seconds at most. An outage
   * is not logged.
   *
   * @throws BackendUnavailableException when the backend does not work, or refuses
   */
  public <T> T probe(Function<A, T> call) {
    try {
      return checked(() -> call.apply(client(Timeouts.BRIEF)));
    } catch (BackendResponseException refusal) {
      throw backend.unexpected(refusal);
    }
  }

  private <T> T tried(Attempts attempts, Supplier<T> exchange) {
    try {
      return attempts.make(() -> checked(exchange));
    } catch (CircuitBreakerOpenException e) {
      throw backend.unavailable(OutageReason.CIRCUIT_OPEN, e);
    } catch (BackendUnavailableException outage) {
      throw outage.logged();
    }
  }

  private <T> T checked(Supplier<T> exchange) {
    T answer;
    try {
      answer = exchange.get();
    } catch (BackendResponseException refusal) {
      throw backend.failure(refusal);
    } catch (ProcessingException e) {
      throw backend.failure(e);
    }
    if (answer == null) {
      throw backend.unavailable(OutageReason.NONSENSE, null);
    }
    return answer;
  }

  /** A client for these timeouts; the timeouts of an existing client cannot be changed. */
  private A client(Timeouts timeouts) {
    return clients.computeIfAbsent(timeouts, patience -> backend.client(routes, patience));
  }
}
