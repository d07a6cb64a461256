package com.stoganet.proxy.events;

import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.auth.SessionStarted;
import com.stoganet.proxy.media.TitlesChanged;
import com.stoganet.proxy.requests.RequestChanged;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells clients of sessions, requests and changes of the library. */
@Service
public class SystemEvents {

  private final Event<ClientEvent> events;

  @Inject
  public SystemEvents(Event<ClientEvent> events) {
    this.events = events;
  }

  void started(@Observes SessionStarted session) {
    events.fire(new ClientEvent.SessionOpened(session));
  }

  void ended(@Observes SessionEnded session) {
    events.fire(new ClientEvent.SessionClosed(session));
  }

  void changed(@Observes TitlesChanged change) {
    events.fire(new ClientEvent.LibraryChanged());
  }

  void changed(@Observes RequestChanged change) {
    events.fire(new ClientEvent.RequestUpdated(change.request()));
  }
}
