package com.stoganet.proxy.events;

import com.stoganet.proxy.availability.OpenRequests;
import com.stoganet.proxy.availability.WebhookNotifications;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.PeriodicTask;
import com.stoganet.proxy.shared.PeriodicTasks;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Checks for changes: every two seconds while a client listens, twice a minute while a request is
 * open, and not at all otherwise.
 */
@Service
public class StatusPoller {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int SLOWLY = 15;

  private final StatusChangeDetector detector;
  private final Listeners listeners;
  private final OpenRequests requests;
  private final Background background;
  private final Settings settings;
  private final PeriodicTasks tasks;
  private final PeriodicTask task = new PeriodicTask("Checking downloads", this::round);
  private volatile boolean changed;
  private int skipped;

  @Inject
  public StatusPoller(
      StatusChangeDetector detector,
      Listeners listeners,
      OpenRequests requests,
      Background background,
      Settings settings,
      PeriodicTasks tasks) {
    this.detector = detector;
    this.listeners = listeners;
    this.requests = requests;
    this.background = background;
    this.settings = settings;
    this.tasks = tasks;
  }

  void begin(@Observes @Priority(30) Startup event) {
    if (settings.complete() && !settings.backends().arrs().isEmpty()) {
      tasks.start(task, PAUSE);
    }
  }

  void changed(@Observes WebhookNotifications.ServerChanged change) {
    changed = true;
    background.execute(task);
  }

  private void round() {
    if (changed || listeners.anybody() || (++skipped >= SLOWLY && somethingIsOpen())) {
      changed = false;
      skipped = 0;
      detector.look();
    } else if (skipped >= SLOWLY) {
      skipped = 0;
      detector.forget();
    }
  }

  private boolean somethingIsOpen() {
    return !requests.all().isEmpty();
  }
}
