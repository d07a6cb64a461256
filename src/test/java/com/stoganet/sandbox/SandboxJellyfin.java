package com.stoganet.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server on the loopback interface that behaves like Jellyfin, as strictly as the real one.
 *
 * <p>It holds invented titles, the users demo, kid, admin and former (passwords equal the names),
 * remembers what it is asked, and can be made slow, broken or absent.
 */
public final class SandboxJellyfin implements AutoCloseable {

  /** How to start. */
  public record Options(int port, JellyfinVersion version, String apiKey, int movies, int series) {

    /** Any free port, version 12, a fixed API key, and only the sample titles. */
    public static Options defaults() {
      return new Options(0, JellyfinVersion.V12, "5a4db0c1e8f94d0c9b7a6f5e4d3c2b1a", 0, 0);
    }

    public Options port(int value) {
      return new Options(value, version, apiKey, movies, series);
    }

    public Options version(JellyfinVersion value) {
      return new Options(port, value, apiKey, movies, series);
    }

    public Options apiKey(String value) {
      return new Options(port, version, value, movies, series);
    }

    /** So many invented titles besides the sample ones, each time the same. */
    public Options titles(int movieCount, int seriesCount) {
      return new Options(port, version, apiKey, movieCount, seriesCount);
    }
  }

  private final ServerState state;
  private final RequestLog log = new RequestLog(Violations::of);
  private final Dispatcher dispatcher;
  private final HttpFront front;
  private final AtomicBoolean troubled = new AtomicBoolean();
  private volatile SandboxJellyfin answering = this;

  private SandboxJellyfin(Options options) {
    state = new ServerState(options);
    dispatcher = new Dispatcher(state, Endpoints.of(state), log);
    front = new HttpFront(http -> answering.dispatcher.handle(http));
  }

  /** Starts a server; a taken port is an {@link UncheckedIOException}. */
  public static SandboxJellyfin start(Options options) {
    SandboxJellyfin jellyfin = new SandboxJellyfin(options);
    try {
      jellyfin.front.open(options.port());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + options.port(), e);
    }
    return jellyfin;
  }

  /**
   * Starts a server that is not the one of the others: with an id of its own, and without its
   * start-up wizard finished it has no users either.
   */
  public static SandboxJellyfin startAnother(Options options, boolean setUp) {
    SandboxJellyfin jellyfin = start(options);
    jellyfin.state.serverId = Guid.random();
    jellyfin.state.setUp = setUp;
    if (!setUp) {
      jellyfin.state.accounts.all().forEach(jellyfin.state.accounts::remove);
    }
    return jellyfin;
  }

  public static void main(String[] arguments) {
    System.exit(CommandLine.run(arguments));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return front.port();
  }

  public String apiKey() {
    return state.apiKey;
  }

  /** Switches the version that is imitated, as an upgrade would. */
  public void become(JellyfinVersion version) {
    state.version = version;
  }

  /** Whether the proxy is one of Jellyfin's known proxies. */
  public void knowsProxy(boolean known) {
    state.knowsProxy = known;
  }

  /** Applies to the requests that follow. */
  public void behave(Behaviour behaviour) {
    troubled.set(troubled.get() || behaviour.kind() != Behaviour.Kind.NORMAL);
    dispatcher.behave(behaviour);
  }

  /** Whether it was made to fail since this was asked last. */
  public boolean wasTroubled() {
    return troubled.getAndSet(false);
  }

  /** Lets another server answer at this address, as when a volume was not mounted; or this one. */
  public void answerAs(SandboxJellyfin server) {
    troubled.set(troubled.get() || server != this);
    answering = server;
  }

  /** What the server calls itself. */
  public String serverId() {
    return state.serverId;
  }

  /** Lets time pass for the players that are watched; sessions that are silent come to an end. */
  public void passTime(Duration time) {
    state.clock.pass(time);
  }

  /** Ends what {@link #passTime} began: it is as late as on the clock of the machine. */
  public void resetTime() {
    state.clock.reset();
  }

  /** Breaks all connections and refuses new ones. */
  public void goDown() {
    troubled.set(true);
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

  /** What of it a well-behaved client of a current Jellyfin would never have sent. */
  public List<String> violations() {
    return log.violations();
  }

  /** How many files are being sent at this moment. */
  public int sendingFiles() {
    return state.sending.open();
  }

  /** How many bytes of files were sent since the start. */
  public long sentBytes() {
    return state.sending.bytes();
  }

  /** Forgets requests and violations. */
  public void clearRequests() {
    log.clear();
  }

  public Library library() {
    return state.library;
  }

  /** The users, and what they have done. */
  public Users users() {
    return new Users(state);
  }

  public void revokeAllTokens() {
    state.tokens.revoke(device -> true);
  }

  /** As an administrator does; Jellyfin: disabling revokes all tokens of the user. */
  public void setDisabled(String userName, boolean disabled) {
    Account account = state.accounts.named(userName).disabled(disabled);
    if (disabled) {
      state.tokens.revoke(device -> device.account() == account);
    }
  }

  /** The DeviceId of the user's newest token that is still valid. */
  public Optional<String> lastDeviceIdOf(String userName) {
    return state.tokens.latestOf(state.accounts.named(userName)).map(DeviceToken::deviceId);
  }

  /** The user's newest token that is still valid. */
  public Optional<String> lastTokenOf(String userName) {
    return state.tokens.latestOf(state.accounts.named(userName)).map(DeviceToken::token);
  }

  @Override
  public void close() {
    state.close();
    front.shutDown();
  }
}
