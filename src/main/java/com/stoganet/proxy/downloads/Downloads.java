package com.stoganet.proxy.downloads;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.TorrentHash;
import com.stoganet.proxy.acquisition.Torrents;
import com.stoganet.proxy.availability.ArrLibrary;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.availability.ArrSnapshots.Server;
import com.stoganet.proxy.availability.QueueSnapshot;
import com.stoganet.proxy.discovery.RequesterAccess;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.RefreshingValue.Snapshot;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the current downloads, and lets administrators control them; every action throws {@link
 * ApiException} forbidden for any other caller.
 */
@Service
public class Downloads {

  private final ArrSnapshots snapshots;
  private final Torrents torrents;
  private final RequesterAccess requesters;

  /**
   * Downloads, and whether the list is complete.
   *
   * @param partial whether a server did not answer, so that downloads may be missing
   */
  public record Listing(List<Download> downloads, boolean partial) {}

  @Inject
  public Downloads(ArrSnapshots snapshots, Torrents torrents, RequesterAccess requesters) {
    this.snapshots = snapshots;
    this.torrents = torrents;
    this.requesters = requesters;
  }

  /**
   * All downloads for an administrator; for any other user the downloads of titles that this user
   * requested.
   */
  public Listing of(Caller caller) {
    Listing all = all(ArrSnapshots.PATIENCE);
    return caller.administrator()
        ? all
        : new Listing(
            all.downloads().stream()
                .filter(
                    download ->
                        download.title().filter(id -> requesters.has(caller, id)).isPresent())
                .toList(),
            all.partial());
  }

  public Listing all(Duration patience) {
    List<Server> servers = snapshots.servers();
    servers.forEach(server -> snapshots.queue(server, ArrSnapshots.NO_TIME));
    Map<String, Torrent> known = snapshots.torrents(patience);
    List<Download> downloads = new ArrayList<>();
    boolean partial = false;
    for (Server server : servers) {
      Snapshot<QueueSnapshot> queue = snapshots.queue(server, patience);
      Snapshot<ArrLibrary> titles = snapshots.library(server, patience);
      // Without the server's titles, the title of a download is unknown.
      partial |= !queue.current() || titles.value().isEmpty();
      queue
          .value()
          .ifPresent(
              rows ->
                  rows.byTitle()
                      .forEach(
                          (key, some) -> {
                            Optional<ArrTitle> title = titles.value().flatMap(all -> all.find(key));
                            some.forEach(
                                each ->
                                    downloads.add(
                                        Download.joined(server.arr().name(), each, title, known)));
                          }));
    }
    return new Listing(List.copyOf(downloads), partial);
  }

  /** Pauses a download until an administrator resumes it. */
  public Download pause(Caller caller, String id) {
    caller.requireAdministrator();
    Download download = find(id);
    torrents.pause(hash(download));
    snapshots.expire(download.server());
    return download;
  }

  /** Resumes a paused download. */
  public Download resume(Caller caller, String id) {
    caller.requireAdministrator();
    Download download = find(id);
    torrents.resume(hash(download));
    snapshots.expire(download.server());
    return download;
  }

  /**
   * Removes a download with all downloaded data.
   *
   * @param blocklist whether the server must never download this release again
   * @param searchAgain whether the server searches for another release
   */
  public Download remove(Caller caller, String id, boolean blocklist, boolean searchAgain) {
    caller.requireAdministrator();
    Download download = find(id);
    // Removing one row removes the whole download.
    arr(download).remove(download.rows().get(0), blocklist, searchAgain);
    changed(download);
    return download;
  }

  /**
   * Downloads a release that the server holds back.
   *
   * @throws ApiException conflict for a download that is not held back
   */
  public Download grab(Caller caller, String id) {
    caller.requireAdministrator();
    Download download = find(id);
    if (download.phase() != Phase.DELAYED && download.phase() != Phase.CLIENT_AWAY) {
      throw ApiException.conflict("This download is not being held back.").because("not_held_back");
    }
    try {
      arr(download).grab(download.rows().get(0));
    } catch (RequestRejectedException e) {
      throw ApiException.conflict(e.getMessage()).because(e.reason());
    }
    changed(download);
    return download;
  }

  private void changed(Download download) {
    snapshots.expire(download.server());
    download.title().ifPresent(snapshots::refresh);
  }

  /**
   * A download by its id.
   *
   * @throws ApiException item_not_found when there is no such download; backend_unavailable when a
   *     server that may have it does not answer
   */
  private Download find(String id) {
    Listing all = all(ArrSnapshots.PATIENCE);
    return all.downloads().stream()
        .filter(download -> download.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                all.partial()
                    ? ApiException.unavailable("The downloads are temporarily unavailable.", null)
                    : ApiException.itemNotFound("There is no such download."));
  }

  /**
   * The torrent of a download.
   *
   * @throws ApiException conflict when the download client does not have it; backend_unavailable
   *     when the download client does not answer
   */
  private String hash(Download download) {
    if (!download.hash().isEmpty()) {
      return download.hash();
    }
    // The list has no torrent either while the client does not answer, so it is asked.
    String hash = TorrentHash.of(download.rows().get(0).download());
    if (hash.isEmpty() || !torrents.configured() || !torrents.has(hash)) {
      throw ApiException.conflict("The proxy cannot control the client of this download.")
          .because("no_such_client");
    }
    return hash;
  }

  private Arr arr(Download download) {
    return snapshots.servers().stream()
        .map(Server::arr)
        .filter(arr -> arr.name().equals(download.server()))
        .findFirst()
        .orElseThrow(ApiException::itemNotFound);
  }
}
