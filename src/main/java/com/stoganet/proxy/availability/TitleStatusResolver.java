package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.DownloadProgress;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.TorrentHash;
import com.stoganet.proxy.availability.ArrSnapshots.Server;
import com.stoganet.proxy.availability.OpenRequestSource.OpenRequest;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.RefreshingValue.Snapshot;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the status of titles from the last answers of all servers. The first that applies
 * decides: the library, imports, downloads, searches, requests.
 *
 * <p>While a server does not answer, the status is unknown, so that an outage does not look like a
 * removal.
 */
@Service
public class TitleStatusResolver {

  private final ArrSnapshots snapshots;
  private final AiredEpisodes aired;
  private final OpenRequests requests;
  private final RequestServer requestServer;

  @Inject
  public TitleStatusResolver(
      ArrSnapshots snapshots,
      AiredEpisodes aired,
      OpenRequests requests,
      RequestServer requestServer) {
    this.snapshots = snapshots;
    this.aired = aired;
    this.requests = requests;
    this.requestServer = requestServer;
  }

  /**
   * The status of a title.
   *
   * @param here whether the library has it
   * @param patience how long to wait for servers with outdated answers
   */
  public TitleStatus of(CatalogId.Tmdb id, boolean here, Duration patience) {
    return of(id, here, views(id, patience), patience);
  }

  private TitleStatus of(
      CatalogId.Tmdb id, boolean here, List<ServerView> views, Duration patience) {
    return here ? here(id, views, patience) : elsewhere(id, views, patience);
  }

  /**
   * The status of a title at one server, for a caller that does not wait.
   *
   * @param here whether the library has the version of this server
   */
  public TitleStatus cached(CatalogId.Tmdb id, boolean here, String server) {
    List<ServerView> views =
        views(id, ArrSnapshots.NO_TIME).stream()
            .filter(view -> view.server().arr().name().equals(server))
            .toList();
    return views.isEmpty() ? cached(id, here) : of(id, here, views, ArrSnapshots.NO_TIME);
  }

  /** The status of a title, for a caller that waits for current answers. */
  public TitleStatus current(CatalogId.Tmdb id, boolean here) {
    return of(id, here, ArrSnapshots.PATIENCE);
  }

  /** The status of a title, for a caller that does not wait. */
  public TitleStatus cached(CatalogId.Tmdb id, boolean here) {
    return of(id, here, ArrSnapshots.NO_TIME);
  }

  /** The status of each title of the library, by its id; does not wait for servers. */
  public Map<CatalogId, TitleStatus> ofLibrary(Collection<Title> titles) {
    Map<CatalogId, TitleStatus> statuses = new HashMap<>();
    titles.forEach(
        title ->
            statuses.computeIfAbsent(
                title.id(),
                id -> title.unplayable().map(TitleStatus::of).orElseGet(() -> ofLibrary(id))));
    return statuses;
  }

  /** The status of a title of the library; does not wait for servers. */
  public TitleStatus ofLibrary(CatalogId id) {
    return id instanceof CatalogId.Tmdb title
        ? cached(title, true)
        : TitleStatus.of(TitleStage.PLAYABLE);
  }

  /**
   * The status of a release in the calendar: of an episode its own, since its series has another;
   * does not wait for servers.
   *
   * @param here whether the library has the title
   * @param out whether it is released by now
   */
  public TitleStatus ofRelease(CalendarEntry entry, boolean here, boolean out) {
    if (entry.id().kind() == MediaKind.MOVIE) {
      return cached(entry.id(), here);
    }
    if (entry.hasFile()) {
      return TitleStatus.of(here ? TitleStage.PLAYABLE : TitleStage.IMPORTING);
    }
    List<ServerView> views = views(entry.id(), ArrSnapshots.NO_TIME);
    EpisodeNumber number = new EpisodeNumber(entry.season(), entry.episode());
    List<Download> downloads =
        downloads(views).stream().filter(download -> download.episodes().contains(number)).toList();
    TitleStatus known =
        onItsWay(downloads)
            .orElseGet(
                () ->
                    out
                        ? TitleStatus.of(TitleStage.SEARCHING)
                        : TitleStatus.waiting(Optional.of(entry.day())));
    return views.stream().allMatch(ServerView::current)
        ? known
        : TitleStatus.unknown(known.lastKnown());
  }

  /** What one server reports about a title. */
  private record ServerView(
      Server server, Optional<ArrTitle> title, List<Download> downloads, boolean current) {}

  private List<ServerView> views(CatalogId.Tmdb id, Duration patience) {
    snapshots.prefetch(id.kind());
    List<ServerView> views = new ArrayList<>();
    for (Server server : snapshots.servers(id.kind())) {
      views.add(view(server, id, patience));
    }
    return views;
  }

  private ServerView view(Server server, CatalogId.Tmdb id, Duration patience) {
    Snapshot<ArrLibrary> titles = snapshots.library(server, patience);
    Snapshot<QueueSnapshot> queue = snapshots.queue(server, patience);
    Optional<ArrTitle> title = titles.value().flatMap(known -> known.find(id));
    Map<String, Torrent> torrents =
        title.isPresent() ? snapshots.torrents(patience) : Map.<String, Torrent>of();
    List<Download> downloads =
        title.map(ArrTitle::key).flatMap(key -> queue.value().map(known -> known.of(key))).stream()
            .flatMap(List::stream)
            .map(rows -> joined(server, rows, title, torrents))
            .filter(download -> !hasArrived(server, title.orElseThrow(), download, patience))
            .toList();
    return new ServerView(server, title, downloads, titles.current() && queue.current());
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

  public static Download joined(
      Server server,
      List<QueueItem> rows,
      Optional<ArrTitle> title,
      Map<String, Torrent> torrents) {
    return Download.of(
        server.arr().name(), rows, title, torrents.get(TorrentHash.of(rows.get(0).download())));
  }

  private TitleStatus here(CatalogId.Tmdb id, List<ServerView> views, Duration patience) {
    if (id.kind() == MediaKind.MOVIE) {
      return TitleStatus.of(TitleStage.PLAYABLE);
    }
    Optional<ServerView> found =
        views.stream().filter(view -> view.title().isPresent()).findFirst();
    if (found.isEmpty()) {
      return TitleStatus.of(TitleStage.PLAYABLE);
    }
    ServerView view = found.get();
    TitleStatus.EpisodeCounts episodes =
        aired.counts(view.server().arr(), view.title().get(), patience);
    List<Download> downloads = downloads(views);
    return TitleStatus.here(
        episodes,
        downloads.isEmpty() ? Optional.empty() : Optional.of(DownloadProgress.of(downloads)));
  }

  private TitleStatus elsewhere(CatalogId.Tmdb id, List<ServerView> views, Duration patience) {
    TitleStatus known = wanted(views).orElseGet(() -> notAdded(id, views, patience));
    boolean current = views.stream().allMatch(ServerView::current);
    // The status of an open request does not depend on a server.
    return current || known.stage() == TitleStage.REQUESTED
        ? known
        : TitleStatus.unknown(known.lastKnown());
  }

  private Optional<TitleStatus> wanted(List<ServerView> views) {
    List<Download> downloads = downloads(views);
    List<ArrTitle> titles = views.stream().flatMap(view -> view.title().stream()).toList();
    if (!downloads.isEmpty()) {
      return onItsWay(downloads);
    }
    if (titles.stream().anyMatch(ArrTitle::hasFile)) {
      return Optional.of(TitleStatus.of(TitleStage.IMPORTING));
    }
    List<ArrTitle> monitored = titles.stream().filter(ArrTitle::monitored).toList();
    if (monitored.isEmpty()) {
      return Optional.empty();
    }
    return monitored.stream().anyMatch(ArrTitle::released)
        ? Optional.of(TitleStatus.of(TitleStage.SEARCHING))
        : Optional.of(TitleStatus.waiting(monitored.get(0).release()));
  }

  private static Optional<TitleStatus> onItsWay(List<Download> downloads) {
    if (downloads.isEmpty()) {
      return Optional.empty();
    }
    boolean arrived = downloads.stream().allMatch(Download::complete);
    return Optional.of(
        TitleStatus.onItsWay(
            arrived ? TitleStage.IMPORTING : TitleStage.DOWNLOADING,
            DownloadProgress.of(downloads)));
  }

  private TitleStatus notAdded(CatalogId.Tmdb id, List<ServerView> views, Duration patience) {
    Optional<OpenRequest> open = requests.of(id);
    if (open.isPresent() && open.get().step() != OpenRequestSource.Step.HANDED_OVER) {
      return TitleStatus.of(
          TitleStage.REQUESTED,
          open.get().step() == OpenRequestSource.Step.AWAITING_APPROVAL
              ? "An administrator has to approve it."
              : "It is approved, and is handed over as soon as the server can take it.");
    }
    if (requestServer.configured()) {
      return asDecidedElsewhere(id, patience);
    }
    return views.isEmpty()
        ? TitleStatus.of(TitleStage.NOT_REQUESTABLE, "No server can fetch this title.")
        : TitleStatus.of(TitleStage.REQUESTABLE);
  }

  /**
   * The request server's status of a title: unknown when the request server does not answer,
   * requestable for a caller that does not wait.
   */
  private TitleStatus asDecidedElsewhere(CatalogId.Tmdb id, Duration patience) {
    if (patience.isZero()) {
      return TitleStatus.of(TitleStage.REQUESTABLE);
    }
    try {
      return switch (requestServer.state(id)) {
        case AWAITING_APPROVAL ->
            TitleStatus.of(TitleStage.REQUESTED, "An administrator has to approve it.");
        case APPROVED -> TitleStatus.of(TitleStage.SEARCHING);
        case BLOCKLISTED ->
            TitleStatus.of(TitleStage.NOT_REQUESTABLE, "An administrator has blocked this title.");
        case NOT_REQUESTED -> TitleStatus.of(TitleStage.REQUESTABLE);
      };
    } catch (ApiException e) {
      return TitleStatus.unknown(TitleStage.REQUESTABLE);
    }
  }

  private static List<Download> downloads(List<ServerView> views) {
    return views.stream().flatMap(view -> view.downloads().stream()).toList();
  }
}
