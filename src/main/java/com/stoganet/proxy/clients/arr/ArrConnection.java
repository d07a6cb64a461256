package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.shared.ApiException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls one server through the routes of {@code A}, and is as patient as the call deserves.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the server is out of order.
 */
final class ArrConnection<A> {

  private static final int CONNECT_SECONDS = 3;
  private static final int READ_SECONDS = 30;

  /** For all that a server keeps. */
  private static final int PATIENT_SECONDS = 60;

  private static final int BRIEF_SECONDS = 2;

  private final ArrServer server;
  private final Class<A> routes;
  private final ConcurrentMap<Integer, A> clients = new ConcurrentHashMap<>();

  ArrConnection(ArrServer server, Class<A> routes) {
    this.server = server;
    this.routes = routes;
  }

  /** Asks something that is never refused. */
  <T> T read(Function<A, T> call) {
    return understood(() -> readRaw(call));
  }

  /** The same for everything that the server keeps. */
  <T> T readAll(Function<A, T> call) {
    return understood(() -> answered(server.circuit()::untilReached, PATIENT_SECONDS, call));
  }

  /** The same for what needs the metadata service, while somebody waits: two seconds at most. */
  <T> T lookUp(Function<A, T> call) {
    return understood(() -> answered(server.lookups()::once, BRIEF_SECONDS, call));
  }

  /** The same when nobody waits. */
  <T> T lookUpPatiently(Function<A, T> call) {
    return understood(() -> answered(server.lookups()::untilReached, READ_SECONDS, call));
  }

  /**
   * Asks something that may be refused.
   *
   * @throws ArrFailure when it is
   */
  <T> T readRaw(Function<A, T> call) {
    return answered(server.circuit()::untilReached, READ_SECONDS, call);
  }

  /** Changes something; it is never refused. */
  void write(Consumer<A> call) {
    understood(
        () -> {
          writeRaw(call);
          return true;
        });
  }

  /** Changes something that may be changed twice; it is never refused. */
  void writeAgain(Consumer<A> call) {
    read(
        api -> {
          call.accept(api);
          return true;
        });
  }

  /**
   * Changes something that may be refused.
   *
   * @throws ArrFailure when it is
   */
  void writeRaw(Consumer<A> call) {
    Function<A, Boolean> done =
        api -> {
          call.accept(api);
          return true;
        };
    boolean unused = answered(server.circuit()::once, READ_SECONDS, done);
  }

  /**
   * Asks whether the server is well, whatever its circuit says; two seconds at most.
   *
   * @throws ArrOutage when it is not
   * @throws ArrFailure when it refuses
   */
  <T> T probe(Function<A, T> call) {
    return server.checked(() -> sensible(call.apply(client(BRIEF_SECONDS))));
  }

  private <T> T answered(Attempts attempts, int seconds, Function<A, T> call) {
    return server.translated(
        () -> attempts.make(() -> server.checked(() -> sensible(call.apply(client(seconds))))));
  }

  /** A server that refuses what is never refused is not what we take it for. */
  private <T> T understood(Supplier<T> call) {
    try {
      return call.get();
    } catch (ArrFailure failure) {
      return server.translated(
          () -> {
            throw server.outage(ArrOutage.Reason.NONSENSE, failure);
          });
    }
  }

  private <T> T sensible(T answer) {
    if (answer == null) {
      throw server.outage(ArrOutage.Reason.NONSENSE, null);
    }
    return answer;
  }

  /** One for each patience, since a client has but one. */
  private A client(int readSeconds) {
    int connectSeconds = Math.min(CONNECT_SECONDS, readSeconds);
    return clients.computeIfAbsent(
        readSeconds, seconds -> server.client(routes, connectSeconds, seconds));
  }

  /** How often a call is made. */
  private interface Attempts {
    <T> T make(Supplier<T> call);
  }
}
