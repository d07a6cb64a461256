package com.stoganet.proxy.events;

import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.auth.SessionStarted;
import com.stoganet.proxy.media.TitlesChanged;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Predicate;

/** What clients are told of the proxy itself: who comes and goes, and that titles have changed. */
@ApplicationScoped
public class OwnHappenings {

  private final Event<Happening> happenings;

  /** For the proxies of CDI only. */
  protected OwnHappenings() {
    this(null);
  }

  @Inject
  public OwnHappenings(Event<Happening> happenings) {
    this.happenings = happenings;
  }

  void started(@Observes SessionStarted event) {
    happenings.fire(
        new Happening("session_started", event, otherDevices(event.userId(), event.sessionId())));
  }

  void ended(@Observes SessionEnded event) {
    happenings.fire(
        new Happening("session_ended", event, otherDevices(event.userId(), event.sessionId())));
  }

  void changed(@Observes TitlesChanged event) {
    happenings.fire(new Happening("library", null, Happening.forEverybody()));
  }

  private static Predicate<Caller> otherDevices(String userId, String sessionId) {
    return Happening.forUser(userId).and(Happening.forSession(sessionId).negate());
  }
}
