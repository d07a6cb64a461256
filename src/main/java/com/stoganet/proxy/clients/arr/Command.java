package com.stoganet.proxy.clients.arr;

import java.util.List;

/** A command that the server carries out later; null fields are not sent. */
public class Command {
  public String name;
  public List<Integer> movieIds;
  public Integer seriesId;
  public Integer seasonNumber;
  public List<Integer> episodeIds;

  static Command refreshMonitoredDownloads() {
    return named("RefreshMonitoredDownloads");
  }

  static Command searchMovie(int movie) {
    Command command = named("MoviesSearch");
    command.movieIds = List.of(movie);
    return command;
  }

  static Command searchSeries(int series) {
    Command command = named("SeriesSearch");
    command.seriesId = series;
    return command;
  }

  static Command searchSeason(int series, int season) {
    Command command = named("SeasonSearch");
    command.seriesId = series;
    command.seasonNumber = season;
    return command;
  }

  static Command searchEpisodes(List<Integer> episodes) {
    Command command = named("EpisodeSearch");
    command.episodeIds = episodes;
    return command;
  }

  private static Command named(String name) {
    Command command = new Command();
    command.name = name;
    return command;
  }
}
