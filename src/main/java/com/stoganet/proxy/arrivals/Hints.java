package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Takes hints that something happened at a server; what they say is not believed. */
@ApplicationScoped
public class Hints {

  private final Readings readings;
  private final Event<Hinted> hinted;

  /** Event: what is known of a server is out of date. */
  public record Hinted(String server) {}

  /** For the proxies of CDI only. */
  protected Hints() {
    this(null, null);
  }

  @Inject
  public Hints(Readings readings, Event<Hinted> hinted) {
    this.readings = readings;
    this.hinted = hinted;
  }

  /**
   * Something happened there.
   *
   * @throws ApiException item_not_found when there is no such server
   */
  public void from(String server) {
    boolean known = readings.servers().stream().anyMatch(each -> each.arr().name().equals(server));
    if (!known) {
      throw ApiException.itemNotFound("There is no such server.");
    }
    readings.expire(server);
    hinted.fire(new Hinted(server));
  }
}
