package com.stoganet.proxy.calendar;

import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.discovery.RatingCap;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The releases of movies and episodes that the caller may see, by day. */
@Service
public class Calendar {

  private static final long MOST_DAYS = 100;

  private final Arrs arrs;
  private final Catalogue catalogue;
  private final RatingCap ratings;
  private final TitleStatusResolver statuses;
  private final Background background;
  private final Clock clock;

  /**
   * A part of the calendar.
   *
   * @param partial whether a server did not answer, so that entries may be missing
   */
  public record Page(List<Item> items, boolean partial) {}

  /** A release with its status. */
  public record Item(CalendarEntry entry, boolean inLibrary, TitleStatus status) {}

  @Inject
  public Calendar(
      Arrs arrs,
      Catalogue catalogue,
      RatingCap ratings,
      TitleStatusResolver statuses,
      Background background,
      Clock clock) {
    this.arrs = arrs;
    this.catalogue = catalogue;
    this.ratings = ratings;
    this.statuses = statuses;
    this.background = background;
    this.clock = clock;
  }

  /**
   * Entries from the first to the last day, the earliest first.
   *
   * @throws ApiException validation_failed when the last day is before the first, or more than 100
   *     days after it
   */
  public Page between(Caller caller, LocalDate first, LocalDate last) {
    if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
      throw ApiException.invalid("end", "end must be from 0 to 100 days after start.");
    }
    List<CompletableFuture<List<CalendarEntry>>> questions =
        arrs.all().stream().map(arr -> background.ask(() -> arr.calendar(first, last))).toList();
    Map<Key, CalendarEntry> entries = new LinkedHashMap<>();
    boolean partial = false;
    for (CompletableFuture<List<CalendarEntry>> question : questions) {
      try {
        question.join().forEach(each -> entries.merge(Key.of(each), each, Calendar::richer));
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof ApiException)) {
          throw e;
        }
        partial = true;
      }
    }
    Restrictions limits = ratings.of(caller);
    List<CalendarEntry> shown = new ArrayList<>();
    for (CalendarEntry entry : entries.values()) {
      if (maySee(caller, limits, entry)) {
        shown.add(entry);
      }
    }
    shown.sort(Comparator.comparing(CalendarEntry::day).thenComparing(CalendarEntry::name));
    return new Page(shown.stream().map(this::item).toList(), partial);
  }

  private Item item(CalendarEntry entry) {
    boolean known = catalogue.has(entry.id());
    boolean movie = entry.id().kind() == MediaKind.MOVIE;
    return new Item(
        entry, known && (movie || entry.hasFile()), statuses.ofRelease(entry, known, out(entry)));
  }

  private boolean out(CalendarEntry entry) {
    return entry
        .airs()
        .map(time -> !time.isAfter(clock.instant()))
        .orElseGet(() -> entry.day().isBefore(LocalDate.now(clock)));
  }

  private boolean maySee(Caller caller, Restrictions limits, CalendarEntry entry) {
    if (catalogue.has(entry.id())) {
      return catalogue.shown(caller, entry.id()).isPresent();
    }
    return ratings.allows(limits, entry.id(), entry.certification());
  }

  /** Of two entries for the same release at two servers, the one with a file. */
  private static CalendarEntry richer(CalendarEntry one, CalendarEntry other) {
    return other.hasFile() ? other : one;
  }

  private record Key(
      CatalogId.Tmdb id, LocalDate day, CalendarEntry.Event event, int season, int episode) {

    static Key of(CalendarEntry entry) {
      return new Key(entry.id(), entry.day(), entry.event(), entry.season(), entry.episode());
    }
  }
}
