package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.DownloadProgress;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
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

  private final ArrViews views;
  private final AiredEpisodes aired;
  private final RequestStatusResolver requests;

  @Inject
  public TitleStatusResolver(ArrViews views, AiredEpisodes aired, RequestStatusResolver requests) {
    this.views = views;
    this.aired = aired;
    this.requests = requests;
  }

  /**
   * The status of a title.
   *
   * @param here whether the library has it
   * @param patience how long to wait for servers with outdated answers
   */
  public TitleStatus of(CatalogId.Tmdb id, boolean here, Duration patience) {
    return of(id, here, views.of(id, patience), patience);
  }

  private TitleStatus of(
      CatalogId.Tmdb id, boolean here, List<ArrView> reported, Duration patience) {
    return here ? here(id, reported, patience) : elsewhere(id, reported, patience);
  }

  /**
   * The status of a title at one server, for a caller that does not wait.
   *
   * @param here whether the library has the version of this server
   */
  public TitleStatus cached(CatalogId.Tmdb id, boolean here, String server) {
    List<ArrView> reported =
        views.of(id, ArrSnapshots.NO_TIME).stream()
            .filter(view -> view.server().arr().name().equals(server))
            .toList();
    return reported.isEmpty() ? cached(id, here) : of(id, here, reported, ArrSnapshots.NO_TIME);
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
    List<ArrView> reported = views.of(entry.id(), ArrSnapshots.NO_TIME);
    EpisodeNumber number = new EpisodeNumber(entry.season(), entry.episode());
    List<Download> downloads =
        ArrView.downloads(reported).stream()
            .filter(download -> download.episodes().contains(number))
            .toList();
    TitleStatus known =
        downloads.isEmpty() ? ofEpisode(entry, out) : TitleStatus.onItsWay(downloads);
    return reported.stream().allMatch(ArrView::current)
        ? known
        : TitleStatus.unknown(known.lastKnown());
  }

  private static TitleStatus ofEpisode(CalendarEntry entry, boolean out) {
    return out
        ? TitleStatus.of(TitleStage.SEARCHING)
        : TitleStatus.waiting(Optional.of(entry.day()));
  }

  private TitleStatus here(CatalogId.Tmdb id, List<ArrView> reported, Duration patience) {
    if (id.kind() == MediaKind.MOVIE) {
      return TitleStatus.of(TitleStage.PLAYABLE);
    }
    Optional<ArrView> found =
        reported.stream().filter(view -> view.title().isPresent()).findFirst();
    if (found.isEmpty()) {
      return TitleStatus.of(TitleStage.PLAYABLE);
    }
    ArrView view = found.get();
    TitleStatus.EpisodeCounts episodes =
        aired.counts(view.server().arr(), view.title().get(), patience);
    List<Download> downloads = ArrView.downloads(reported);
    return TitleStatus.here(
        episodes,
        downloads.isEmpty() ? Optional.empty() : Optional.of(DownloadProgress.of(downloads)));
  }

  private TitleStatus elsewhere(CatalogId.Tmdb id, List<ArrView> reported, Duration patience) {
    TitleStatus known =
        wanted(reported).orElseGet(() -> requests.of(id, !reported.isEmpty(), patience));
    boolean current = reported.stream().allMatch(ArrView::current);
    // The status of an open request does not depend on a server.
    return current || known.stage() == TitleStage.REQUESTED
        ? known
        : TitleStatus.unknown(known.lastKnown());
  }

  private Optional<TitleStatus> wanted(List<ArrView> reported) {
    List<Download> downloads = ArrView.downloads(reported);
    List<ArrTitle> titles = reported.stream().flatMap(view -> view.title().stream()).toList();
    if (!downloads.isEmpty()) {
      return Optional.of(TitleStatus.onItsWay(downloads));
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
}
