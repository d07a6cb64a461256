package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.arrivals.Readings.Server;
import com.stoganet.proxy.arrivals.Remembered.Known;
import com.stoganet.proxy.arrivals.Wish.EpisodeNumber;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what has come of a wish: what is here, what is still missing, what never comes. */
@ApplicationScoped
public class Prospects {

  private final Readings readings;
  private final AiredEpisodes aired;
  private final Catalogue catalogue;
  private final RequestServer requestServer;

  /** For the proxies of CDI only. */
  protected Prospects() {
    this(null, null, null, null);
  }

  @Inject
  public Prospects(
      Readings readings, AiredEpisodes aired, Catalogue catalogue, RequestServer requestServer) {
    this.readings = readings;
    this.aired = aired;
    this.catalogue = catalogue;
    this.requestServer = requestServer;
  }

  /**
   * Whether all that was wished for is here, as far as it has aired; not as long as nobody tells.
   *
   * @param server the {@link Arr#name()} that was to get it
   */
  public boolean arrived(Wish wish, String server) {
    CatalogId.Tmdb id = wish.id();
    return catalogue.has(id)
        && (id.kind() == MediaKind.MOVIE
            // Nobody counts: only a request server is there.
            || readings.servers(id.kind()).isEmpty()
            || missing(wish, server).isEmpty());
  }

  /** What is not here of a series that the library has; empty when there is nothing to wish for. */
  public Optional<Wish> missing(Wish wish, String server) {
    Optional<List<KeptEpisode>> known = episodes(wish.id(), server, Readings.PATIENCE);
    if (known.isEmpty()) {
      return Optional.of(wish);
    }
    List<KeptEpisode> episodes = known.get();
    if (wish.whole()) {
      return Optional.of(wish).filter(all -> !here(episodes, each -> each.season() > 0));
    }
    Set<Integer> seasons =
        wish.seasons().stream()
            .filter(number -> !here(episodes, each -> each.season() == number))
            .collect(Collectors.toUnmodifiableSet());
    Set<EpisodeNumber> single =
        wish.episodes().stream()
            .filter(number -> !here(episodes, each -> number.equals(number(each))))
            .collect(Collectors.toUnmodifiableSet());
    return seasons.isEmpty() && single.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wish(wish.id(), seasons, single));
  }

  /** Something of it is here, and nothing that has aired is missing. */
  private boolean here(List<KeptEpisode> episodes, Predicate<KeptEpisode> wished) {
    List<KeptEpisode> out = episodes.stream().filter(wished).filter(aired::aired).toList();
    return !out.isEmpty() && out.stream().allMatch(KeptEpisode::hasFile);
  }

  private static EpisodeNumber number(KeptEpisode episode) {
    return new EpisodeNumber(episode.season(), episode.number());
  }

  private Optional<List<KeptEpisode>> episodes(CatalogId.Tmdb id, String name, Duration patience) {
    List<Server> servers = readings.servers(id.kind());
    List<Server> named = servers.stream().filter(each -> each.arr().name().equals(name)).toList();
    for (Server server : named.isEmpty() ? servers : named) {
      Optional<Kept> kept = readings.kept(server, patience).value().flatMap(all -> all.find(id));
      if (kept.isPresent()) {
        return aired.episodes(server.arr(), kept.get(), patience);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether all servers work, and none of them looks for any of it any more, since somebody took it
   * out; a request server has its own word for that.
   */
  public boolean dropped(Wish wish) {
    List<Server> servers = readings.servers(wish.id().kind());
    return !requestServer.configured()
        && !servers.isEmpty()
        && servers.stream().allMatch(server -> gone(server, wish));
  }

  /** What is remembered may be older than the wish, so that the server has the last word. */
  private boolean gone(Server server, Wish wish) {
    CatalogId.Tmdb id = wish.id();
    Known<KeptTitles> known = readings.kept(server, Readings.NO_TIME);
    boolean seems =
        known.current()
            && known.value().flatMap(all -> all.find(id)).filter(wanted(wish)).isEmpty();
    try {
      return seems && server.arr().kept(id).filter(wanted(wish)).isEmpty();
    } catch (ApiException e) {
      return false;
    }
  }

  private static Predicate<Kept> wanted(Wish wish) {
    return kept ->
        kept.id().kind() == MediaKind.MOVIE || wish.whole()
            ? kept.monitored() || kept.hasFile()
            : kept.monitored() && !wish.episodes().isEmpty()
                || kept.seasons().stream()
                    .filter(season -> wish.seasons().contains(season.number()))
                    .anyMatch(season -> kept.monitored() && season.monitored() || complete(season));
  }

  private static boolean complete(Kept.Season season) {
    return season.total() > 0 && season.files() >= season.total();
  }
}
