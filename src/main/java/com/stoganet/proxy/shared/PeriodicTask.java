package com.stoganet.proxy.shared;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that is repeated: never twice at a time, and no failure keeps it from the next run.
 *
 * <p>{@link PeriodicTasks} runs it regularly; a class that has work for it runs it at once.
 */
public final class PeriodicTask implements Runnable {

  private static final Log LOG = Log.of(PeriodicTask.class);

  private final String name;
  private final Runnable work;
  private final AtomicBoolean running = new AtomicBoolean();
  private boolean failing;

  /**
   * A task that does not run by itself.
   *
   * @param name what the log calls it, such as "Cleaning up sessions"
   */
  public PeriodicTask(String name, Runnable work) {
    this.name = name;
    this.work = work;
  }

  /** Does the work once; nothing when it is being done already. */
  @Override
  public void run() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      work.run();
      failing = false;
    } catch (ApiException e) {
      tell(e);
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      LOG.error(name + " failed", e);
    } finally {
      running.set(false);
    }
  }

  /** An outage is told once, not at every run. */
  private void tell(ApiException outage) {
    if (!failing) {
      LOG.warn(name + " failed and is tried again: " + outage.getMessage());
    }
    failing = true;
  }
}
