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
 * All listeners: passes events to them, limits their number, and ends them when their session ends
 * or the proxy stops.
 */
@Service
public class Listeners {

  /** Reverse proxies drop connections that are idle for half a minute to a minute. */
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
   * Ends all listeners as soon as the process gets its termination signal, because Open Liberty
   * waits half a minute for open connections before it stops applications.
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

  /** The number of listeners. */
  public int count() {
    return open.size();
  }

  /** Whether a client listens; without one, the proxy need not check for changes. */
  boolean anybody() {
    return !open.isEmpty();
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClientEvent event) {
    try {
      buffer.append(event.type(), serializer.json(event), event.audience());
    } catch (RuntimeException e) {
      // The change itself must not fail because clients cannot be told of it.
      LOG.error("Clients could not be told of " + event.type(), e);
    }
  }

  /**
   * Admits a new listener.
   *
   * @throws ApiException rate_limited when the caller has too many listeners, or all users together
   *     have; backend_unavailable when the proxy is stopping
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

  /**
   * Finds the caller on another thread, because the threads of listeners do not use the database.
   */
  private Caller known(Caller caller, ClientAddress from) {
    return Background.await(background.ask(() -> callerResolver.confirmed(caller, from)));
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

  /** Runs before the proxy waits for streams to end. */
  void stop(@Observes @Priority(EARLY) @BeforeDestroyed(ApplicationScoped.class) Object event) {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The shutdown hook is running already.
    }
  }

  /**
   * Ends all listeners; their clients reconnect to another proxy, or to this one after its restart.
   */
  private void endAll() {
    synchronized (this) {
      stopping = true;
    }
    open.forEach(Listener::end);
  }
}
