package com.stoganet.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * Puts titles into the library that a program can easily get wrong, as real libraries have them.
 */
public final class AwkwardTitles {
  private static final int FIRST_TMDB = 990_001;
  private static final List<String> NAMES =
      List.of("Amélie's \"#1\" Day? 100 % + ümlaut", "<b>Bold</b> & Sons; DROP/..\\", "🦊");

  private final Library library;
  private int tmdb = FIRST_TMDB;

  private AwkwardTitles(Library library) {
    this.library = library;
  }

  /** Adds all of them, as if their files had just been found. */
  public static void addTo(Library library) {
    AwkwardTitles titles = new AwkwardTitles(library);
    titles.films();
    titles.seasonUnknown();
    titles.numbers();
    titles.twoFolders();
    titles.oneEpisode();
  }

  private void films() {
    NAMES.forEach(name -> library.addMovie(name, tmdb++));
    String twice = library.addMovie("In Two Libraries", tmdb++).id();
    library.addCopy(twice, Titles.LATE_NIGHT_LIBRARY);
    String cuts = library.addMovie("Two Cuts", tmdb++).id();
    library.addVersion(cuts, "Two Cuts - Extended");
    String parts = library.addMovie("Parted", tmdb++).id();
    library.addPart(parts, Duration.ofMinutes(1));
    library.describe(parts, 2018, null, "It goes on on the second disc.", List.of("Drama"));
    library.addMovie("Same Name", tmdb++);
    library.addMovie("Same Name", tmdb++);
    library.addMovie("On a Disc in the Cupboard", tmdb++, Medium.PLACEHOLDER);
    library.addMovie("Folder of a DVD", tmdb++, Medium.DVD);
    RemoteHost host = RemoteHost.of(RemoteHost.Kind.RANGES);
    String remote = library.addMovie("On Another Server", tmdb++, host).id();
    library.describe(remote, 2020, null, "It is far away.", List.of("Drama"));
    library.addMovieWithoutFile("Moved Away", tmdb++);
  }

  /** Dated and absolutely numbered episodes, for which Jellyfin makes up a season. */
  private void seasonUnknown() {
    String series = library.addSeries("Daily Talk", tmdb++).id();
    String season = library.addVirtualSeason(series, null).id();
    library.addEpisodeTo(season, null, null, "March 1st").airedOn("2024-03-01");
    library.addEpisodeTo(season, null, null, "March 2nd").airedOn("2024-03-02");
    library.addEpisodeTo(season, null, 3, "Number 3");
  }

  /** A double episode, an episode 0, specials inside a season and a season named after a year. */
  private void numbers() {
    String series = library.addSeries("Odd Numbers", tmdb++).id();
    library.addEpisode(series, 1, 0, "Pilot");
    library.addEpisode(series, 1, 1, "One and Two").until(2);
    library.addEpisode(series, 1, 3, "Three");
    library.addEpisode(series, 0, 1, "Before It All").airsBefore(1);
    library.addEpisode(series, 0, 2, "After It All").airsAfter(1);
    library.addEpisode(series, 2024, 1, "New Year");
  }

  /** Before 12, Jellyfin takes the folders for two series. */
  private void twoFolders() {
    String series = library.addSeries("Two Homes", tmdb++).id();
    library.addEpisode(series, 1, 1, "Here");
    String other = library.addCopy(series).id();
    library.addEpisode(other, 2, 1, "There");
  }

  private void oneEpisode() {
    String series = library.addSeries("Just Begun", tmdb++).id();
    library.addEpisode(series, 1, 1, "Only One So Far");
  }
}
