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

/** Compares what is on its way with what it was before, and tells the difference. */
@Service
public class StatusChangeDetector {

  /** There is no more to tell of a title that has got there, or is on no way at all. */
  private static final Set<TitleStage> AT_REST =
      Set.of(TitleStage.PLAYABLE, TitleStage.REQUESTABLE, TitleStage.NOT_REQUESTABLE);

  private static final Set<TitleStage> HERE = Set.of(TitleStage.PLAYABLE, TitleStage.PARTLY);

  private final Downloads downloads;
  private final TitleStatusResolver statuses;
  private final OpenRequests requests;
  private final RequesterAccess requesters;
  private final Catalogue catalogue;
  private final Event<ClientEvent> events;

  /** Null as long as there is nothing to compare with. */
  private Seen before;

  /** What was seen at one look. */
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

  /** Nobody looks for a while: what is seen next is compared with nothing. */
  synchronized void forget() {
    before = null;
  }

  /** Looks, and tells what is new since the last look. */
  synchronized void look() {
    Downloads.Listing listing = downloads.all(ArrSnapshots.PATIENCE);
    Map<String, Download> going = new HashMap<>();
    listing.downloads().forEach(download -> going.put(download.id(), download));
    Seen now = new Seen(titles(going), going);
    if (before != null) {
      now.titles().forEach(this::tellTitle);
      going.values().forEach(this::tellDownload);
      // What a server that is away told last stays in the listing.
      before.downloads().values().stream()
          .filter(download -> !going.containsKey(download.id()))
          .forEach(this::tellEnd);
    }
    before = now;
    if (now.titles().values().stream().anyMatch(status -> status.stage() == TitleStage.IMPORTING)) {
      catalogue.hurry();
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
    ids.forEach(id -> titles.put(id, statuses.soon(id, catalogue.has(id))));
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

  /** A percent more or less is worth telling, a second less is not. */
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

  /** Downloads are for administrators, and for those who asked for them. */
  private Predicate<Caller> concerned(Download download) {
    return caller ->
        caller.administrator()
            || download.title().filter(id -> requesters.has(caller, id)).isPresent();
  }

  /** Those who asked, and those who may see the title in the library. */
  private Predicate<Caller> concerned(CatalogId.Tmdb id) {
    return caller ->
        caller.administrator()
            || requesters.has(caller, id)
            || catalogue.shown(caller, id).isPresent();
  }
}
