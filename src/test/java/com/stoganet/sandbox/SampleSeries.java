package com.stoganet.sandbox;

import java.time.Duration;
import java.time.LocalDate;

/** The three invented series. */
final class SampleSeries {
  private final Library library;

  SampleSeries(Library library) {
    this.library = library;
  }

  void add() {
    harbourNine();
    understudies();
    tidelineArchive();
  }

  private void harbourNine() {
    String slug = "harbour-nine";
    series(Titles.SERIES, "Harbour Nine", "2018-09-03")
        .tmdb(Titles.SERIES_TMDB)
        .providerId("Tvdb", "930001")
        .rated("TV-PG", 8.3)
        .status("Continuing")
        .genres("Drama", "Crime")
        .studio("Pier Television")
        .overview("The smallest harbour of the coast has nine berths and ten ships.")
        .people(
            Person.actor("Hanna Quist", "Sergeant Moll"), Person.actor("Emil Tanaka", "Dekker"));
    season(slug, Titles.SERIES, 0, "2018-12-24", "Frozen Harbour", "How Nine Was Built");
    season(
        slug,
        Titles.SERIES,
        1,
        "2018-09-03",
        "Slack Water",
        "The Ninth Berth",
        "Rope",
        "Unlisted",
        "A Cold Manifest",
        "Ebb");
    season(slug, Titles.SERIES, 2, "2020-01-06", "Flood", "Ten Ships", "Customs", "The Empty Hull");
    virtual(Titles.EPISODE_MISSING);
    virtual(Titles.EPISODE_UNAIRED).premiere("2099-01-05");
  }

  private void understudies() {
    series(Titles.SERIES_UNWATCHED, "The Understudies", "2021-04-12")
        .tmdb(Titles.SERIES_UNWATCHED_TMDB)
        .rated("TV-PG", 7.0)
        .status("Ended")
        .genres("Comedy")
        .overview("Four actors wait in the wings for a star who never falls ill.")
        .people(Person.actor("Sam Iversen", "Otto"));
    season(
        "the-understudies",
        Titles.SERIES_UNWATCHED,
        1,
        "2021-04-12",
        "Break a Leg",
        "The Prompter",
        "Matinee",
        "Curtain");
  }

  private void tidelineArchive() {
    String slug = "tideline-archive";
    series(Titles.SERIES_NEXT_UP, "Tideline Archive", "2016-01-11")
        .tmdb(Titles.SERIES_NEXT_UP_TMDB)
        .rated("TV-PG", 8.8)
        .status("Ended")
        .genres("Science Fiction", "Drama")
        .overview("An archivist files letters that the sea brings back before they are sent.")
        .people(Person.actor("Priya Lindqvist", "Archivist Lowe"));
    season(
        slug,
        Titles.SERIES_NEXT_UP,
        1,
        "2016-01-11",
        "Letter A",
        "Driftwood",
        "Return to Sender",
        "The Wet Room",
        "High-Water Mark");
    season(slug, Titles.SERIES_NEXT_UP, 2, "2017-01-09", "Bottle", "Neap", "Last Post");
  }

  private Metadata series(String id, String name, String day) {
    int count = library.series().size();
    Item series = new Item(id, ItemType.SERIES, name).at(Place.in(Titles.SHOWS_LIBRARY));
    library.add(series.created(String.format("2026-03-%02dT20:15:00Z", count + 10)));
    return series.metadata().premiere(day);
  }

  private void season(String slug, String series, int number, String first, String... episodes) {
    String name = number == 0 ? "Specials" : "Season " + number;
    Item season = new Item(Titles.season(slug, number), ItemType.SEASON, name);
    season.at(Place.seasonOf(series, number)).created("2026-03-15T20:15:00Z");
    season.metadata().premiere(first);
    library.add(season);
    for (int index = 0; index < episodes.length; index++) {
      String airs = LocalDate.parse(first).plusWeeks(index).toString();
      library.add(episode(slug, season, index + 1, episodes[index], airs));
    }
  }

  private static Item episode(String slug, Item season, int number, String name, String airs) {
    int seasonNumber = season.index().orElseThrow();
    String id = Titles.episode(slug, seasonNumber, number);
    Item episode = new Item(id, ItemType.EPISODE, name);
    episode.at(Place.episodeOf(season.seriesId(), season.id(), seasonNumber, number));
    episode.created(String.format("2026-03-%02dT21:%02d:00Z", 16 + seasonNumber, number));
    String file = String.format("%s - S%02dE%02d", slug, seasonNumber, number);
    episode.files(MediaVersion.sample(id, file, 1280, 720, Tracks.embeddedSubtitles()));
    episode
        .metadata()
        .premiere(airs)
        .runtime(Duration.ofMinutes(42))
        .rated(null, 7.5)
        .providerId("Tvdb", Integer.toString(940_000 + seasonNumber * 100 + number))
        .overview("Episode " + number + ", in which \"" + name + "\" turns out to be a clue.")
        .people(Person.director("Ilse Varga"), new Person("Otto Grimaldi", "GuestStar", "Clerk"));
    return episode;
  }

  private Metadata virtual(String id) {
    Item episode = library.get(id).asMissing().files();
    episode.metadata().runtimeTicks = null;
    return episode.metadata();
  }
}
