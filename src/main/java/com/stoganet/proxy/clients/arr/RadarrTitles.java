package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.CalendarEntry.Event;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Translates movies of Radarr into the model of the proxy. */
final class RadarrTitles {

  private static final int NONE = -1;

  private RadarrTitles() {}

  /** Whether the movie has a TMDB number; the proxy leaves out movies without one. */
  static boolean numbered(Movie movie) {
    return Absent.number(movie.tmdbId) > 0;
  }

  static CatalogId.Tmdb id(Movie movie) {
    return new CatalogId.Tmdb(MediaKind.MOVIE, movie.tmdbId);
  }

  static LookupResult result(Movie movie) {
    String name = Absent.text(movie.title);
    String original = Absent.text(movie.originalTitle);
    String poster = Cover.open(movie.remotePoster);
    return new LookupResult(
        id(movie),
        name,
        original.equals(name) ? "" : original,
        Absent.number(movie.year),
        Absent.text(movie.overview),
        poster.isEmpty() ? Cover.address(movie.images, "poster") : poster,
        Cover.address(movie.images, "fanart"),
        Absent.text(movie.certification),
        Absent.list(movie.genres),
        Absent.number(movie.runtime),
        rating(movie),
        List.of());
  }

  static ArrTitle title(Movie movie) {
    return new ArrTitle(
        id(movie),
        Absent.number(movie.id),
        Absent.text(movie.title),
        Absent.number(movie.year),
        Absent.truth(movie.monitored),
        Absent.truth(movie.hasFile),
        Absent.truth(movie.isAvailable),
        release(movie),
        false,
        List.of());
  }

  static Stream<CalendarEntry> entries(Movie movie, LocalDate first, LocalDate last) {
    return Stream.of(
            entry(movie, movie.inCinemas, Event.IN_CINEMAS),
            entry(movie, movie.digitalRelease, Event.DIGITAL_RELEASE),
            entry(movie, movie.physicalRelease, Event.PHYSICAL_RELEASE))
        .flatMap(Optional::stream)
        .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last));
  }

  private static Optional<CalendarEntry> entry(Movie movie, String date, Event event) {
    return ArrDates.day(date)
        .map(
            day ->
                new CalendarEntry(
                    id(movie),
                    Absent.text(movie.title),
                    Absent.text(movie.certification),
                    day,
                    Optional.empty(),
                    event,
                    NONE,
                    NONE,
                    "",
                    Absent.truth(movie.hasFile)));
  }

  /** The date from which Radarr searches for the movie; without a known date, the expected one. */
  private static Optional<LocalDate> release(Movie movie) {
    Optional<LocalDate> cinemas = ArrDates.day(movie.inCinemas);
    if ("inCinemas".equals(movie.minimumAvailability) && cinemas.isPresent()) {
      return cinemas;
    }
    return Stream.of(movie.digitalRelease, movie.physicalRelease)
        .flatMap(date -> ArrDates.day(date).stream())
        .min(LocalDate::compareTo)
        .or(() -> ArrDates.day(movie.releaseDate))
        .or(() -> cinemas);
  }

  private static float rating(Movie movie) {
    if (movie.ratings == null) {
      return 0;
    }
    float tmdb = rating(movie.ratings.tmdb);
    return tmdb > 0 ? tmdb : rating(movie.ratings.imdb);
  }

  private static float rating(Rating rating) {
    return rating == null ? 0 : Absent.rating(rating.value);
  }
}
