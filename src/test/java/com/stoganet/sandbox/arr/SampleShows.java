package com.stoganet.sandbox.arr;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Series that nobody has filmed, in every state that there is; the numbers are TVDB's. */
public final class SampleShows {
  /** Can be asked for: two seasons and specials. */
  public static final int REQUESTABLE = 830_001;

  /** Season 1 is there, season 2 partly, and one episode of it is being downloaded. */
  public static final int PARTLY = 830_002;

  /** A pack of season 2 is under way, in one download with eight rows. */
  public static final int SEASON_PACK = 830_003;

  /** Ended; 3 of 28 episodes, which Sonarr calls 100 %. */
  public static final int HUNDRED_PERCENT = 830_004;

  /** Continuing: an episode aired last week, one airs this week, more follow. */
  public static final int AIRING = 830_005;

  /** Can be asked for by grown-ups: rated TV-MA; TMDB does not know it. */
  public static final int RESTRICTED = 830_006;

  /** Kept, comes out in two months. */
  public static final int UPCOMING = 830_007;

  /** The one that is also in the sandbox Jellyfin, Harbour Nine. */
  public static final int PLAYABLE = 930_001;

  /** Its number at TMDB, which a movie has as well. */
  public static final int PLAYABLE_TMDB = 910_007;

  private static final double EPISODE = 1_288_490_188.8;

  private final SandboxSonarr sonarr;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private SampleShows(SandboxSonarr sonarr) {
    this.sonarr = sonarr;
  }

  public static void fill(SandboxSonarr sonarr) {
    SampleShows samples = new SampleShows(sonarr);
    samples.requestable();
    samples.downloads();
    samples.hundredPercent();
    samples.airing();
    samples.playable();
  }

  /** The number at TMDB of a sample; 0 for the one that TMDB does not know. */
  public static int tmdb(int tvdbId) {
    return switch (tvdbId) {
      case RESTRICTED -> 0;
      case PLAYABLE -> PLAYABLE_TMDB;
      default -> tvdbId + 100_000;
    };
  }

  /** The download id of a sample that has one. */
  public static String download(int tvdbId) {
    return Hashes.of("sample series " + tvdbId);
  }

  private void requestable() {
    knows(REQUESTABLE, "The Tollkeepers", 2017, "TV-14", "Drama")
        .overview("A bridge has two ends, two families, and one purse.")
        .season(0, LocalDate.of(2017, 12, 24), 1)
        .season(1, LocalDate.of(2017, 9, 4), 6)
        .season(2, LocalDate.of(2019, 9, 2), 6);
    knows(RESTRICTED, "Undertow County", 2020, "TV-MA", "Crime")
        .overview("The sheriff is elected by people who have never been seen.")
        .season(1, LocalDate.of(2020, 1, 6), 8);
  }

  private void downloads() {
    knows(PARTLY, "Lamps of the Lower Town", 2018, "TV-14", "Mystery", "Drama")
        .overview("Every evening one lamp fewer, and the same number of shadows.")
        .status("continuing")
        .season(1, LocalDate.of(2018, 3, 5), 6)
        .season(2, LocalDate.of(2021, 3, 1), 8);
    sonarr.keep(PARTLY, 1, 2);
    sonarr.hasFiles(PARTLY, 1);
    sonarr.hasFiles(PARTLY, 2, 1, 2, 3);
    sonarr.grab(PARTLY, 2, download(PARTLY), EPISODE, 4);
    sonarr.progress(download(PARTLY), EPISODE / 4, Duration.ofMinutes(6));
    knows(SEASON_PACK, "Conductor of Rooks", 2016, "TV-14", "Fantasy")
        .overview("A bus driver finds that the birds have a timetable.")
        .season(1, LocalDate.of(2016, 5, 2), 8)
        .season(2, LocalDate.of(2017, 5, 1), 8);
    sonarr.keep(SEASON_PACK, 2);
    sonarr.grab(SEASON_PACK, 2, download(SEASON_PACK), 8 * EPISODE);
    sonarr.progress(download(SEASON_PACK), 3.2 * EPISODE, Duration.ofHours(1).plusMinutes(12));
  }

  private void hundredPercent() {
    knows(HUNDRED_PERCENT, "The Enamel Hours", 2012, "TV-MA", "Science Fiction")
        .overview("Each time somebody looks into a pan, and each time somebody else looks out.")
        .season(1, LocalDate.of(2012, 4, 2), 3)
        .season(2, LocalDate.of(2014, 4, 7), 5)
        .season(3, LocalDate.of(2017, 9, 4), 10)
        .season(4, LocalDate.of(2020, 9, 7), 10);
    sonarr.keep(HUNDRED_PERCENT);
    sonarr.hasFiles(HUNDRED_PERCENT, 1);
  }

  private void airing() {
    knows(AIRING, "Weather for Beginners", today.getYear(), "TV-G", "Comedy")
        .overview("The island's forecast is made by a class of seven-year-olds.")
        .status("continuing")
        .season(1, today.minusDays(8), 6);
    sonarr.keep(AIRING, 1);
    sonarr.hasFiles(AIRING, 1, 1);
    knows(UPCOMING, "The Glasshouse Trials", today.plusDays(60).getYear(), "TV-14", "Drama")
        .overview("A court sits in a greenhouse, and nobody may throw anything.")
        .status("upcoming")
        .season(1, today.plusDays(60), 4);
    sonarr.keep(UPCOMING, 1);
  }

  private void playable() {
    knows(PLAYABLE, "Harbour Nine", 2018, "TV-14", "Drama", "Crime")
        .overview("The smallest harbour of the coast has nine berths and ten ships.")
        .status("continuing")
        .season(0, LocalDate.of(2018, 12, 24), 2)
        .season(1, LocalDate.of(2018, 9, 3), 6)
        .season(2, LocalDate.of(2020, 1, 6), 3)
        .episode(2, LocalDate.of(2099, 1, 5), "Ten Berths");
    sonarr.keep(PLAYABLE, 1, 2);
    sonarr.hasFiles(PLAYABLE, 0);
    sonarr.hasFiles(PLAYABLE, 1, 1, 2, 3, 5, 6);
    sonarr.hasFiles(PLAYABLE, 2, 1, 2, 3);
  }

  private SeriesFacts knows(int tvdbId, String title, int year, String rating, String... genres) {
    SeriesFacts facts =
        SeriesFacts.of(tvdbId, title, year)
            .tmdbId(tmdb(tvdbId))
            .certification(rating)
            .genres(genres)
            .imdbId("tt8" + tvdbId);
    sonarr.knows(facts);
    return facts;
  }
}
