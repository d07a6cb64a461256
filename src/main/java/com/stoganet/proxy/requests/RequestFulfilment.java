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
import com.stoganet.proxy.availability.QueueSnapshot;
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
   * Whether the library has everything of the requested scope that has aired, from the server of
   * the request; false while that server does not report the episodes.
   *
   * @param server the {@link Arr#name()} that fetches the title
   */
  boolean arrived(RequestedScope scope, String server) {
    CatalogId.Tmdb id = scope.id();
    return catalogue.has(id)
        && (id.kind() == MediaKind.MOVIE
            ? has(id, server)
            // Without a Sonarr, no server reports the episodes.
            : snapshots.servers(id.kind()).isEmpty() || missing(scope, server).isEmpty());
  }

  /**
   * Whether a movie of the library is the version of this server. With one server it always is; a
   * movie of which no server has a file counts as that of the default server.
   */
  boolean has(CatalogId.Tmdb movie, String server) {
    return has(movie, server, ArrSnapshots.PATIENCE);
  }

  /** Like the other, with the time to wait for servers with outdated answers. */
  boolean has(CatalogId.Tmdb movie, String server, Duration patience) {
    List<Server> servers = snapshots.servers(movie.kind());
    if (requestServer.configured() || servers.size() < 2 || named(servers, server).isEmpty()) {
      return true;
    }
    List<String> with =
        servers.stream()
            .filter(each -> title(each, movie, patience).filter(ArrTitle::hasFile).isPresent())
            .map(each -> each.arr().name())
            .toList();
    boolean usual = servers.get(0).arr().name().equals(server);
    return with.contains(server) || usual && with.isEmpty();
  }

  /** Whether a server has been told of a movie already, and how far it is. */
  enum Progress {
    NONE,
    /** The server monitors the movie. */
    WANTED,
    /** The server has a download or a file of it. */
    ON_ITS_WAY
  }

  /** What the server of a request does for a movie; nothing while it does not answer. */
  Progress progress(CatalogId.Tmdb movie, String name) {
    return named(snapshots.servers(movie.kind()), name)
        .map(server -> progress(server, movie))
        .orElse(Progress.NONE);
  }

  private Progress progress(Server server, CatalogId.Tmdb movie) {
    Snapshot<ArrLibrary> library = snapshots.library(server, ArrSnapshots.PATIENCE);
    Snapshot<QueueSnapshot> queue = snapshots.queue(server, ArrSnapshots.PATIENCE);
    Optional<ArrTitle> title = library.value().flatMap(all -> all.find(movie));
    if (title.isEmpty() || !library.current() || !queue.current()) {
      return Progress.NONE;
    }
    boolean moves =
        title.get().hasFile()
            || queue
                .value()
                .filter(rows -> rows.byTitle().containsKey(title.get().key()))
                .isPresent();
    if (moves) {
      return Progress.ON_ITS_WAY;
    }
    return title.get().monitored() ? Progress.WANTED : Progress.NONE;
  }

  /**
   * A series as the server of a request has it: its seasons are those that can be ordered.
   *
   * @param patience how long to wait for a server with an outdated answer
   */
  Optional<ArrTitle> known(CatalogId.Tmdb series, String name, Duration patience) {
    return named(snapshots.servers(series.kind()), name)
        .flatMap(server -> title(server, series, patience));
  }

  /** Whether a server answered lately; does not wait for it. */
  boolean answers(MediaKind kind, String name) {
    return named(snapshots.servers(kind), name)
        .filter(server -> snapshots.library(server, ArrSnapshots.NO_TIME).current())
        .isPresent();
  }

  private Optional<ArrTitle> title(Server server, CatalogId.Tmdb id, Duration patience) {
    return snapshots.library(server, patience).value().flatMap(all -> all.find(id));
  }

  private static Optional<Server> named(List<Server> servers, String name) {
    return servers.stream().filter(each -> each.arr().name().equals(name)).findFirst();
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
    for (Server server : of(id.kind(), name)) {
      // Reading the queue also reads titles again whose downloads have left it.
      snapshots.queue(server, ArrSnapshots.NO_TIME);
      Optional<ArrTitle> title =
          snapshots.library(server, patience).value().flatMap(all -> all.find(id));
      if (title.isPresent()) {
        return aired.episodes(server.arr(), title.get(), patience);
      }
    }
    return Optional.empty();
  }

  /** The server of a request; all servers when it is no longer configured. */
  private List<Server> of(MediaKind kind, String name) {
    List<Server> servers = snapshots.servers(kind);
    return named(servers, name).map(List::of).orElse(servers);
  }

  /**
   * Whether the requested part of the title was removed: the server of the request answers, and
   * does not search for any of it. Always false with a request server, which has its own status for
   * that.
   */
  boolean dropped(RequestedScope scope, String name) {
    List<Server> servers = of(scope.id().kind(), name);
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
