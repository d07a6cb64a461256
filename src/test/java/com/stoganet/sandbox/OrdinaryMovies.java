package com.stoganet.sandbox;

import static com.stoganet.sandbox.Person.actor;
import static com.stoganet.sandbox.Person.director;
import static com.stoganet.sandbox.Person.writer;

/** Invented movies with one file each, and their two collections. */
final class OrdinaryMovies {
  private final MovieBuilder shelf;

  OrdinaryMovies(MovieBuilder shelf) {
    this.shelf = shelf;
  }

  void add() {
    vessary();
    paperComets();
    others();
    shelf.collection(
        Titles.COLLECTION, "Vessary Collection", Titles.MOVIE, Titles.MOVIE_IN_PROGRESS);
    shelf.collection(
        Titles.SECOND_COLLECTION,
        "Paper Comets Collection",
        Titles.MOVIE_EXTERNAL_SUBTITLE,
        Titles.MOVIE_SAME_NUMBER);
  }

  private void vessary() {
    shelf
        .add(Titles.MOVIE, Titles.MOVIE_NAME, "2019-03-15", 112, Tracks.embeddedSubtitles())
        .tmdb(Titles.MOVIE_TMDB)
        .providerId("Imdb", "tt9910001")
        .providerId("TmdbCollection", "950001")
        .rated("PG", 7.4)
        .genres("Drama", "Mystery")
        .studio("Low Tide Pictures")
        .tagline("Every light is a promise.")
        .overview("A lamp keeper finds that one lantern of the harbour town burns without oil.")
        .people(
            director("Ilse Varga"),
            writer("Tom Okafor"),
            actor("Mira Sandoval", "Edda Voss"),
            actor("Jonas Achterberg", "The Harbour Master"),
            actor("Priya Lindqvist", ""));
    shelf
        .add(
            Titles.MOVIE_IN_PROGRESS,
            "Return to Vessary",
            "2022-10-07",
            104,
            Tracks.embeddedSubtitles())
        .tmdb(Titles.MOVIE_IN_PROGRESS_TMDB)
        .rated("PG", 6.9)
        .genres("Drama", "Mystery")
        .overview("Years later the lanterns are electric, and somebody still lights them by hand.")
        .people(director("Ilse Varga"), actor("Mira Sandoval", "Edda Voss"));
  }

  private void paperComets() {
    shelf
        .add(
            Titles.MOVIE_EXTERNAL_SUBTITLE,
            "Paper Comets",
            "2020-12-04",
            88,
            Tracks.externalSubtitleFirst())
        .tmdb(Titles.MOVIE_EXTERNAL_SUBTITLE_TMDB)
        .rated("G", 7.1)
        .genres("Animation", "Family")
        .overview("Two children fold a comet, and it leaves.")
        .people(director("Aiko Brandvold"), actor("Sam Iversen", "Pip (voice)"));
    shelf
        .add(
            Titles.MOVIE_SAME_NUMBER,
            "Paper Comets: Afterglow",
            "2023-11-24",
            93,
            Tracks.plain("h264"))
        .tmdb(Titles.SHARED_TMDB)
        .rated("G", 6.6)
        .genres("Animation", "Family")
        .overview("The comet comes back, and it has been busy.")
        .people(director("Aiko Brandvold"), actor("Sam Iversen", "Pip (voice)"));
  }

  private void others() {
    shelf
        .add(
            Titles.MOVIE_WATCHED, "A Kettle for Mr. Brandt", "2014-02-14", 96, Tracks.plain("h264"))
        .tmdb(Titles.MOVIE_WATCHED_TMDB)
        .rated("PG", 6.2)
        .genres("Comedy")
        .overview("A retired plumber is given a kettle and a reason to stay.")
        .people(director("Gus Marchetti"), actor("Walter Adeyemi", "Mr. Brandt"));
    shelf
        .add(
            Titles.MOVIE_FAVORITE,
            "Saltmarsh Protocol",
            "2024-09-13",
            118,
            Tracks.embeddedSubtitles())
        .tmdb(Titles.MOVIE_FAVORITE_TMDB)
        .rated("PG", 7.9)
        .genres("Thriller")
        .overview("A tide table with one extra tide is worth a great deal of money.")
        .people(director("Noor Petrossian"), actor("Leonie Achebe", "Inspector Dray"));
  }
}
