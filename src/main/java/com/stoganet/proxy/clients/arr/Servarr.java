package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What Radarr and Sonarr, which was its model, do alike. */
abstract class Servarr implements Arr {

  private final ArrServer server;
  private final ArrConnection<ArrApi> connection;
  private final AddDefaults defaults;

  Servarr(ArrServer server) {
    this.server = server;
    this.connection = server.connect(ArrApi.class);
    this.defaults = new AddDefaults(server, connection);
  }

  @Override
  public final String name() {
    return server.settings().name();
  }

  @Override
  public final void remove(QueueItem row, boolean blocklist, boolean searchAgain) {
    unlessGone(api -> api.remove(row.row(), true, blocklist, !searchAgain));
    // The server itself looks for another release of what it blocks only.
    if (searchAgain && !blocklist && row.title() > 0) {
      tell(search(row));
    }
  }

  @Override
  public final void grab(QueueItem row) {
    if (row.phase() != Phase.DELAYED && row.phase() != Phase.CLIENT_AWAY) {
      throw new RequestRejectedException("not_held_back", "This release is not being held back.");
    }
    try {
      unlessGone(api -> api.grab(row.row()));
    } catch (ApiException e) {
      // An error of its own: the indexer has it no more, or the client does not take it.
      if (OutageReason.REQUEST_FAILED.caused(e)) {
        throw new RequestRejectedException("release_unavailable", "The release cannot be had.");
      }
      throw e;
    }
  }

  @Override
  public final void refreshMonitoredDownloads() {
    tell(Command.refreshMonitoredDownloads());
  }

  /** The search for what a row was to bring. */
  abstract Command search(QueueItem row);

  /** Commands only tell what to do soon, so giving one twice does no harm. */
  final void tell(Command command) {
    connection.writeAgain(api -> api.command(command));
  }

  final AddDefaults defaults() {
    return defaults;
  }

  /** How it is, in words that name no host. */
  final Condition condition() {
    try {
      SystemStatus status = connection.probe(ArrApi::status);
      String label = server.backend().label();
      // Radarr 4 and Sonarr 3 do not say their names yet.
      boolean other = status.appName != null && !label.equalsIgnoreCase(status.appName);
      if (status.version == null || other) {
        return Condition.problem("is not a " + label);
      }
      AddDefaults.Place unused =
          defaults.choose(
              connection.probe(ArrApi::qualityProfiles), connection.probe(ArrApi::rootFolders));
      return Condition.ok(Map.of(name() + "_version", status.version));
    } catch (BackendUnavailableException outage) {
      return Condition.problem(outage.problem());
    }
  }

  /** They number titles with 32 bits, and answer an error for what is longer. */
  static Optional<CatalogId.Tmdb> known(CatalogId.Tmdb id) {
    return Optional.of(id).filter(tmdb -> tmdb.number() <= Integer.MAX_VALUE);
  }

  private void unlessGone(Consumer<ArrApi> call) {
    try {
      connection.writeRaw(call);
    } catch (BackendResponseException failure) {
      if (!failure.notFound()) {
        throw server.backend().unexpected(failure).toApi();
      }
    }
  }

  /** Without the key. */
  @Override
  public final String toString() {
    return name();
  }
}
