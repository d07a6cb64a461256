package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.HttpFront;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.RequestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** Starting, stopping, behaving badly, and what was asked. */
abstract class ArrServer implements AutoCloseable {
  final ArrState state;
  private final RequestLog log;
  private final ArrDispatcher dispatcher;
  private final HttpFront front;

  ArrServer(ArrState state, ArrRoutes routes) {
    this.state = state;
    this.log = new RequestLog(new ArrViolations(routes, state.urlBase)::of);
    this.dispatcher = new ArrDispatcher(state, routes, log);
    this.front = new HttpFront(dispatcher);
  }

  /** Listens; a taken port is an {@link UncheckedIOException}. */
  void open(int port) {
    try {
      front.open(port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }

  /** What a client is configured with, with the URL base. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port() + state.urlBase);
  }

  public int port() {
    return front.port();
  }

  public String apiKey() {
    return state.apiKey;
  }

  /** Applies to the requests that follow. */
  public void behave(Behaviour behaviour) {
    dispatcher.behave(behaviour);
  }

  /** Breaks all connections and refuses new ones. */
  public void goDown() {
    front.close();
  }

  /** Listens again, on the same port. */
  public void comeBack() {
    try {
      front.reopen();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen again", e);
    }
  }

  /** Everything asked since the last {@link #clearRequests()}, in the order of arrival. */
  public List<RecordedRequest> requests() {
    return log.requests();
  }

  /** What of it a well-behaved client would never have sent. */
  public List<String> violations() {
    return log.violations();
  }

  /** Forgets requests and violations. */
  public void clearRequests() {
    log.clear();
  }

  @Override
  public void close() {
    state.pauses.close();
    front.shutDown();
  }
}
