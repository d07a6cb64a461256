package com.stoganet.proxy.events;

import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.DownloadProblem;
import com.stoganet.proxy.acquisition.DownloadProgress;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.availability.OpenRequests;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.discovery.RequesterAccess;
import com.stoganet.proxy.downloads.Downloads;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares the status of titles and downloads with that of the last check, and fires events for the
 * differences.
 */
@Service
public class StatusChangeDetector {

  /**
   * Final stages: a title in one of them is not checked again unless it has an open request or a
   * download.
   */
  private static final Set<TitleStage> AT_REST =
      Set.of(TitleStage.PLAYABLE, TitleStage.REQUESTABLE, TitleStage.NOT_REQUESTABLE);

  private static final Set<TitleStage> HERE = Set.of(TitleStage.PLAYABLE, TitleStage.PARTLY);

  private final Downloads downloads;
  private final TitleStatusResolver statuses;
  private final OpenRequests requests;
  private final RequesterAccess requesters;
  private final Catalogue catalogue;
  private final Event<ClientEvent> events;

  /** The last check; null when there is none to compare with. */
  private Seen before;

  /** The titles and downloads at one check. */
  private record Seen(Map<CatalogId.Tmdb, TitleStatus> titles, Map<String, Download> downloads) {}

  @Inject
  public StatusChangeDetector(
      Downloads downloads,
      TitleStatusResolver statuses,
      OpenRequests requests,
      RequesterAccess requesters,
      Catalogue catalogue,
      Event<ClientEvent> events) {
    this.downloads = downloads;
    this.statuses = statuses;
    this.requests = requests;
    this.requesters = requesters;
    this.catalogue = catalogue;
    this.events = events;
  }

  /** Forgets the last check, so that the next one fires no events. */
  synchronized void forget() {
    before = null;
  }

  /** Checks titles and downloads, and fires events for what has changed since the last check. */
  synchronized void look() {
    Downloads.Listing listing = downloads.all(ArrSnapshots.PATIENCE);
    Map<String, Download> going = new HashMap<>();
    listing.downloads().forEach(download -> going.put(download.id(), download));
    Seen now = new Seen(titles(going), going);
    if (before != null) {
      now.titles().forEach(this::tellTitle);
      going.values().forEach(this::tellDownload);
      // The last known downloads of a server that does not answer stay in the listing.
      before.downloads().values().stream()
          .filter(download -> !going.containsKey(download.id()))
          .forEach(this::tellEnd);
    }
    before = now;
    if (now.titles().values().stream().anyMatch(status -> status.stage() == TitleStage.IMPORTING)) {
      catalogue.refreshSoon();
    }
  }

  private Map<CatalogId.Tmdb, TitleStatus> titles(Map<String, Download> going) {
    Set<CatalogId.Tmdb> ids = new HashSet<>(requests.all().keySet());
    going.values().forEach(download -> download.title().ifPresent(ids::add));
    if (before != null) {
      before
          .titles()
          .forEach(
              (id, status) -> {
                if (!AT_REST.contains(status.stage())) {
                  ids.add(id);
                }
              });
    }
    Map<CatalogId.Tmdb, TitleStatus> titles = new HashMap<>();
    ids.forEach(id -> titles.put(id, statuses.current(id, catalogue.has(id))));
    return titles;
  }

  private void tellTitle(CatalogId.Tmdb id, TitleStatus status) {
    TitleStatus last = before.titles().get(id);
    if (last == null || !gist(last).equals(gist(status))) {
      boolean arrived = HERE.contains(status.stage());
      events.fire(
          new ClientEvent.TitleStatusChanged(
              id,
              status,
              arrived ? caller -> catalogue.shownNow(caller, id).isPresent() : concerned(id)));
    }
  }

  private void tellDownload(Download download) {
    Download last = before.downloads().get(download.id());
    if (last == null || !gist(last).equals(gist(download))) {
      events.fire(new ClientEvent.DownloadChanged(download, concerned(download)));
    }
  }

  private void tellEnd(Download download) {
    events.fire(new ClientEvent.DownloadEnded(download.id(), concerned(download)));
  }

  /**
   * The parts of a status whose change clients are told of: full percents, but not the remaining
   * time.
   */
  private static Object gist(TitleStatus status) {
    record Gist(
        TitleStage stage,
        String reason,
        Object release,
        Object episodes,
        Optional<Long> percent,
        Optional<DownloadProblem> problem) {}

    return new Gist(
        status.stage(),
        status.reason(),
        status.release(),
        status.episodes(),
        status.progress().map(progress -> (long) progress.percent()),
        status.progress().flatMap(DownloadProgress::problem));
  }

  private static Object gist(Download download) {
    record Gist(Object phase, Object problem, String reason, long percent) {}

    return new Gist(
        download.phase(), download.problem(), download.reason(), (long) download.percent());
  }

  /** Administrators, and users who requested the title. */
  private Predicate<Caller> concerned(Download download) {
    return caller ->
        caller.administrator()
            || download.title().filter(id -> requesters.has(caller, id)).isPresent();
  }

  /** Administrators, users who requested the title, and users who may see it in the library. */
  private Predicate<Caller> concerned(CatalogId.Tmdb id) {
    return caller ->
        caller.administrator()
            || requesters.has(caller, id)
            || catalogue.shown(caller, id).isPresent();
  }
}
