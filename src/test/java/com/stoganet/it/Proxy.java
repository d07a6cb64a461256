package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.Ports;
import com.stoganet.launch.PostgresServer;
import com.stoganet.launch.ProxyServer;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The proxy under test, in front of sandboxes of all its backends in this process. */
final class Proxy implements AutoCloseable {

  static final Duration START_PATIENCE = Duration.ofMinutes(3);

  /** Which Jellyfin the suite runs against: the system property it.jellyfin. */
  static final JellyfinVersion JELLYFIN =
      JellyfinVersion.valueOf("V" + System.getProperty("it.jellyfin", "12").replace('.', '_'));

  /** Where a web page comes from whose scripts may read answers. */
  static final String WEB_PAGE = "http://127.0.0.1:" + Ports.free();

  static final String WEBHOOK_SECRET = "webhook-webhook-webhook";

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private static volatile Proxy running;

  private final SandboxJellyfin jellyfin;
  private final Arrs arrs;
  private final PostgresServer postgres;
  private final ProxyServer server;
  private final Map<String, String> settings;
  private final int port;

  private Proxy(
      SandboxJellyfin jellyfin,
      Arrs arrs,
      PostgresServer postgres,
      ProxyServer server,
      Map<String, String> settings,
      int port) {
    this.jellyfin = jellyfin;
    this.arrs = arrs;
    this.postgres = postgres;
    this.server = server;
    this.settings = settings;
    this.port = port;
  }

  /** The proxy that all black-box tests of this process share; started when it is not running. */
  static synchronized Proxy running() {
    if (running == null) {
      running = start();
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "proxy-at-exit"));
    }
    return running;
  }

  private static Proxy start() {
    SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(JELLYFIN));
    int port = Ports.free();
    Map<String, String> settings =
        Settings.hurried(Settings.of(jellyfin, port, freshDatabase("black-box")));
    settings.put("CORS_ORIGINS", WEB_PAGE + ",https://app.example.org");
    settings.put("METRICS_PUBLIC", "true");
    settings.put("WEBHOOK_SECRET", WEBHOOK_SECRET);
    // Of the adults; children need an approval.
    settings.put("REQUESTS_USERS", "auto");
    Arrs arrs = Arrs.start();
    settings = arrs.added(settings);
    if ("ES256".equals(System.getProperty("it.algorithm"))) {
      settings = Settings.withKeyPair(settings);
    }
    PostgresServer postgres = null;
    if ("postgresql".equals(System.getProperty("it.database"))) {
      postgres = PostgresServer.start();
      settings = Settings.onPostgres(settings, postgres);
    }
    ProxyServer server = ServerUnderTest.current().start(settings);
    Proxy proxy = new Proxy(jellyfin, arrs, postgres, server, settings, port);
    try {
      if (!Readiness.await(server, port, START_PATIENCE)) {
        String output = server.output();
        proxy.close();
        throw new IllegalStateException("The proxy did not become ready:\n" + output);
      }
    } catch (InterruptedException e) {
      proxy.close();
      throw new IllegalStateException(e);
    }
    return proxy;
  }

  static Path freshDatabase(String name) {
    try {
      Path home = Files.createDirectories(Path.of("target", "it"));
      return Files.createTempDirectory(home, name).resolve("proxy.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SandboxJellyfin jellyfin() {
    return running.jellyfin;
  }

  static Arrs arrs() {
    return running.arrs;
  }

  /** The database server; empty when there is a file instead. */
  static Optional<PostgresServer> postgres() {
    return Optional.ofNullable(running.postgres);
  }

  /** What the server has logged so far. */
  static String log() {
    return running.server.output();
  }

  /** Every file the server has logged to. */
  static List<Path> logs() {
    return running.server.logs();
  }

  static String setting(String name) {
    return running.settings.get(name);
  }

  /** From an address of its own each time, since one address may not try for ever. */
  static Response login(String name, String password) {
    return given()
        .header("X-Forwarded-For", anotherAddress())
        .contentType(ContentType.JSON)
        .body(Map.of("username", name, "password", password, "device_label", "Test"))
        .post("/auth/login");
  }

  /** An address that nobody came from before. */
  static String anotherAddress() {
    int number = ADDRESSES.incrementAndGet();
    return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
  }

  /** A new access token of a user whose password is the name. */
  static String token(String user) {
    return login(user, user).then().statusCode(200).extract().path("access_token");
  }

  /** A request of a user who just signed in. */
  static RequestSpecification as(String user) {
    return withToken(token(user));
  }

  static RequestSpecification withToken(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  /** Waits until the circuit to Jellyfin is closed again. */
  static void awaitRecovery() {
    await()
        .atMost(START_PATIENCE)
        .until(
            () ->
                login("demo", "demo").statusCode() == 200
                    && as("demo").get("/library/jf:" + Titles.MOVIE).statusCode() == 200);
  }

  int port() {
    return port;
  }

  static int currentPort() {
    return running.port;
  }

  @Override
  public void close() {
    server.close();
    jellyfin.close();
    arrs.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
