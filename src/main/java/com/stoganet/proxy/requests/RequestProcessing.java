package com.stoganet.proxy.requests;

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
public class RequestProcessing {

  private static final Log LOG = Log.of(RequestProcessing.class);
  private static final long EVERY_SECONDS = 5;

  private final RequestDispatcher dispatcher;
  private final RequestStore store;
  private final RequestLedger ledger;
  private final RequestFulfilment fulfilment;
  private final Background background;
  private final Settings settings;
  private final AtomicBoolean busy = new AtomicBoolean();

  @Resource private ManagedScheduledExecutorService scheduler;
  private ScheduledFuture<?> schedule;

  /** For the proxies of CDI only. */
  protected RequestProcessing() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public RequestProcessing(
      RequestDispatcher dispatcher,
      RequestStore store,
      RequestLedger ledger,
      RequestFulfilment fulfilment,
      Background background,
      Settings settings) {
    this.dispatcher = dispatcher;
    this.store = store;
    this.ledger = ledger;
    this.fulfilment = fulfilment;
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
      dispatcher.run();
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
      if (fulfilment.arrived(request.scope(), request.server())) {
        ledger.move(request, Status.FULFILLED, "");
      } else if (fulfilment.dropped(request.scope())) {
        ledger.move(request, Status.FAILED, Request.REMOVED);
      }
    }
  }
}
