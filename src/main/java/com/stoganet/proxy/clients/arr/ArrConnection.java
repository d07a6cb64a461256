package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.Timeouts;
import com.stoganet.proxy.shared.ApiException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls one server through the routes of {@code A}, and is as patient as the call deserves.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the server is out of order.
 */
final class ArrConnection<A> {

  private static final Timeouts USUAL = Timeouts.reading(30);

  /** For all that a server keeps. */
  private static final Timeouts PATIENT = Timeouts.reading(60);

  private final ArrServer server;
  private final BackendConnection<A> connection;

  ArrConnection(ArrServer server, BackendConnection<A> connection) {
    this.server = server;
    this.connection = connection;
  }

  /** Asks something that is never refused. */
  <T> T read(Function<A, T> call) {
    return connection.callUnrefused(server.circuit()::untilReached, USUAL, call);
  }

  /** Asks for everything that the server keeps. */
  <T> T readAll(Function<A, T> call) {
    return connection.callUnrefused(server.circuit()::untilReached, PATIENT, call);
  }

  /** Asks what needs the metadata service, while a user waits: two seconds at most. */
  <T> T lookUp(Function<A, T> call) {
    return connection.callUnrefused(server.lookups()::once, Timeouts.BRIEF, call);
  }

  /** Asks what needs the metadata service when no user waits. */
  <T> T lookUpPatiently(Function<A, T> call) {
    return connection.callUnrefused(server.lookups()::untilReached, USUAL, call);
  }

  /**
   * Asks something that may be refused.
   *
   * @throws BackendResponseException when it is
   */
  <T> T readRaw(Function<A, T> call) {
    return connection.call(server.circuit()::untilReached, USUAL, call);
  }

  /** Changes something; it is never refused. */
  void write(Consumer<A> call) {
    boolean unused =
        connection.callUnrefused(server.circuit()::once, USUAL, BackendConnection.change(call));
  }

  /** Changes something that may be changed twice; it is never refused. */
  void writeAgain(Consumer<A> call) {
    boolean unused = read(BackendConnection.change(call));
  }

  /**
   * Changes something that may be refused.
   *
   * @throws BackendResponseException when it is
   */
  void writeRaw(Consumer<A> call) {
    boolean unused = connection.call(server.circuit()::once, USUAL, BackendConnection.change(call));
  }

  /**
   * Asks whether the server is well, whatever its circuit says; two seconds at most.
   *
   * @throws BackendUnavailableException when it is not
   */
  <T> T probe(Function<A, T> call) {
    return connection.probe(call);
  }
}
