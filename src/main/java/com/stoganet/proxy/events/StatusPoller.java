package com.stoganet.proxy.events;

import com.stoganet.proxy.availability.OpenRequests;
import com.stoganet.proxy.availability.WebhookNotifications;
import com.stoganet.proxy.config.Settings;
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
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at what is on its way: every two seconds while somebody listens, twice a minute while a
 * request is open, and not at all otherwise.
 */
@ApplicationScoped
public class StatusPoller {

  private static final Log LOG = Log.of(StatusPoller.class);
  private static final long EVERY_SECONDS = 2;
  private static final int SLOWLY = 15;

  private final StatusChangeDetector detector;
  private final Listeners listeners;
  private final OpenRequests requests;
  private final Background background;
  private final Settings settings;
  private final AtomicBoolean busy = new AtomicBoolean();
  private int skipped;

  @Resource private ManagedScheduledExecutorService scheduler;
  private ScheduledFuture<?> schedule;

  /** For the proxies of CDI only. */
  protected StatusPoller() {
    this(null, null, null, null, null);
  }

  @Inject
  public StatusPoller(
      StatusChangeDetector detector,
      Listeners listeners,
      OpenRequests requests,
      Background background,
      Settings settings) {
    this.detector = detector;
    this.listeners = listeners;
    this.requests = requests;
    this.background = background;
    this.settings = settings;
  }

  void begin(@Observes @Priority(30) Startup event) {
    if (settings.complete() && !settings.backends().arrs().isEmpty()) {
      schedule =
          scheduler.scheduleWithFixedDelay(
              this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  void end(@Observes Shutdown event) {
    if (schedule != null) {
      schedule.cancel(true);
    }
  }

  void hinted(@Observes WebhookNotifications.Hinted hint) {
    background.execute(this::look);
  }

  private void round() {
    if (listeners.anybody() || (++skipped >= SLOWLY && somethingIsOpen())) {
      look();
    } else if (skipped >= SLOWLY) {
      skipped = 0;
      detector.forget();
    }
  }

  private boolean somethingIsOpen() {
    return !requests.all().isEmpty();
  }

  private void look() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      skipped = 0;
      detector.look();
    } catch (ApiException e) {
      LOG.debug("What is on its way is looked at later");
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      LOG.error("What is on its way could not be looked at", e);
    } finally {
      busy.set(false);
    }
  }
}
