package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpHandler;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** How the server treats the requests that follow: well, or badly in one particular way. */
public record Behaviour(
    Kind kind,
    Duration delay,
    int status,
    long bytes,
    Predicate<RecordedRequest> requests,
    HttpHandler script) {

  /** Well, or in which way badly. */
  public enum Kind {
    NORMAL,
    SLOW,
    FAILING,
    STARTING,
    BOOTING,
    LOADING,
    UNREADY,
    BLOCKED,
    REFUSING,
    CUTTING,
    REDIRECTING,
    SCRIPTED
  }

  public static Behaviour normal() {
    return of(Kind.NORMAL);
  }

  /** Every request waits this long before anything happens. */
  public static Behaviour slow(Duration perRequest) {
    return new Behaviour(Kind.SLOW, perRequest, 0, -1, null, null);
  }

  /** Every request fails with this status and the fixed text of Jellyfin's exceptions. */
  public static Behaviour failing(int status) {
    return new Behaviour(Kind.FAILING, Duration.ZERO, status, -1, null, null);
  }

  /**
   * The set-up server is up, migrations are running: 503 with {@code Retry-After: 005}, and what
   * the server says about itself takes three seconds.
   */
  public static Behaviour starting() {
    return starting(Duration.ofSeconds(3));
  }

  /** The same; says nothing about itself before {@code silence} is over. */
  public static Behaviour starting(Duration silence) {
    return new Behaviour(Kind.STARTING, silence, 0, -1, null, null);
  }

  /**
   * The main server listens, but does not work yet: it describes itself in camelCase, as if it were
   * not set up, and answers the ping.
   */
  public static Behaviour booting() {
    return of(Kind.BOOTING);
  }

  /** The main server is up but not ready: 503 without {@code Retry-After}, after authorisation. */
  public static Behaviour loading() {
    return of(Kind.LOADING);
  }

  /** The IP filter refuses the caller: an empty 503, for good. */
  public static Behaviour blocked() {
    return of(Kind.BLOCKED);
  }

  /** Every token is refused as if it were dead. */
  public static Behaviour unauthorized() {
    return new Behaviour(Kind.REFUSING, Duration.ZERO, 401, -1, null, null);
  }

  /** The connection breaks after so many bytes of each body. */
  public static Behaviour cuttingBodiesAfter(long bytes) {
    return new Behaviour(Kind.CUTTING, Duration.ZERO, 0, bytes, null, null);
  }

  /** The base path is missing: everything is redirected to the web client. */
  public static Behaviour redirecting() {
    return of(Kind.REDIRECTING);
  }

  /** Every request waits until the server is closed. */
  public static Behaviour hanging() {
    return slow(Duration.ofDays(1));
  }

  /** Something else answers in its place: a page where JSON is expected. */
  public static Behaviour nonsense() {
    byte[] page = "<html><body>It works!</body></html>".getBytes(StandardCharsets.UTF_8);
    return scripted(
        http -> {
          http.getResponseHeaders().set("Content-Type", "text/html");
          http.sendResponseHeaders(200, page.length);
          try (OutputStream out = http.getResponseBody()) {
            out.write(page);
          }
        });
  }

  /** Answers whatever the script does, which must end the exchange itself. */
  public static Behaviour scripted(HttpHandler script) {
    return new Behaviour(Kind.SCRIPTED, Duration.ZERO, 0, -1, null, script);
  }

  /** The same, but only for requests whose raw path is accepted. */
  public Behaviour onlyFor(Predicate<String> path) {
    return onlyWhen(request -> path.test(request.path()));
  }

  /** The same, but only for requests that are accepted, whatever of them one looks at. */
  public Behaviour onlyWhen(Predicate<RecordedRequest> request) {
    return new Behaviour(kind, delay, status, bytes, request, script);
  }

  public Behaviour at(RecordedRequest request) {
    return requests == null || requests.test(request) ? this : normal();
  }

  /** How long this request waits before anything happens. */
  Duration delayOf(RecordedRequest request) {
    boolean waits = kind != Kind.STARTING || request.path().equalsIgnoreCase("/System/Info/Public");
    return waits ? delay : Duration.ZERO;
  }

  /** Jellyfin 10.10 has no set-up server: all the time that it starts every path is a 503. */
  Behaviour in(JellyfinVersion version) {
    boolean starts = kind == Kind.STARTING || kind == Kind.BOOTING || kind == Kind.LOADING;
    return starts && version == JellyfinVersion.V10_10 ? of(Kind.UNREADY) : this;
  }

  private static Behaviour of(Kind kind) {
    return new Behaviour(kind, Duration.ZERO, 0, -1, null, null);
  }
}
