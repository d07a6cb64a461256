package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Movies from a Radarr server. */
final class Radarr extends Servarr {

  private final ArrConnection<RadarrApi> connection;
  private final MovieAddition addition;

  Radarr(ArrServer server, Clock clock) {
    super(server);
    this.connection = server.connect(RadarrApi.class);
    this.addition = new MovieAddition(server, connection, this, clock);
  }

  @Override
  public MediaKind kind() {
    return MediaKind.MOVIE;
  }

  @Override
  public List<LookupResult> search(String words) {
    String term = SearchTerm.words(words);
    return term.isEmpty() ? List.of() : results(term);
  }

  /**
   * Checks the number of the result: a Radarr that does not understand the number as one searches
   * for it as words.
   */
  @Override
  public Optional<LookupResult> lookup(CatalogId.Tmdb id) {
    return known(id)
        .flatMap(
            tmdb ->
                results(SearchTerm.number(tmdb)).stream()
                    .filter(result -> result.id().equals(tmdb))
                    .findFirst());
  }

  @Override
  public List<ArrTitle> titles() {
    return connection.readAll(api -> api.movies(true)).stream()
        .filter(RadarrTitles::numbered)
        .map(RadarrTitles::title)
        .toList();
  }

  @Override
  public Optional<ArrTitle> title(CatalogId.Tmdb id) {
    return find(id).map(RadarrTitles::title);
  }

  @Override
  public List<ArrEpisode> episodes(ArrTitle series) {
    return List.of();
  }

  @Override
  public List<QueueItem> queue() {
    return QueueItems.rows(connection.read(api -> api.queue(false)));
  }

  @Override
  public List<CalendarEntry> calendar(LocalDate first, LocalDate last) {
    String start = first + "T00:00:00Z";
    String end = last + "T23:59:59Z";
    return connection.read(api -> api.calendar(start, end, false)).stream()
        .filter(RadarrTitles::numbered)
        .flatMap(movie -> RadarrTitles.entries(movie, first, last))
        .toList();
  }

  @Override
  void fulfil(RequestedScope scope) {
    addition.fulfil(scope.id());
  }

  @Override
  Command search(QueueItem row) {
    return Command.searchMovie(row.title());
  }

  /** The movie as Radarr has it, with its file, which lookup does not report. */
  Optional<Movie> find(CatalogId.Tmdb id) {
    return known(id)
        .flatMap(
            tmdb ->
                connection.read(api -> api.movie(tmdb.number(), true)).stream()
                    .filter(RadarrTitles::numbered)
                    .filter(movie -> RadarrTitles.id(movie).equals(tmdb))
                    .filter(movie -> Absent.number(movie.id) > 0)
                    .findFirst());
  }

  private List<LookupResult> results(String term) {
    return connection.lookUp(api -> api.lookup(term)).stream()
        .filter(RadarrTitles::numbered)
        .map(RadarrTitles::result)
        .toList();
  }
}
