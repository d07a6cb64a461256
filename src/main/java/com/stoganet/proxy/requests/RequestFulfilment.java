package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.RequestServer;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.availability.AiredEpisodes;
import com.stoganet.proxy.availability.ArrLibrary;
import com.stoganet.proxy.availability.ArrSnapshots;
import com.stoganet.proxy.availability.ArrSnapshots.Server;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.RefreshingValue.Snapshot;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks how much of a request is fulfilled: what the library has, what is missing, and whether the
 * title was removed from its server.
 */
@Service
public class RequestFulfilment {

  private final ArrSnapshots snapshots;
  private final AiredEpisodes aired;
  private final Catalogue catalogue;
  private final RequestServer requestServer;

  @Inject
  public RequestFulfilment(
      ArrSnapshots snapshots,
      AiredEpisodes aired,
      Catalogue catalogue,
      RequestServer requestServer) {
    this.snapshots = snapshots;
    this.aired = aired;
    this.catalogue = catalogue;
    this.requestServer = requestServer;
  }

  /**
   * Whether the library has everything of the requested scope that has aired; false while the
   * server does not report the episodes.
   *
   * @param server the {@link Arr#name()} that fetches the title
   */
  boolean arrived(RequestedScope scope, String server) {
    CatalogId.Tmdb id = scope.id();
    return catalogue.has(id)
        && (id.kind() == MediaKind.MOVIE
            // Without a Sonarr, no server reports the episodes.
            || snapshots.servers(id.kind()).isEmpty()
            || missing(scope, server).isEmpty());
  }

  /**
   * The part of the scope that is missing of a series in the library; empty when nothing is
   * missing.
   */
  Optional<RequestedScope> missing(RequestedScope scope, String server) {
    Optional<List<ArrEpisode>> known = episodes(scope.id(), server, ArrSnapshots.PATIENCE);
    if (known.isEmpty()) {
      return Optional.of(scope);
    }
    List<ArrEpisode> episodes = known.get();
    if (scope.whole()) {
      return Optional.of(scope).filter(all -> !here(episodes, each -> each.season() > 0));
    }
    Set<Integer> seasons =
        scope.seasons().stream()
            .filter(number -> !here(episodes, each -> each.season() == number))
            .collect(Collectors.toUnmodifiableSet());
    Set<EpisodeNumber> single =
        scope.episodes().stream()
            .filter(number -> !here(episodes, each -> number.equals(number(each))))
            .collect(Collectors.toUnmodifiableSet());
    return seasons.isEmpty() && single.isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestedScope(scope.id(), seasons, single));
  }

  /** Whether at least one of these episodes has aired, and all that have aired have a file. */
  private boolean here(List<ArrEpisode> episodes, Predicate<ArrEpisode> requested) {
    List<ArrEpisode> out = episodes.stream().filter(requested).filter(aired::aired).toList();
    return !out.isEmpty() && out.stream().allMatch(ArrEpisode::hasFile);
  }

  private static EpisodeNumber number(ArrEpisode episode) {
    return new EpisodeNumber(episode.season(), episode.number());
  }

  private Optional<List<ArrEpisode>> episodes(CatalogId.Tmdb id, String name, Duration patience) {
    List<Server> servers = snapshots.servers(id.kind());
    List<Server> named = servers.stream().filter(each -> each.arr().name().equals(name)).toList();
    for (Server server : named.isEmpty() ? servers : named) {
      Optional<ArrTitle> title =
          snapshots.library(server, patience).value().flatMap(all -> all.find(id));
      if (title.isPresent()) {
        return aired.episodes(server.arr(), title.get(), patience);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the requested part of the title was removed: all servers answer, and none of them
   * searches for any of it. Always false with a request server, which has its own status for that.
   */
  boolean dropped(RequestedScope scope) {
    List<Server> servers = snapshots.servers(scope.id().kind());
    return !requestServer.configured()
        && !servers.isEmpty()
        && servers.stream().allMatch(server -> gone(server, scope));
  }

  /**
   * Whether the server does not search for the scope. The snapshot may be older than the request,
   * so the server is asked again before that is certain.
   */
  private boolean gone(Server server, RequestedScope scope) {
    CatalogId.Tmdb id = scope.id();
    Snapshot<ArrLibrary> known = snapshots.library(server, ArrSnapshots.NO_TIME);
    boolean seems =
        known.current()
            && known.value().flatMap(all -> all.find(id)).filter(wanted(scope)).isEmpty();
    try {
      return seems && server.arr().title(id).filter(wanted(scope)).isEmpty();
    } catch (ApiException e) {
      return false;
    }
  }

  private static Predicate<ArrTitle> wanted(RequestedScope scope) {
    return title ->
        title.id().kind() == MediaKind.MOVIE || scope.whole()
            ? title.monitored() || title.hasFile()
            : title.monitored() && !scope.episodes().isEmpty()
                || title.seasons().stream()
                    .filter(season -> scope.seasons().contains(season.number()))
                    .anyMatch(
                        season -> title.monitored() && season.monitored() || complete(season));
  }

  private static boolean complete(ArrTitle.Season season) {
    return season.total() > 0 && season.files() >= season.total();
  }
}
