package com.stoganet.proxy.requests;

import com.stoganet.proxy.events.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells whoever asked, and administrators, what becomes of a request. */
@ApplicationScoped
public class RequestNews {

  private final Event<Happening> happenings;

  /** For the proxies of CDI only. */
  protected RequestNews() {
    this(null);
  }

  @Inject
  public RequestNews(Event<Happening> happenings) {
    this.happenings = happenings;
  }

  void tell(@Observes RequestChanged change) {
    happenings.fire(
        new Happening(
            "request",
            change.request(),
            Happening.forUser(change.request().asker().userId())
                .or(Happening.forAdministrators())));
  }
}
