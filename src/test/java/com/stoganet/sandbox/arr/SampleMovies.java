package com.stoganet.sandbox.arr;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Movies that nobody has filmed, one or two in every state that there is. */
public final class SampleMovies {
  /** Can be asked for. */
  public static final int REQUESTABLE = 920_001;

  public static final int SECOND_REQUESTABLE = 920_002;

  /** Can be asked for by grown-ups: rated R. */
  public static final int RESTRICTED = 920_003;

  /** Can be asked for; nobody has rated it. */
  public static final int UNRATED = 920_004;

  /** Monitored and missing: it is looked for. */
  public static final int SEARCHING = 920_005;

  /** Monitored, comes out in a month. */
  public static final int UNRELEASED = 920_006;

  /** 40 % are there. */
  public static final int DOWNLOADING = 920_007;

  public static final int STALLED = 920_008;
  public static final int PAUSED = 920_009;

  /** Downloaded, but cannot be put into the library. */
  public static final int BLOCKED = 920_010;

  /** Radarr has the file, no Jellyfin has heard of it. */
  public static final int IMPORTED = 920_011;

  /** Kept, but not looked for. */
  public static final int UNMONITORED = 920_012;

  /** A release is held back for a while. */
  public static final int DELAYED = 920_013;

  /** In cinemas; a digital release is a week away. */
  public static final int IN_CINEMAS = 920_014;

  public static final int FAILED = 920_015;

  /** Also in the sandbox Jellyfin. */
  public static final int PLAYABLE = 910_001;

  /** Also in the sandbox Jellyfin; it shares the number with a series. */
  public static final int SHARED_NUMBER = 910_007;

  private static final double SIZE = 7_516_192_768.5;

  private final SandboxRadarr radarr;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private SampleMovies(SandboxRadarr radarr) {
    this.radarr = radarr;
  }

  public static void fill(SandboxRadarr radarr) {
    SampleMovies samples = new SampleMovies(radarr);
    samples.requestable();
    samples.waiting();
    samples.downloads();
    samples.troubles();
    samples.arrived();
  }

  /** The download id of a sample that has one. */
  public static String download(int tmdbId) {
    return Hashes.of("sample movie " + tmdbId);
  }

  private void requestable() {
    knows(REQUESTABLE, "The Bellfounder's Apprentice", 2021, "PG", "Drama", "Music")
        .overview("A bell is cast for a tower that has not been built, and somebody rings it.");
    knows(SECOND_REQUESTABLE, "Ninety Acres of Fog", 2018, "PG-13", "Mystery")
        .overview("A surveyor measures a field that is larger on foggy days.");
    knows(RESTRICTED, "What the Butcher Owed", 2022, "R", "Crime", "Thriller")
        .overview("A debt of one cow is inherited by somebody who has never seen one.");
    knows(UNRATED, "Postcards to Nobody", 2016, null, "Documentary")
        .overview("Eleven thousand postcards without an address are read aloud.");
  }

  private void waiting() {
    knows(SEARCHING, "A Locksmith in Orrvale", 2019, "PG", "Comedy")
        .overview("Every door in the village is open, which is bad for business.");
    radarr.keep(SEARCHING);
    knows(
            UNRELEASED,
            "The Long Way to Kestrel Rock",
            today.plusDays(30).getYear(),
            "PG",
            "Adventure")
        .overview("Four brothers row to an island that only three of them have seen.")
        .inCinemas(today.minusDays(20))
        .digital(today.plusDays(30))
        .physical(today.plusDays(60));
    radarr.keep(UNRELEASED);
    knows(IN_CINEMAS, "Harvest of Glass", today.getYear(), "PG-13", "Science Fiction")
        .overview("A farmer finds lenses in her field, and something is looking through them.")
        .inCinemas(today.minusDays(60))
        .digital(today.plusDays(7));
    radarr.keep(IN_CINEMAS);
    knows(DELAYED, "Two Tickets to Marrow", 2020, "PG", "Romance")
        .overview("A train runs once a year, and both of them have missed it.");
    radarr.keep(DELAYED);
    radarr.delayed(DELAYED);
  }

  private void downloads() {
    knows(DOWNLOADING, "The Cellar Orchestra", 2023, "PG-13", "Music", "Drama")
        .overview("Below the opera house another one plays the same evening backwards.");
    grab(DOWNLOADING);
    radarr.progress(download(DOWNLOADING), SIZE * 0.6, Duration.ofMinutes(18));
    knows(PAUSED, "Cartwheel Season", 2017, "G", "Family")
        .overview("A circus winters in a school, and the children take over.");
    grab(PAUSED);
    radarr.progress(download(PAUSED), SIZE * 0.25, null);
    radarr.pause(download(PAUSED));
  }

  private void troubles() {
    knows(STALLED, "The Ferryman's Ledger", 2015, "PG-13", "History")
        .overview("Somebody has crossed the river more often one way than the other.");
    grab(STALLED);
    radarr.progress(download(STALLED), SIZE * 0.875, null);
    radarr.stall(download(STALLED), "The download is stalled with no connections");
    knows(BLOCKED, "Salt and Semaphore", 2014, "PG", "War")
        .overview("Two signalmen fall in love over eleven miles and a code book.");
    grab(BLOCKED);
    radarr.importBlocked(download(BLOCKED), "Found archive file, might need to be extracted");
    knows(FAILED, "An Inventory of Storms", 2013, "PG-13", "Drama")
        .overview("A clerk of the weather office keeps one storm for himself.");
    grab(FAILED);
    radarr.fail(download(FAILED), "The files of the torrent are missing");
  }

  private void arrived() {
    knows(IMPORTED, "Mornings at the Weighhouse", 2012, "PG", "Drama")
        .overview("The scales of the town are wrong by exactly one letter.");
    radarr.keepWithFile(IMPORTED);
    knows(UNMONITORED, "The Quiet Auctioneer", 2011, "PG", "Comedy")
        .overview("He has never sold anything, and the house is always full.");
    radarr.keep(UNMONITORED);
    radarr.monitor(UNMONITORED, false);
    knows(PLAYABLE, "Lanterns over Vessary", 2019, "PG-13", "Drama", "Mystery")
        .overview("A lamp keeper finds that one lantern of the town burns without oil.");
    radarr.keepWithFile(PLAYABLE);
    knows(SHARED_NUMBER, "Paper Comets: Afterglow", 2023, "G", "Animation", "Family")
        .overview("The comet comes back, and it has been busy.");
    radarr.keepWithFile(SHARED_NUMBER);
  }

  private void grab(int tmdbId) {
    radarr.keep(tmdbId);
    radarr.grab(tmdbId, download(tmdbId), SIZE);
  }

  private MovieFacts knows(int tmdbId, String title, int year, String rating, String... genres) {
    MovieFacts facts =
        MovieFacts.of(tmdbId, title, year)
            .certification(rating)
            .genres(genres)
            .imdbId("tt9" + tmdbId);
    radarr.knows(facts);
    return facts;
  }
}
