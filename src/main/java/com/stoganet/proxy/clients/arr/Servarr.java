package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What Radarr and Sonarr have in common. */
abstract class Servarr implements Arr {

  private final ArrServer server;
  private final ArrConnection<ArrApi> connection;
  private final ArrRefusals refusals;
  private final AddDefaults defaults;

  Servarr(ArrServer server) {
    this.server = server;
    this.connection = server.connect(ArrApi.class);
    this.refusals = new ArrRefusals(server);
    this.defaults = new AddDefaults(server, connection, refusals);
  }

  @Override
  public final String name() {
    return server.settings().name();
  }

  @Override
  public final void monitor(RequestedScope scope) {
    try {
      fulfil(scope);
    } catch (BackendResponseException refusal) {
      throw refusals.of(refusal);
    } catch (ApiException failure) {
      throw refusals.of(failure);
    }
  }

  /**
   * Does the work of {@link #monitor}.
   *
   * @throws BackendResponseException when the server refuses it
   */
  abstract void fulfil(RequestedScope scope);

  @Override
  public final void remove(QueueItem row, boolean blocklist, boolean searchAgain) {
    unlessGone(api -> api.remove(row.row(), true, blocklist, !searchAgain));
    // The server by itself searches for another release only after it has blocked one.
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
      // The indexer no longer has the release, or the download client refuses it.
      if (OutageReason.REQUEST_FAILED.caused(e)) {
        throw new RequestRejectedException(
            "release_unavailable", "The release is no longer available.");
      }
      throw e;
    }
  }

  @Override
  public final void refreshMonitoredDownloads() {
    tell(Command.refreshMonitoredDownloads());
  }

  /** The command that searches again for the title of a row. */
  abstract Command search(QueueItem row);

  /** Sends a command; the server only queues it, so it may be sent twice. */
  final void tell(Command command) {
    connection.writeAgain(api -> api.command(command));
  }

  /**
   * Like {@link #tell}, for a command that the server may refuse.
   *
   * @throws BackendResponseException when the server refuses it
   */
  final void order(Command command) {
    boolean unused = connection.readRaw(BackendConnection.change(api -> api.command(command)));
  }

  final ArrRefusals refusals() {
    return refusals;
  }

  final AddDefaults defaults() {
    return defaults;
  }

  /** The condition of the server, in words that name no host. */
  final Condition condition() {
    try {
      SystemStatus status = connection.probe(ArrApi::status);
      String label = server.backend().label();
      // Radarr 4 and Sonarr 3 do not send an application name.
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

  /** Empty for numbers of more than 32 bits, which Radarr and Sonarr answer with an error. */
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

  /** Leaves out the API key. */
  @Override
  public final String toString() {
    return name();
  }
}
