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
import java.util.stream.Stream;

/** Series from a Sonarr server. */
final class Sonarr extends Servarr {

  private final Clock clock;
  private final ArrConnection<SonarrApi> connection;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final SeriesFinder finder;
  private final SeriesAddition additions;
  private final SeriesChange changes;

  Sonarr(ArrServer server, Clock clock) {
    super(server);
    this.clock = clock;
    this.connection = server.connect(SonarrApi.class);
    this.finder = new SeriesFinder(connection, numbers);
    this.additions = new SeriesAddition(connection, this, finder);
    this.changes = new SeriesChange(connection, this, clock);
  }

  @Override
  public MediaKind kind() {
    return MediaKind.TV;
  }

  @Override
  public List<LookupResult> search(String words) {
    String term = SearchTerm.words(words);
    return term.isEmpty()
        ? List.of()
        : connection.lookUp(api -> api.lookup(term)).stream()
            .flatMap(
                series -> numbers.learn(series).map(id -> SonarrTitles.result(id, series)).stream())
            .toList();
  }

  @Override
  public Optional<LookupResult> lookup(CatalogId.Tmdb id) {
    return known(id).flatMap(finder::lookUp).map(series -> SonarrTitles.result(id, series));
  }

  @Override
  public List<ArrTitle> titles() {
    LocalDate today = LocalDate.now(clock);
    return finder.all().stream()
        .flatMap(
            series -> numbers.id(series).map(id -> SonarrTitles.title(id, series, today)).stream())
        .toList();
  }

  @Override
  public Optional<ArrTitle> title(CatalogId.Tmdb id) {
    return known(id)
        .flatMap(finder::find)
        .map(series -> SonarrTitles.title(id, series, LocalDate.now(clock)));
  }

  @Override
  public List<ArrEpisode> episodes(ArrTitle series) {
    return connection.read(api -> api.episodes(series.key())).stream()
        .filter(episode -> episode.id != null)
        .map(SonarrTitles::episode)
        .toList();
  }

  @Override
  public List<QueueItem> queue() {
    return QueueItems.rows(connection.read(api -> api.queue(false, true)));
  }

  /** Sonarr counts days in UTC, so the request includes the day before and the day after. */
  @Override
  public List<CalendarEntry> calendar(LocalDate first, LocalDate last) {
    String start = first.minusDays(1) + "T00:00:00Z";
    String end = last.plusDays(1) + "T23:59:59Z";
    return connection.read(api -> api.calendar(start, end, true, false)).stream()
        .flatMap(this::entry)
        .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last))
        .toList();
  }

  /**
   * Adds the series; changes it when Sonarr already has it or another client adds it at the same
   * time.
   */
  @Override
  void fulfil(RequestedScope scope) {
    known(scope.id())
        .flatMap(finder::find)
        .or(() -> additions.add(scope))
        .ifPresent(series -> changes.make(series.id, scope));
  }

  /** Searches for the whole season, since one download may have a row for each of many episodes. */
  @Override
  Command search(QueueItem row) {
    return row.season() < 0
        ? Command.searchSeries(row.title())
        : Command.searchSeason(row.title(), row.season());
  }

  private Stream<CalendarEntry> entry(EpisodeItem episode) {
    return Optional.ofNullable(episode.series)
        .flatMap(numbers::id)
        .flatMap(id -> SonarrTitles.entry(id, episode))
        .stream();
  }
}
