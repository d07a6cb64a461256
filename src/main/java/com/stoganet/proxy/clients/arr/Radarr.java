package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.arrivals.CalendarEntry;
import com.stoganet.proxy.arrivals.Kept;
import com.stoganet.proxy.arrivals.KeptEpisode;
import com.stoganet.proxy.arrivals.Offer;
import com.stoganet.proxy.arrivals.QueueRow;
import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Movies by way of a Radarr. */
final class Radarr extends Servarr {

  private final ArrConnection<RadarrApi> connection;
  private final MovieWish wishes;

  Radarr(ArrServer server) {
    super(server);
    this.connection = server.connect(RadarrApi.class);
    this.wishes = new MovieWish(server, connection, this);
  }

  @Override
  public MediaKind kind() {
    return MediaKind.MOVIE;
  }

  @Override
  public List<Offer> search(String words) {
    String term = SearchTerm.words(words);
    return term.isEmpty() ? List.of() : offers(term);
  }

  /** Asked for a number, Radarr would still answer what words find if it did not understand. */
  @Override
  public Optional<Offer> offer(CatalogId.Tmdb id) {
    return known(id)
        .flatMap(
            tmdb ->
                offers(SearchTerm.number(tmdb)).stream()
                    .filter(offer -> offer.id().equals(tmdb))
                    .findFirst());
  }

  @Override
  public List<Kept> kept() {
    return connection.readAll(api -> api.movies(true)).stream()
        .filter(RadarrTitles::numbered)
        .map(RadarrTitles::kept)
        .toList();
  }

  @Override
  public Optional<Kept> kept(CatalogId.Tmdb id) {
    return find(id).map(RadarrTitles::kept);
  }

  @Override
  public List<KeptEpisode> episodes(Kept series) {
    return List.of();
  }

  @Override
  public List<QueueRow> queue() {
    return QueueRows.rows(connection.read(api -> api.queue(false)));
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
  public void want(Wish wish) {
    wishes.fulfil(wish.id());
  }

  @Override
  Command search(QueueRow row) {
    return Command.searchMovie(row.title());
  }

  /** Lookup does not tell files, so only this says what Radarr keeps. */
  Optional<Movie> find(CatalogId.Tmdb id) {
    return known(id)
        .flatMap(
            tmdb ->
                connection.read(api -> api.movie(tmdb.number(), true)).stream()
                    .filter(RadarrTitles::numbered)
                    .filter(movie -> RadarrTitles.id(movie).equals(tmdb))
                    .filter(movie -> Lenient.number(movie.id) > 0)
                    .findFirst());
  }

  private List<Offer> offers(String term) {
    return connection.lookUp(api -> api.lookup(term)).stream()
        .filter(RadarrTitles::numbered)
        .map(RadarrTitles::offer)
        .toList();
  }
}
