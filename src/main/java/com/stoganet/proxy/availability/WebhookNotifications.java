package com.stoganet.proxy.availability;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Receives webhooks of the servers. A webhook only makes the proxy read the server again, because
 * its content is not trusted.
 */
@Service
public class WebhookNotifications {

  private final ArrSnapshots snapshots;
  private final Event<ServerChanged> changed;

  /** Event: the snapshots of a server are outdated. */
  public record ServerChanged(String server) {}

  @Inject
  public WebhookNotifications(ArrSnapshots snapshots, Event<ServerChanged> changed) {
    this.snapshots = snapshots;
    this.changed = changed;
  }

  /**
   * Marks the snapshots of the server as outdated, and tells observers.
   *
   * @throws ApiException item_not_found when there is no such server
   */
  public void from(String server) {
    boolean known = snapshots.servers().stream().anyMatch(each -> each.arr().name().equals(server));
    if (!known) {
      throw ApiException.itemNotFound("There is no such server.");
    }
    snapshots.expire(server);
    changed.fire(new ServerChanged(server));
  }
}
