package com.stoganet.sandbox.qbittorrent;

import com.stoganet.sandbox.HttpFront;
import com.stoganet.sandbox.RecordedRequest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A server on the loopback interface that lets in, refuses and bans as qBittorrent does, and holds
 * invented torrents.
 */
public final class SandboxQbittorrent implements AutoCloseable {

  public static final String USERNAME = "admin";

  /** With what a form must encode. */
  public static final String PASSWORD = "p+ä s%&=";

  public static final String API_KEY = "qbt_0123456789abcdefghijklmnopqr";

  private final LoginGuard guard = new LoginGuard(USERNAME, PASSWORD);
  private final Map<String, SandboxTorrent> torrents = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final HttpFront front = new HttpFront(this::handle);
  private volatile QbittorrentVersion version;
  private volatile Script script;
  private volatile int ownPort;
  private volatile boolean open;

  /** The answer to everything. */
  private record Script(int status, String text) {}

  private SandboxQbittorrent(QbittorrentVersion version) {
    this.version = version;
  }

  public static SandboxQbittorrent start(QbittorrentVersion version) {
    SandboxQbittorrent server = new SandboxQbittorrent(version);
    try {
      server.front.open(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + front.port());
  }

  /** Switches the version that is imitated; an upgrade also ends all sessions. */
  public void become(QbittorrentVersion other) {
    version = other;
  }

  /** Adds one, or replaces the one with the same hash. */
  public void put(SandboxTorrent torrent) {
    torrents.put(torrent.hash(), torrent);
  }

  /** Changes one that is there. */
  public void change(String hash, UnaryOperator<SandboxTorrent> change) {
    torrents.computeIfPresent(hash.toLowerCase(Locale.ROOT), (key, old) -> change.apply(old));
  }

  /** Somebody deletes it. */
  public void remove(String hash) {
    torrents.remove(hash.toLowerCase(Locale.ROOT));
  }

  public SandboxTorrent torrent(String hash) {
    return torrents.get(hash.toLowerCase(Locale.ROOT));
  }

  /** A container publishes its port under another number: it expects its own one. */
  public void listensOn(int port) {
    ownPort = port;
  }

  /** It needs no login from this address, and gives no cookie. */
  public void needsNoLogin() {
    open = true;
  }

  public void expireSessions() {
    guard.endAll();
  }

  /** Whether logins lead to sessions that count; otherwise they are over at once. */
  public void keepSessions(boolean keep) {
    guard.open(keep);
  }

  /** Whether an administrator has set another password by mistake. */
  public void mistake(boolean mistaken) {
    guard.mistake(mistaken);
  }

  /** As after five refused passwords. */
  public void ban() {
    guard.ban();
  }

  public void liftBan() {
    guard.liftBan();
  }

  /** How often somebody tried to log in. */
  public int logins() {
    return guard.logins();
  }

  /** How many refused passwords count towards the ban. */
  public int failures() {
    return guard.failures();
  }

  /** Answers everything like this from now on. */
  public void answerAlways(int status, String text) {
    script = new Script(status, text);
  }

  /** Everything that was asked, in the order of arrival. */
  public List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
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
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    front.shutDown();
  }

  private void handle(HttpExchange http) throws IOException {
    try (WebRequest request = WebRequest.of(http)) {
      synchronized (requests) {
        requests.add(request.recorded());
      }
      Script always = script;
      if (always != null) {
        request.answer(always.status(), always.text());
      } else {
        int port = ownPort == 0 ? front.port() : ownPort;
        new WebInterface(version, port, open, guard, torrents).answer(request);
      }
    }
  }
}
