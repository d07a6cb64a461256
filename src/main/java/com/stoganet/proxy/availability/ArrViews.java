package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.availability.ArrSnapshots.Server;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.RefreshingValue.Snapshot;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every Radarr or Sonarr reports about a title, from their last answers. */
@Service
public class ArrViews {

  private final ArrSnapshots snapshots;
  private final AiredEpisodes aired;

  @Inject
  public ArrViews(ArrSnapshots snapshots, AiredEpisodes aired) {
    this.snapshots = snapshots;
    this.aired = aired;
  }

  /**
   * A view of each server of the title's kind, the default one first.
   *
   * @param patience how long to wait for servers with outdated answers
   */
  List<ArrView> of(CatalogId.Tmdb id, Duration patience) {
    snapshots.prefetch(id.kind());
    List<ArrView> views = new ArrayList<>();
    for (Server server : snapshots.servers(id.kind())) {
      views.add(view(server, id, patience));
    }
    return views;
  }

  private ArrView view(Server server, CatalogId.Tmdb id, Duration patience) {
    Snapshot<ArrLibrary> titles = snapshots.library(server, patience);
    Snapshot<QueueSnapshot> queue = snapshots.queue(server, patience);
    Optional<ArrTitle> title = titles.value().flatMap(known -> known.find(id));
    Map<String, Torrent> torrents =
        title.isPresent() ? snapshots.torrents(patience) : Map.<String, Torrent>of();
    List<Download> downloads =
        title.map(ArrTitle::key).flatMap(key -> queue.value().map(known -> known.of(key))).stream()
            .flatMap(List::stream)
            .map(rows -> Download.joined(server.arr().name(), rows, title, torrents))
            .filter(download -> !hasArrived(server, title.orElseThrow(), download, patience))
            .toList();
    return new ArrView(server, title, downloads, titles.current() && queue.current());
  }

  /**
   * Whether a download with a problem is of no interest, because everything that it brings has a
   * file: rows of an imported release may stay in the queue, and an upgrade may fail.
   */
  private boolean hasArrived(Server server, ArrTitle title, Download download, Duration patience) {
    return download.problem().isPresent()
        && (title.id().kind() == MediaKind.MOVIE
            ? title.hasFile()
            : aired.haveFiles(server.arr(), title, download.episodes(), patience));
  }
}
