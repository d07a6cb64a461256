package com.stoganet.proxy.requests;

import com.stoganet.proxy.arrivals.Prospects;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Log;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries requests on: hands over what is approved, and notes what has arrived. */
@ApplicationScoped
public class RequestUpkeep {

  private static final Log LOG = Log.of(RequestUpkeep.class);
  private static final long EVERY_SECONDS = 5;

  private final HandOver handOver;
  private final RequestStore store;
  private final RequestBook book;
  private final Prospects prospects;
  private final Background background;
  private final Settings settings;
  private final AtomicBoolean busy = new AtomicBoolean();

  @Resource private ManagedScheduledExecutorService scheduler;
  private ScheduledFuture<?> schedule;

  /** For the proxies of CDI only. */
  protected RequestUpkeep() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public RequestUpkeep(
      HandOver handOver,
      RequestStore store,
      RequestBook book,
      Prospects prospects,
      Background background,
      Settings settings) {
    this.handOver = handOver;
    this.store = store;
    this.book = book;
    this.prospects = prospects;
    this.background = background;
    this.settings = settings;
  }

  void begin(@Observes @Priority(30) Startup event) {
    if (settings.complete()) {
      schedule =
          scheduler.scheduleWithFixedDelay(
              this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  void end(@Observes Shutdown event) {
    if (schedule != null) {
      schedule.cancel(true);
    }
  }

  /** What was approved just now does not wait for the next round. */
  void soon(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestChanged change) {
    if (change.request().status() == Status.APPROVED) {
      background.execute(this::run);
    }
  }

  private void run() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      handOver.run();
      noteArrivals();
    } catch (ApiException e) {
      LOG.warn("Requests are carried on later: " + e.getMessage());
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      LOG.error("Requests could not be carried on", e);
    } finally {
      busy.set(false);
    }
  }

  void noteArrivals() {
    for (Request request : store.sent()) {
      if (prospects.arrived(request.wish(), request.server())) {
        book.move(request, Status.FULFILLED, "");
      } else if (prospects.dropped(request.wish())) {
        book.move(request, Status.FAILED, Request.REMOVED);
      }
    }
  }
}
