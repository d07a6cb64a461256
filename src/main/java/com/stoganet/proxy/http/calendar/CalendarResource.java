package com.stoganet.proxy.http.calendar;

import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.api.CalendarApi;
import com.stoganet.proxy.api.model.CalendarEvent;
import com.stoganet.proxy.api.model.CalendarItem;
import com.stoganet.proxy.api.model.CalendarResponse;
import com.stoganet.proxy.calendar.Calendar;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.http.edge.Timestamps;
import com.stoganet.proxy.http.library.StatusMapper;
import com.stoganet.proxy.http.library.TitleMapper;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** {@code /calendar}: releases and episodes by day. */
@Service
public class CalendarResource implements CalendarApi {

  private static final int USUAL_DAYS = 14;

  /** Java accepts days that the servers do not. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2999;

  private final Calendar calendar;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  public CalendarResource(Calendar calendar, CurrentCaller caller, Clock clock) {
    this.calendar = calendar;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  public CalendarResponse getCalendar(String start, String end) {
    LocalDate first = start == null ? LocalDate.now(clock) : day("start", start);
    LocalDate last = end == null ? first.plusDays(USUAL_DAYS) : day("end", end);
    Calendar.Page page = calendar.between(caller.get(), first, last);
    return new CalendarResponse()
        .items(page.items().stream().map(CalendarResource::item).toList())
        .partial(page.partial());
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Falls through to the failure below.
    }
    throw ApiException.invalid(name, name + " must be a day such as 2026-11-30.");
  }

  private static CalendarItem item(Calendar.Item item) {
    CalendarEntry entry = item.entry();
    boolean movie = entry.id().kind() == MediaKind.MOVIE;
    return new CalendarItem()
        .titleId(entry.id().toString())
        .title(entry.name())
        .type(TitleMapper.type(entry.id().kind()))
        .date(entry.day())
        .airsAt(entry.airs().map(Timestamps::utc).orElse(null))
        .event(CalendarEvent.valueOf(entry.event().name()))
        .seasonNumber(movie ? null : entry.season())
        .episodeNumber(movie ? null : entry.episode())
        .episodeTitle(movie ? null : entry.episodeName())
        .inLibrary(item.inLibrary())
        .state(StatusMapper.state(item.status()))
        .status(StatusMapper.status(item.status()));
  }
}
