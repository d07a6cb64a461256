package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.Timeouts;
import com.stoganet.proxy.shared.ApiException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls one server through the routes of {@code A}, with a timeout for each kind of call.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the server cannot do its
 * work.
 */
final class ArrConnection<A> {

  private static final Timeouts USUAL = Timeouts.reading(30);

  /** For lists of all titles of a server. */
  private static final Timeouts PATIENT = Timeouts.reading(60);

  private final ArrServer server;
  private final BackendConnection<A> connection;

  ArrConnection(ArrServer server, BackendConnection<A> connection) {
    this.server = server;
    this.connection = connection;
  }

  /** Makes a request that the server never refuses. */
  <T> T read(Function<A, T> call) {
    return connection.callUnrefused(server.circuit()::untilReached, USUAL, call);
  }

  /** Asks for a list of all titles of the server. */
  <T> T readAll(Function<A, T> call) {
    return connection.callUnrefused(server.circuit()::untilReached, PATIENT, call);
  }

  /** Makes a request that needs the metadata service while a user waits: two seconds at most. */
  <T> T lookUp(Function<A, T> call) {
    return connection.callUnrefused(server.lookups()::once, Timeouts.BRIEF, call);
  }

  /** Makes a request that needs the metadata service when no user waits. */
  <T> T lookUpPatiently(Function<A, T> call) {
    return connection.callUnrefused(server.lookups()::untilReached, USUAL, call);
  }

  /**
   * Makes a request that the server may refuse.
   *
   * @throws BackendResponseException when the server refuses it
   */
  <T> T readRaw(Function<A, T> call) {
    return connection.call(server.circuit()::untilReached, USUAL, call);
  }

  /** Makes a change that the server never refuses. */
  void write(Consumer<A> call) {
    boolean unused =
        connection.callUnrefused(server.circuit()::once, USUAL, BackendConnection.change(call));
  }

  /** Makes a change that the server never refuses and that may be repeated. */
  void writeAgain(Consumer<A> call) {
    boolean unused = read(BackendConnection.change(call));
  }

  /**
   * Makes a change that the server may refuse.
   *
   * @throws BackendResponseException when the server refuses it
   */
  void writeRaw(Consumer<A> call) {
    boolean unused = connection.call(server.circuit()::once, USUAL, BackendConnection.change(call));
  }

  /**
   * Asks whether the server works, even while its circuit is open; two seconds at most.
   *
   * @throws BackendUnavailableException when it does not work
   */
  <T> T probe(Function<A, T> call) {
    return connection.probe(call);
  }
}
