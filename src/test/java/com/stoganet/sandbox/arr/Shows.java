package com.stoganet.sandbox.arr;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sonarr's library, and what the metadata service knows besides. */
final class Shows {
  /** By their numbers at TVDB. */
  final Map<Integer, SeriesFacts> known = new LinkedHashMap<>();

  /** An episode with the series that it is of. */
  record Found(StoredSeries series, StoredSeries.StoredEpisode episode) {}

  private final Map<Integer, StoredSeries> byId = new LinkedHashMap<>();
  private final Map<Integer, StoredSeries> byTvdb = new LinkedHashMap<>();
  private final Map<Integer, Found> episodes = new LinkedHashMap<>();
  private final ArrState state;
  private int lastId;
  private int lastEpisode = 1000;
  private int lastFile;

  /** False for a service that takes {@code tmdb:603} for words, as an old one may. */
  boolean understandsTmdb = true;

  Shows(ArrState state) {
    this.state = state;
  }

  /** With all its episodes and seasons, none of them monitored. */
  StoredSeries keep(SeriesFacts facts, String rootFolder) {
    StoredSeries series = new StoredSeries(++lastId, facts, rootFolder, state.now());
    byId.put(series.id, series);
    byTvdb.put(facts.tvdbId, series);
    facts.seasons().forEach(number -> series.seasons.put(number, false));
    for (SeriesFacts.EpisodeFacts each : facts.episodes) {
      StoredSeries.StoredEpisode episode = new StoredSeries.StoredEpisode(++lastEpisode, each);
      series.episodes.add(episode);
      episodes.put(episode.id, new Found(series, episode));
    }
    return series;
  }

  Collection<StoredSeries> all() {
    return byId.values();
  }

  /** Null when it is not kept. */
  StoredSeries get(int id) {
    return byId.get(id);
  }

  /** Null when it is not kept. */
  StoredSeries withTvdb(int tvdbId) {
    return byTvdb.get(tvdbId);
  }

  Optional<Found> episode(int id) {
    return Optional.ofNullable(episodes.get(id));
  }

  void remove(StoredSeries series) {
    byId.remove(series.id);
    byTvdb.remove(series.facts.tvdbId);
    series.episodes.forEach(episode -> episodes.remove(episode.id));
  }

  void file(StoredSeries.StoredEpisode episode, long size) {
    episode.fileId = ++lastFile;
    episode.size = size;
  }

  /**
   * Sonarr 4: notes the time at every episode that it searches for.
   *
   * @param rest empty for the series, or the place of the season or episode behind a blank
   */
  void search(String what, StoredSeries series, String rest) {
    state.searches.add(what + " " + series.facts.tvdbId + rest);
    series.episodes.stream()
        .filter(episode -> (" " + place(episode.facts)).startsWith(rest))
        .filter(episode -> what.equals("episode") || episode.monitored)
        .forEach(episode -> episode.lastSearch = state.now());
  }

  /** Such as S01E02. */
  static String place(SeriesFacts.EpisodeFacts episode) {
    return season(episode.season()) + String.format(Locale.ROOT, "E%02d", episode.number());
  }

  static String season(int number) {
    return String.format(Locale.ROOT, "S%02d", number);
  }
}
