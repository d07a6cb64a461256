package com.stoganet.sandbox;

import static com.stoganet.sandbox.Person.actor;
import static com.stoganet.sandbox.Person.director;

import java.time.Duration;

/** Invented movies that each have something unusual about them. */
final class PeculiarMovies {
  private final MovieBuilder shelf;

  PeculiarMovies(MovieBuilder shelf) {
    this.shelf = shelf;
  }

  void add() {
    twoVersions();
    bigFile();
    shelf
        .add(Titles.MOVIE_WITHOUT_TMDB, "Home Reel, Summer", "2015-07-01", 47, Tracks.plain("h264"))
        .overview("Somebody's holiday, somebody's dog, and a very long pier.");
    shelf
        .add(Titles.MOVIE_SHORT, "Forty Seconds", "2018-06-21", 1, Tracks.plain("h264"))
        .runtime(SampleVideo.RUNTIME)
        .tmdb(Titles.MOVIE_SHORT_TMDB)
        .rated("G", 5.5)
        .genres("Short")
        .overview("Exactly what it says.");
    shelf
        .add(
            Titles.MOVIE_NON_ASCII,
            "Übermorgen in Klein-Öd",
            "2016-04-28",
            101,
            Tracks.embeddedSubtitles())
        .tmdb(Titles.MOVIE_NON_ASCII_TMDB)
        .originalTitle("Übermorgen in Klein-Öd – 明後日")
        .rated("PG", 6.8)
        .genres("Comedy", "Drama")
        .overview("Ein Dorf verschiebt das Weltende, bis die Brücke fertig ist.")
        .people(director("Jörg Çelik"), actor("Zoë Brontë", "Bürgermeisterin"));
    hidden();
  }

  /** Jellyfin: the second file is an item of its own that no list shows. */
  private void twoVersions() {
    String name = "The Cartographer's Debt";
    Item movie = shelf.movie(Titles.MOVIE_TWO_VERSIONS, name, "2017-05-19", 127);
    MediaVersion hd =
        MediaVersion.sample(movie.id(), name + " - 1080p", 1920, 1080, Tracks.embeddedSubtitles());
    MediaVersion uhd =
        MediaVersion.sample(
            Titles.SECOND_VERSION, name + " - 2160p", 3840, 2160, Tracks.plain("hevc"));
    describe(movie.files(hd, uhd).metadata());
    shelf.add(movie);
    Item second = new Item(Titles.SECOND_VERSION, ItemType.MOVIE, name).at(movie.place());
    describe(second.files(uhd, hd).versionOf(movie.id()).metadata());
    second.metadata().premiere("2017-05-19").runtime(Duration.ofMinutes(127));
    shelf.add(second);
  }

  private static void describe(Metadata metadata) {
    metadata
        .tmdb(Titles.MOVIE_TWO_VERSIONS_TMDB)
        .rated("PG", 7.8)
        .genres("Adventure", "History")
        .overview("A map maker owes a king one island, and has to find it.")
        .people(director("Bram Ostrowski"), actor("Leonie Achebe", "Catrin Hale"));
  }

  private void bigFile() {
    String name = "Seventeen Quiet Engines";
    Item movie = shelf.movie(Titles.MOVIE_BIG_FILE, name, "2021-08-27", 141);
    MediaVersion file =
        new MediaVersion(
            movie.id(),
            name,
            name + ".mkv",
            "mkv",
            1920,
            800,
            Tracks.plain("h264"),
            SyntheticFile.INSTANCE);
    movie
        .files(file)
        .metadata()
        .tmdb(Titles.MOVIE_BIG_FILE_TMDB)
        .rated("PG", 8.1)
        .genres("Science Fiction", "Thriller")
        .overview("The engines of a generation ship stop one by one, and nobody hears it.")
        .people(director("Noor Petrossian"), actor("Emil Tanaka", "Chief Rao"));
    shelf.add(movie);
  }

  private void hidden() {
    String name = "Midnight on Tallow Street";
    Item movie = shelf.movie(Titles.MOVIE_HIDDEN_FROM_KID, name, "2013-10-31", 99);
    movie
        .at(Place.in(Titles.LATE_NIGHT_LIBRARY))
        .files(MediaVersion.sample(movie.id(), name, 1280, 720, Tracks.embeddedSubtitles()))
        .metadata()
        .tmdb(Titles.MOVIE_HIDDEN_FROM_KID_TMDB)
        .rated("PG", 6.4)
        .genres("Horror")
        .overview("The candle maker's shop is open only when it should not be.")
        .people(director("Gus Marchetti"), actor("Emil Tanaka", "The Chandler"));
    shelf.add(movie);
  }
}
