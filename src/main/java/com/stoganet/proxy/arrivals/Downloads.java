package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.arrivals.QueueRow.Phase;
import com.stoganet.proxy.arrivals.Readings.Server;
import com.stoganet.proxy.arrivals.Remembered.Known;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is on its way at this moment, and what administrators may do about it. */
@ApplicationScoped
public class Downloads {

  private final Readings readings;
  private final Torrents torrents;
  private final Askers askers;

  /**
   * Downloads, and whether a server did not tell of its own.
   *
   * @param partial whether there may be more
   */
  public record Listing(List<Download> downloads, boolean partial) {}

  /** For the proxies of CDI only. */
  protected Downloads() {
    this(null, null, null);
  }

  @Inject
  public Downloads(Readings readings, Torrents torrents, Askers askers) {
    this.readings = readings;
    this.torrents = torrents;
    this.askers = askers;
  }

  /** Of an administrator all of them, of anybody else those of titles that they asked for. */
  public Listing of(Caller caller) {
    Listing all = all(Readings.PATIENCE);
    return caller.administrator()
        ? all
        : new Listing(
            all.downloads().stream()
                .filter(
                    download -> download.title().filter(id -> askers.has(caller, id)).isPresent())
                .toList(),
            all.partial());
  }

  Listing all(Duration patience) {
    List<Server> servers = readings.servers();
    servers.forEach(server -> readings.queue(server, Readings.NO_TIME));
    Map<String, Torrent> known = readings.torrents(patience);
    List<Download> downloads = new ArrayList<>();
    boolean partial = false;
    for (Server server : servers) {
      Known<Queue> queue = readings.queue(server, patience);
      Known<KeptTitles> titles = readings.kept(server, patience);
      // Without its titles nobody knows whose a download is.
      partial |= !queue.current() || titles.value().isEmpty();
      queue
          .value()
          .ifPresent(
              rows ->
                  rows.byTitle()
                      .forEach(
                          (key, some) -> {
                            Optional<Kept> kept = titles.value().flatMap(all -> all.find(key));
                            some.forEach(
                                each ->
                                    downloads.add(TitleStates.joined(server, each, kept, known)));
                          }));
    }
    return new Listing(List.copyOf(downloads), partial);
  }

  /** Stops one until it is resumed. */
  public Download pause(String id) {
    Download download = find(id);
    torrents.pause(torrent(download));
    readings.expire(download.server());
    return download;
  }

  /** Lets one go on. */
  public Download resume(String id) {
    Download download = find(id);
    torrents.resume(torrent(download));
    readings.expire(download.server());
    return download;
  }

  /**
   * Drops one with all that was downloaded.
   *
   * @param blocklist whether this release is never to be taken again
   * @param searchAgain whether to look for another one
   */
  public Download remove(String id, boolean blocklist, boolean searchAgain) {
    Download download = find(id);
    // Removing one row removes the whole download.
    arr(download).remove(download.rows().get(0), blocklist, searchAgain);
    changed(download);
    return download;
  }

  /**
   * Downloads a release that is held back.
   *
   * @throws ApiException conflict for one that is not
   */
  public Download grab(String id) {
    Download download = find(id);
    if (download.phase() != Phase.DELAYED && download.phase() != Phase.CLIENT_AWAY) {
      throw ApiException.conflict("This download is not being held back.").because("not_held_back");
    }
    try {
      arr(download).grab(download.rows().get(0));
    } catch (WishRefused e) {
      throw ApiException.conflict(e.getMessage()).because(e.reason());
    }
    changed(download);
    return download;
  }

  private void changed(Download download) {
    readings.expire(download.server());
    download.title().ifPresent(readings::lookAgain);
  }

  /**
   * A download by its id.
   *
   * @throws ApiException item_not_found when there is none; backend_unavailable when the server
   *     that may have it does not answer
   */
  private Download find(String id) {
    Listing all = all(Readings.PATIENCE);
    return all.downloads().stream()
        .filter(download -> download.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                all.partial()
                    ? ApiException.unavailable("Whoever knows does not answer at present.", null)
                    : ApiException.itemNotFound("There is no such download."));
  }

  private static String torrent(Download download) {
    if (download.hash().isEmpty()) {
      throw ApiException.conflict("The download client of this one cannot be told to pause.")
          .because("no_such_client");
    }
    return download.hash();
  }

  private Arr arr(Download download) {
    return readings.servers().stream()
        .map(Server::arr)
        .filter(arr -> arr.name().equals(download.server()))
        .findFirst()
        .orElseThrow(ApiException::itemNotFound);
  }
}
