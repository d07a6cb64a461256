package com.stoganet.proxy.availability;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Takes hints that something happened at a server; what they say is not believed. */
@Service
public class WebhookNotifications {

  private final ArrSnapshots snapshots;
  private final Event<ServerChanged> hinted;

  /** Event: what is known of a server is out of date. */
  public record ServerChanged(String server) {}

  @Inject
  public WebhookNotifications(ArrSnapshots snapshots, Event<ServerChanged> hinted) {
    this.snapshots = snapshots;
    this.hinted = hinted;
  }

  /**
   * Something changed at this server.
   *
   * @throws ApiException item_not_found when there is no such server
   */
  public void from(String server) {
    boolean known = snapshots.servers().stream().anyMatch(each -> each.arr().name().equals(server));
    if (!known) {
      throw ApiException.itemNotFound("There is no such server.");
    }
    snapshots.expire(server);
    hinted.fire(new ServerChanged(server));
  }
}
