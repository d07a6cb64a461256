package com.stoganet.proxy.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs periodic tasks until the application stops. */
@Service
public class PeriodicTasks {

  @Resource private ManagedScheduledExecutorService scheduler;

  private final List<Future<?>> schedules = new CopyOnWriteArrayList<>();

  /** Runs the task after {@code pause}, and again so long after each run. */
  public void start(PeriodicTask task, Duration pause) {
    start(task, pause, pause);
  }

  /** Runs the task after {@code first}, and again {@code pause} after each run. */
  public void start(PeriodicTask task, Duration first, Duration pause) {
    schedules.add(
        scheduler.scheduleWithFixedDelay(
            task, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  void stop(@Observes Shutdown event) {
    schedules.forEach(schedule -> schedule.cancel(true));
  }
}
