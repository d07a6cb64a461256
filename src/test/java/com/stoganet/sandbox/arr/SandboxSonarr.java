package com.stoganet.sandbox.arr;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Sonarr; series are called by their numbers at TVDB. */
public final class SandboxSonarr extends SandboxArr {
  private static final double USUAL_SIZE = 1_400_000_000.25;

  private final Shows shows;

  private SandboxSonarr(ArrState state, Shows shows) {
    super(state, SonarrRoutes.of(state, shows));
    this.shows = shows;
  }

  public static SandboxSonarr start(Options options) {
    ArrState state = new ArrState(Program.SONARR, options, "/media/shows");
    SandboxSonarr sonarr = new SandboxSonarr(state, new Shows(state));
    sonarr.open(options.port());
    return sonarr;
  }

  /** The metadata service learns of a series. */
  public void knows(SeriesFacts facts) {
    script(() -> shows.known.put(facts.tvdbId, facts));
  }

  /** Whether the metadata service understands {@code tmdb:603}; it does unless told otherwise. */
  public void understandsTmdb(boolean understands) {
    script(() -> shows.understandsTmdb = understands);
  }

  /** The administrator adds a series that is known, with these seasons monitored. */
  public void keep(int tvdbId, Integer... seasons) {
    script(
        () -> {
          StoredSeries series = shows.keep(known(tvdbId), state.rootFolders.get(0));
          Set<Integer> wanted = Set.of(seasons);
          series.seasons.replaceAll((number, old) -> wanted.contains(number));
          series.monitor(episode -> wanted.contains(episode.facts.season()));
        });
  }

  public void monitor(int tvdbId, boolean monitored) {
    script(() -> kept(tvdbId).monitored = monitored);
  }

  /** One episode, whatever its season says. */
  public void monitor(int tvdbId, int season, int episode, boolean monitored) {
    script(() -> kept(tvdbId).episode(season, episode).monitored = monitored);
  }

  /** The administrator has files of these episodes; of the whole season if none is named. */
  public void hasFiles(int tvdbId, int season, int... episodes) {
    script(
        () ->
            targets(tvdbId, season, episodes)
                .forEach(
                    target ->
                        shows.file(
                            shows.episode(target.episode()).orElseThrow().episode(),
                            (long) USUAL_SIZE)));
  }

  /** The administrator deletes it. */
  public void forget(int tvdbId) {
    script(() -> shows.remove(kept(tvdbId)));
  }

  public boolean keeps(int tvdbId) {
    synchronized (state) {
      return shows.withTvdb(tvdbId) != null;
    }
  }

  public boolean monitors(int tvdbId) {
    synchronized (state) {
      return kept(tvdbId).monitored;
    }
  }

  public boolean monitors(int tvdbId, int season) {
    synchronized (state) {
      return kept(tvdbId).seasons.getOrDefault(season, false);
    }
  }

  /** Monitored episodes by their places, such as S01E02. */
  public Set<String> monitoredEpisodes(int tvdbId) {
    synchronized (state) {
      return kept(tvdbId).episodes.stream()
          .filter(episode -> episode.monitored)
          .map(episode -> Shows.place(episode.facts))
          .collect(Collectors.toSet());
    }
  }

  public boolean hasFile(int tvdbId, int season, int episode) {
    synchronized (state) {
      return kept(tvdbId).episode(season, episode).hasFile();
    }
  }

  /** The administrator has it looked for. */
  public void search(int tvdbId) {
    script(() -> shows.search("series", kept(tvdbId), ""));
  }

  /** By season, the episodes that are wanted and have aired, and are neither here nor coming. */
  public SortedMap<Integer, List<Integer>> missing(int tvdbId) {
    synchronized (state) {
      StoredSeries series = shows.withTvdb(tvdbId);
      if (series == null || !series.monitored) {
        return new TreeMap<>();
      }
      Set<Integer> coming =
          state.downloads.rows().stream()
              .map(row -> row.target().episode())
              .collect(Collectors.toSet());
      return series.episodes.stream()
          .filter(episode -> episode.monitored && episode.aired(state.now()))
          .filter(episode -> !episode.hasFile() && !coming.contains(episode.id))
          .collect(
              Collectors.groupingBy(
                  episode -> episode.facts.season(),
                  TreeMap::new,
                  Collectors.mapping(episode -> episode.facts.number(), Collectors.toList())));
    }
  }

  /** What the metadata service tells of a series; its number is TMDB's. */
  public Description describe(int tvdbId) {
    synchronized (state) {
      SeriesFacts facts = known(tvdbId);
      return new Description(
          facts.tmdbId, facts.title, facts.year, facts.certification, facts.overview, facts.genres);
    }
  }

  /** A release of these episodes is with the client; of the whole season if none is named. */
  public void grab(int tvdbId, int season, String downloadId, double size, int... episodes) {
    script(
        () ->
            add(
                downloadId,
                release(tvdbId, season, episodes),
                size,
                targets(tvdbId, season, episodes)));
  }

  /** A release of these episodes is held back for half an hour. */
  public void delayed(int tvdbId, int season, int... episodes) {
    script(() -> hold(tvdbId, season, "delay", episodes));
  }

  /** A release of these episodes is held back since the download client does not answer. */
  public void clientAway(int tvdbId, int season, int... episodes) {
    script(() -> hold(tvdbId, season, "downloadClientUnavailable", episodes));
  }

  @Override
  void arrived(Download download, Download.Target target) {
    shows
        .episode(target.episode())
        .ifPresent(
            found ->
                shows.file(found.episode(), download.size.longValue() / download.targets.size()));
  }

  private void hold(int tvdbId, int season, String status, int... episodes) {
    hold(release(tvdbId, season, episodes), USUAL_SIZE, status, targets(tvdbId, season, episodes));
  }

  private List<Download.Target> targets(int tvdbId, int season, int... episodes) {
    StoredSeries series = kept(tvdbId);
    List<StoredSeries.StoredEpisode> chosen =
        episodes.length == 0
            ? series.season(season)
            : Arrays.stream(episodes).mapToObj(number -> series.episode(season, number)).toList();
    return chosen.stream()
        .map(episode -> new Download.Target(series.id, season, episode.id))
        .toList();
  }

  private String release(int tvdbId, int season, int... episodes) {
    String place = Shows.season(season);
    for (int episode : episodes) {
      place += String.format("E%02d", episode);
    }
    return Releases.of(known(tvdbId).title + " " + place);
  }

  private SeriesFacts known(int tvdbId) {
    SeriesFacts facts = shows.known.get(tvdbId);
    if (facts == null) {
      throw new IllegalArgumentException("no series " + tvdbId + " is known");
    }
    return facts;
  }

  private StoredSeries kept(int tvdbId) {
    StoredSeries series = shows.withTvdb(tvdbId);
    if (series == null) {
      throw new IllegalArgumentException("series " + tvdbId + " is not kept");
    }
    return series;
  }
}
