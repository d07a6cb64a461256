package com.stoganet.sandbox.seerr;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on the loopback interface that takes requests like Seerr 3, as strictly as the real one.
 *
 * <p>Its first user is the owner, who belongs to nobody at Jellyfin. It can be made slow, broken or
 * absent, and remembers who asked for what.
 */
public final class SandboxSeerr implements AutoCloseable {

  public static final int ADMIN = 2;
  public static final int REQUEST = 32;
  public static final int AUTO_APPROVE = 128;
  public static final int REQUEST_MOVIE = 262_144;
  public static final int REQUEST_TV = 524_288;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final SeerrRules desk = new SeerrRules();
  private final SeerrHandler handler = new SeerrHandler(desk);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sandbox-seerr");
            thread.setDaemon(true);
            return thread;
          });
  private HttpServer http;
  private int port;

  private SandboxSeerr(int port) {
    this.port = port;
  }

  /** On any free port. */
  public static SandboxSeerr start() {
    return start(0);
  }

  /** A taken port is an {@link UncheckedIOException}. */
  public static SandboxSeerr start(int port) {
    SandboxSeerr seerr = new SandboxSeerr(port);
    seerr.comeBack();
    return seerr;
  }

  /** What SEERR_URL is set to. */
  public synchronized URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What SEERR_API_KEY is set to. */
  public String apiKey() {
    return handler.apiKey();
  }

  /** As the owner does in the settings. */
  public void changeKey(String key) {
    handler.changeKey(key);
  }

  /** A user who was imported from Jellyfin; gives the number at Seerr. */
  public int addUser(String jellyfinUserId, int permissions) {
    return desk.addUser(jellyfinUserId, permissions);
  }

  public void removeUser(int number) {
    desk.removeUser(number);
  }

  /** How many movies and seasons the user may ask for; 0 is no limit. */
  public void quota(int user, int movies, int seasons) {
    desk.quota(user, movies, seasons);
  }

  public void addMovie(long tmdb) {
    desk.addMovie(tmdb);
  }

  /** With the seasons from 1 on, and specials. */
  public void addSeries(long tmdb, int seasons) {
    desk.addSeries(tmdb, seasons);
  }

  /** Sets the status of a title, in Seerr's numbers; 6 is blocklisted. */
  public void status(String kind, long tmdb, int status) {
    desk.status(kind, tmdb, status);
  }

  /** Everything that was asked for and taken, in order. */
  public List<SeerrRequest> asked() {
    return desk.asked();
  }

  /** What came, such as {@code GET /api/v1/status}, in order. */
  public List<String> calls() {
    return handler.calls();
  }

  /** What a well-behaved client would never have sent. */
  public List<String> violations() {
    return handler.violations();
  }

  /** Every request fails with this status and no sense; 0 ends that. */
  public void failWith(int status) {
    handler.failWith(status);
  }

  /** Every request gets this text with status 200; null ends that. */
  public void answerWith(String text) {
    handler.answerWith(text);
  }

  /** Every request waits this long. */
  public void delay(Duration delay) {
    handler.delay(delay);
  }

  /** Breaks all connections and refuses new ones. */
  public synchronized void goDown() {
    if (http != null) {
      http.stop(0);
      http = null;
    }
  }

  /** Listens again, on the same port. */
  public synchronized void comeBack() {
    if (http != null) {
      return;
    }
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
    port = http.getAddress().getPort();
    http.createContext("/", handler);
    http.setExecutor(threads);
    http.start();
  }

  @Override
  public void close() {
    handler.close();
    goDown();
    threads.shutdownNow();
  }
}
