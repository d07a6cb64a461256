package com.stoganet.proxy.events;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All who listen: what they are told, how many there may be, and who ends those that should not.
 */
@Service
public class Listeners {

  /** Proxies in between drop connections on which nothing happens for a minute or half of one. */
  private static final Duration HEARTBEAT = WaitingPeriod.HEARTBEAT.length();

  private static final Log LOG = Log.of(Listeners.class);
  private static final int PER_USER = 10;
  private static final int TOTAL = 500;
  private static final int RETRY_SECONDS = 5;

  private static final int EARLY = 100;

  private final EventSerializer serializer;
  private final CallerResolver callerResolver;
  private final Background background;
  private final EventReplayBuffer buffer = new EventReplayBuffer();
  private final Set<Listener> open = ConcurrentHashMap.newKeySet();

  /**
   * Open Liberty first waits half a minute for connections to end, and only then stops
   * applications; this way the signal that ends the process is heard at once.
   */
  private final Thread atExit = new Thread(this::endAll, "events-at-exit");

  private boolean stopping;

  @Inject
  public Listeners(
      EventSerializer serializer, CallerResolver callerResolver, Background background) {
    this.serializer = serializer;
    this.callerResolver = callerResolver;
    this.background = background;
  }

  /** How many listen. */
  public int count() {
    return open.size();
  }

  /** Whether somebody listens: otherwise nobody needs to find out what is new. */
  public boolean anybody() {
    return !open.isEmpty();
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClientEvent event) {
    try {
      buffer.append(event.type(), serializer.json(event), event.audience());
    } catch (RuntimeException e) {
      // What has happened stays so, even if no client can be told.
      LOG.error("No client is told of " + event.type(), e);
    }
  }

  /**
   * Makes room for one more.
   *
   * @throws ApiException rate_limited when the caller, or everybody together, has too many;
   *     backend_unavailable when the proxy is about to stop
   */
  synchronized Listener enter(Caller caller, ClientAddress from) {
    if (stopping) {
      throw ApiException.unavailable("The proxy is stopping.", null);
    }
    long own = open.stream().filter(other -> other.isOfUser(caller.userId())).count();
    if (own >= PER_USER || open.size() >= TOTAL) {
      throw ApiException.of(
              ErrorCode.RATE_LIMITED, "Too many event streams are open; close another one.")
          .because("too_many_listeners")
          .retryAfter(RETRY_SECONDS);
    }
    Listener listener = new Listener(buffer, caller, () -> known(caller, from), HEARTBEAT);
    open.add(listener);
    return listener;
  }

  /** Asked on another thread: those of listeners have nothing to do with databases. */
  private Caller known(Caller caller, ClientAddress from) {
    return Background.await(
        background.ask(() -> callerResolver.ofSession(caller.sessionId(), caller.userId(), from)));
  }

  void leave(Listener listener) {
    open.remove(listener);
  }

  void ended(@Observes SessionEnded event) {
    open.stream().filter(each -> each.isOf(event.sessionId())).forEach(Listener::end);
  }

  @PostConstruct
  void watchExit() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Goes before streams are waited for. */
  void stop(@Observes @Priority(EARLY) @BeforeDestroyed(ApplicationScoped.class) Object event) {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // It is running already.
    }
  }

  /** They come again, to whoever is there then. */
  private void endAll() {
    synchronized (this) {
      stopping = true;
    }
    open.forEach(Listener::end);
  }
}
