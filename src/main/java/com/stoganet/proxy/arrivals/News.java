package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.events.Happening;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compares what is on its way with what it was before, and tells the difference. */
@ApplicationScoped
public class News {

  /** There is no more to tell of a title that has got there, or is on no way at all. */
  private static final Set<Stage> AT_REST =
      Set.of(Stage.PLAYABLE, Stage.REQUESTABLE, Stage.NOT_REQUESTABLE);

  private static final Set<Stage> HERE = Set.of(Stage.PLAYABLE, Stage.PARTLY);

  private final Downloads downloads;
  private final TitleStates states;
  private final OpenRequests requests;
  private final Askers askers;
  private final Catalogue catalogue;
  private final Event<Happening> happenings;

  /** Null as long as there is nothing to compare with. */
  private Seen before;

  /** What was seen at one look. */
  private record Seen(Map<CatalogId.Tmdb, TitleState> titles, Map<String, Download> downloads) {}

  /** For the proxies of CDI only. */
  protected News() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public News(
      Downloads downloads,
      TitleStates states,
      OpenRequests requests,
      Askers askers,
      Catalogue catalogue,
      Event<Happening> happenings) {
    this.downloads = downloads;
    this.states = states;
    this.requests = requests;
    this.askers = askers;
    this.catalogue = catalogue;
    this.happenings = happenings;
  }

  /** Nobody looks for a while: what is seen next is compared with nothing. */
  synchronized void forget() {
    before = null;
  }

  /** Looks, and tells what is new since the last look. */
  synchronized void look() {
    Downloads.Listing listing = downloads.all(Readings.PATIENCE);
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
    if (now.titles().values().stream().anyMatch(state -> state.stage() == Stage.IMPORTING)) {
      catalogue.hurry();
    }
  }

  private Map<CatalogId.Tmdb, TitleState> titles(Map<String, Download> going) {
    Set<CatalogId.Tmdb> ids = new HashSet<>(requests.all().keySet());
    going.values().forEach(download -> download.title().ifPresent(ids::add));
    if (before != null) {
      before
          .titles()
          .forEach(
              (id, state) -> {
                if (!AT_REST.contains(state.stage())) {
                  ids.add(id);
                }
              });
    }
    Map<CatalogId.Tmdb, TitleState> titles = new HashMap<>();
    ids.forEach(id -> titles.put(id, states.soon(id, catalogue.has(id))));
    return titles;
  }

  private void tellTitle(CatalogId.Tmdb id, TitleState state) {
    TitleState last = before.titles().get(id);
    if (last == null || !gist(last).equals(gist(state))) {
      boolean arrived = HERE.contains(state.stage());
      happenings.fire(
          new Happening(
              "title",
              new TitleMoved(id, state),
              arrived ? caller -> catalogue.shownNow(caller, id).isPresent() : concerned(id)));
    }
  }

  private void tellDownload(Download download) {
    Download last = before.downloads().get(download.id());
    if (last == null || !gist(last).equals(gist(download))) {
      happenings.fire(new Happening("download", download, concerned(download)));
    }
  }

  private void tellEnd(Download download) {
    happenings.fire(
        new Happening("download_ended", new DownloadEnded(download.id()), concerned(download)));
  }

  /** A percent more or less is worth telling, a second less is not. */
  private static Object gist(TitleState state) {
    record Gist(
        Stage stage,
        String reason,
        Object release,
        Object episodes,
        Optional<Long> percent,
        Optional<Problem> problem) {}

    return new Gist(
        state.stage(),
        state.reason(),
        state.release(),
        state.episodes(),
        state.transfer().map(transfer -> (long) transfer.percent()),
        state.transfer().flatMap(Transfer::problem));
  }

  private static Object gist(Download download) {
    record Gist(Object phase, Object problem, String reason, long percent) {}

    return new Gist(
        download.phase(), download.problem(), download.reason(), (long) download.percent());
  }

  /** Downloads are for administrators, and for those who asked for them. */
  private Predicate<Caller> concerned(Download download) {
    return caller ->
        caller.administrator() || download.title().filter(id -> askers.has(caller, id)).isPresent();
  }

  /** Those who asked, and those who may see the title in the library. */
  private Predicate<Caller> concerned(CatalogId.Tmdb id) {
    return caller ->
        caller.administrator() || askers.has(caller, id) || catalogue.shown(caller, id).isPresent();
  }
}
