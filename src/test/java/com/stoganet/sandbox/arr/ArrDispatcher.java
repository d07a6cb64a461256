package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Refusal;
import com.stoganet.sandbox.RequestLog;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes every request through recording, bad behaviour, authentication and routing. */
final class ArrDispatcher implements HttpHandler {
  private final ArrState state;
  private final ArrRoutes routes;
  private final RequestLog log;
  private volatile Behaviour behaviour = Behaviour.normal();

  ArrDispatcher(ArrState state, ArrRoutes routes, RequestLog log) {
    this.state = state;
    this.routes = routes;
    this.log = log;
  }

  void behave(Behaviour next) {
    behaviour = next;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    RecordedRequest request = RecordedRequest.of(http);
    log.add(request);
    Behaviour now = behaviour.at(request);
    long limit = now.kind() == Behaviour.Kind.CUTTING ? now.bytes() : -1;
    ArrCall plain = new ArrCall(http, request, Map.of(), limit);
    try {
      if (state.pauses.pause(now.delay()) && !misbehaved(plain, now)) {
        answer(plain, limit);
      }
    } catch (Refusal refusal) {
      plain.text(refusal.status(), refusal.contentType(), refusal.body());
    } catch (RuntimeException bug) {
      Refusal error = ArrErrors.of(500, bug.getClass().getName(), String.valueOf(bug.getMessage()));
      plain.text(500, error.contentType(), error.body());
    }
  }

  private void answer(ArrCall plain, long limit) throws IOException {
    RecordedRequest request = plain.request();
    if (!request.path().startsWith(state.urlBase)) {
      // Both: what comes without the URL base is sent there.
      String query = request.query() == null ? "" : "?" + request.query();
      plain.header("Location", state.urlBase + request.path() + query);
      plain.empty(307);
      return;
    }
    String path = request.path().substring(state.urlBase.length());
    if (!path.equals("/ping")) {
      authenticate(plain);
    }
    ArrRoutes.Match match = routes.find(request.method(), path);
    readable(request);
    ArrCall call = new ArrCall(plain.http(), request, match.values(), limit);
    String body;
    synchronized (state) {
      body = Dto.json(match.route().action().answer(call));
    }
    call.text(match.route().status(), Dto.CONTENT_TYPE, body);
  }

  /** Both: the query first, then the header, then a bearer token; without a body when wrong. */
  private void authenticate(ArrCall call) {
    Optional<String> key =
        call.query()
            .text("apikey")
            .or(() -> call.request().header("X-Api-Key"))
            .or(() -> call.request().header("Authorization").map(ArrDispatcher::bearer));
    if (!key.equals(Optional.of(state.apiKey))) {
      throw Refusal.empty(401);
    }
  }

  private static String bearer(String header) {
    return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
  }

  /** ASP.NET: what is not JSON by its type is not read at all. */
  private static void readable(RecordedRequest request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!request.body().isEmpty() && !type.contains("json")) {
      throw Refusal.problem(415);
    }
  }

  private static boolean misbehaved(ArrCall call, Behaviour now) throws IOException {
    switch (now.kind()) {
      case FAILING -> {
        throw ArrErrors.of(now.status(), "System.InvalidOperationException", "Something broke");
      }
      case REFUSING, BLOCKED -> call.empty(now.kind() == Behaviour.Kind.BLOCKED ? 503 : 401);
      case SCRIPTED -> now.script().handle(call.http());
      case NORMAL, SLOW, CUTTING -> {
        return false;
      }
      default -> throw new IllegalStateException(now.kind() + " is a habit of Jellyfin");
    }
    return true;
  }
}
