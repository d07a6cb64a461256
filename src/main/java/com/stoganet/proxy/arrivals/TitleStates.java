package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.arrivals.Asked.Standing;
import com.stoganet.proxy.arrivals.Readings.Server;
import com.stoganet.proxy.arrivals.Remembered.Known;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says where titles are on their way. It is worked out anew each time from what all servers say, in
 * the order of evidence: what is here, what is being put there, what is being downloaded, what is
 * looked for, what somebody asked for.
 *
 * <p>A server that does not answer leaves it open, since an outage deletes nothing.
 */
@ApplicationScoped
public class TitleStates {

  private final Readings readings;
  private final AiredEpisodes aired;
  private final OpenRequests requests;
  private final RequestServer requestServer;

  /** For the proxies of CDI only. */
  protected TitleStates() {
    this(null, null, null, null);
  }

  @Inject
  public TitleStates(
      Readings readings, AiredEpisodes aired, OpenRequests requests, RequestServer requestServer) {
    this.readings = readings;
    this.aired = aired;
    this.requests = requests;
    this.requestServer = requestServer;
  }

  /**
   * Where a title is.
   *
   * @param here whether the library has it
   * @param patience how long to wait for servers that have something new to say
   */
  public TitleState of(CatalogId.Tmdb id, boolean here, Duration patience) {
    readings.prepare(id.kind());
    List<Sight> sights = new ArrayList<>();
    for (Server server : readings.servers(id.kind())) {
      sights.add(sight(server, id, patience));
    }
    return here ? here(id, sights, patience) : elsewhere(id, sights, patience);
  }

  /** The same for somebody who waits a moment. */
  public TitleState soon(CatalogId.Tmdb id, boolean here) {
    return of(id, here, Readings.PATIENCE);
  }

  /** The same for somebody who does not wait. */
  public TitleState atOnce(CatalogId.Tmdb id, boolean here) {
    return of(id, here, Readings.NO_TIME);
  }

  /** What one server knows of a title. */
  private record Sight(
      Server server, Optional<Kept> kept, List<Download> downloads, boolean current) {}

  private Sight sight(Server server, CatalogId.Tmdb id, Duration patience) {
    Known<KeptTitles> titles = readings.kept(server, patience);
    Known<Queue> queue = readings.queue(server, patience);
    Optional<Kept> kept = titles.value().flatMap(known -> known.find(id));
    Map<String, Torrent> torrents =
        kept.isPresent() ? readings.torrents(patience) : Map.<String, Torrent>of();
    List<Download> downloads =
        kept.map(Kept::key).flatMap(key -> queue.value().map(known -> known.of(key))).stream()
            .flatMap(List::stream)
            .map(rows -> joined(server, rows, kept, torrents))
            .toList();
    return new Sight(server, kept, downloads, titles.current() && queue.current());
  }

  static Download joined(
      Server server, List<QueueRow> rows, Optional<Kept> kept, Map<String, Torrent> torrents) {
    return Download.of(
        server.arr().name(), rows, kept, torrents.get(TorrentHash.of(rows.get(0).download())));
  }

  private TitleState here(CatalogId.Tmdb id, List<Sight> sights, Duration patience) {
    if (id.kind() == MediaKind.MOVIE) {
      return TitleState.of(Stage.PLAYABLE);
    }
    Optional<Sight> keeper = sights.stream().filter(sight -> sight.kept().isPresent()).findFirst();
    if (keeper.isEmpty()) {
      return TitleState.of(Stage.PLAYABLE);
    }
    Sight sight = keeper.get();
    TitleState.Tally tally = aired.tally(sight.server().arr(), sight.kept().get(), patience);
    List<Download> downloads = downloads(sights);
    return TitleState.here(
        tally, downloads.isEmpty() ? Optional.empty() : Optional.of(Transfer.of(downloads)));
  }

  private TitleState elsewhere(CatalogId.Tmdb id, List<Sight> sights, Duration patience) {
    TitleState known = wanted(sights).orElseGet(() -> notKept(id, sights, patience));
    boolean current = sights.stream().allMatch(Sight::current);
    // What an open request says needs no server.
    return current || known.stage() == Stage.REQUESTED ? known : TitleState.unknown(known.before());
  }

  private Optional<TitleState> wanted(List<Sight> sights) {
    List<Download> downloads = downloads(sights);
    List<Kept> kept = sights.stream().flatMap(sight -> sight.kept().stream()).toList();
    if (!downloads.isEmpty()) {
      boolean arrived = downloads.stream().allMatch(Download::complete);
      return Optional.of(
          TitleState.onItsWay(
              arrived ? Stage.IMPORTING : Stage.DOWNLOADING, Transfer.of(downloads)));
    }
    if (kept.stream().anyMatch(Kept::hasFile)) {
      return Optional.of(TitleState.of(Stage.IMPORTING));
    }
    List<Kept> monitored = kept.stream().filter(Kept::monitored).toList();
    if (monitored.isEmpty()) {
      return Optional.empty();
    }
    return monitored.stream().anyMatch(Kept::released)
        ? Optional.of(TitleState.of(Stage.SEARCHING))
        : Optional.of(TitleState.waiting(monitored.get(0).release()));
  }

  private TitleState notKept(CatalogId.Tmdb id, List<Sight> sights, Duration patience) {
    Optional<Standing> asked = requests.of(id);
    if (asked.isPresent() && asked.get().step() != Asked.Step.HANDED_ON) {
      return TitleState.of(
          Stage.REQUESTED,
          asked.get().step() == Asked.Step.AWAITING_APPROVAL
              ? "An administrator has to approve it."
              : "It is approved, and handed on as soon as the server for it answers.");
    }
    if (requestServer.configured()) {
      return asDecidedElsewhere(id, patience);
    }
    return sights.isEmpty()
        ? TitleState.of(Stage.NOT_REQUESTABLE, "Nobody is there who could get it.")
        : TitleState.of(Stage.REQUESTABLE);
  }

  /** A request server that does not answer does not matter as long as somebody can be asked. */
  private TitleState asDecidedElsewhere(CatalogId.Tmdb id, Duration patience) {
    if (patience.isZero()) {
      return TitleState.of(Stage.REQUESTABLE);
    }
    try {
      return switch (requestServer.standing(id)) {
        case AWAITING_APPROVAL ->
            TitleState.of(Stage.REQUESTED, "An administrator has to approve it.");
        case APPROVED -> TitleState.of(Stage.SEARCHING);
        case BLOCKLISTED ->
            TitleState.of(Stage.NOT_REQUESTABLE, "An administrator does not want it here.");
        case NOT_REQUESTED -> TitleState.of(Stage.REQUESTABLE);
      };
    } catch (ApiException e) {
      return TitleState.unknown(Stage.REQUESTABLE);
    }
  }

  private static List<Download> downloads(List<Sight> sights) {
    return sights.stream().flatMap(sight -> sight.downloads().stream()).toList();
  }
}
