package com.stoganet.proxy.requests;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.media.TitlesChanged;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.PeriodicTask;
import com.stoganet.proxy.shared.PeriodicTasks;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Processes requests: hands over approved ones, and closes those whose titles have arrived. */
@Service
public class RequestProcessing {

  private final RequestDispatcher dispatcher;
  private final RequestStore store;
  private final RequestLedger ledger;
  private final RequestFulfilment fulfilment;
  private final Background background;
  private final Settings settings;
  private final PeriodicTasks tasks;
  private final PeriodicTask task = new PeriodicTask("Processing requests", this::carryOn);

  @Inject
  public RequestProcessing(
      RequestDispatcher dispatcher,
      RequestStore store,
      RequestLedger ledger,
      RequestFulfilment fulfilment,
      Background background,
      Settings settings,
      PeriodicTasks tasks) {
    this.dispatcher = dispatcher;
    this.store = store;
    this.ledger = ledger;
    this.fulfilment = fulfilment;
    this.background = background;
    this.settings = settings;
    this.tasks = tasks;
  }

  void begin(@Observes @Priority(30) Startup event) {
    if (settings.complete()) {
      tasks.start(task, WaitingPeriod.REQUEST_ROUND.length());
    }
  }

  /** Hands over a request that was approved just now, without waiting for the next round. */
  void soon(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestChanged change) {
    if (change.request().status() == Status.APPROVED) {
      background.execute(task);
    }
  }

  /** Titles came to the library: requests for them may be fulfilled. */
  void arrived(@Observes TitlesChanged change) {
    background.execute(task);
  }

  private void carryOn() {
    dispatcher.run();
    recordOutcomes();
  }

  void recordOutcomes() {
    for (Request request : store.sent()) {
      if (fulfilment.arrived(request.scope(), request.server())) {
        ledger.move(request, Status.FULFILLED, "");
      } else if (fulfilment.dropped(request.scope(), request.server())) {
        ledger.move(request, Status.FAILED, Request.REMOVED);
      }
    }
  }
}
