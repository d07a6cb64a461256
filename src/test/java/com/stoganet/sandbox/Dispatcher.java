package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Takes every request through recording, bad behaviour, routing and authorisation. */
final class Dispatcher implements HttpHandler {
  private final ServerState server;
  private final Routes routes;
  private final RequestLog log;
  private final Authentication authentication;
  private volatile Behaviour behaviour = Behaviour.normal();

  Dispatcher(ServerState server, Routes routes, RequestLog log) {
    this.server = server;
    this.routes = routes;
    this.log = log;
    this.authentication = new Authentication(server);
  }

  void behave(Behaviour next) {
    behaviour = next;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    RecordedRequest request = RecordedRequest.of(http);
    log.add(request);
    new Watching(server).stopSilent();
    Behaviour now = behaviour.at(request).in(server.version);
    Caller caller = authentication.caller(request);
    long limit = now.kind() == Behaviour.Kind.CUTTING ? now.bytes() : -1;
    Call plain = new Call(http, server, request, caller, Map.of(), limit);
    plain.header("X-Response-Time-ms", "0.7202");
    if (server.v12()) {
      plain.header("Content-Language", "en-US");
    }
    try {
      if (!server.pause(now.delayOf(request)) || FailureAnswers.answer(plain, now)) {
        return;
      }
      Routes.Match match = routes.find(request.method(), request.path());
      Authentication.check(caller, match.route().access());
      if (now.kind() == Behaviour.Kind.LOADING && FailureAnswers.stillLoading(plain)) {
        return;
      }
      match.route().to().handle(new Call(http, server, request, caller, match.values(), limit));
    } catch (Refusal refusal) {
      plain.refuse(refusal);
    } catch (RuntimeException bug) {
      plain.text(500, "text/plain", "Error processing request.");
    }
  }
}
