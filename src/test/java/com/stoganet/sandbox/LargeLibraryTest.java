package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LargeLibraryTest {
  private static final int MOVIES = 1_000;
  private static final int SERIES = 100;
  private static final int SAMPLE_MOVIES = 12;
  private static final int SAMPLE_SERIES = 3;
  private static final String TITLES =
      "/Items?recursive=true&includeItemTypes=Movie,Series&limit=0";

  private SandboxJellyfin jellyfin;
  private Library library;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults().titles(MOVIES, SERIES));
    library = jellyfin.library();
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void given_aLargeLibrary_when_counted_then_theTitlesComeOnTopOfTheSample() {
    assertThat(library.movies()).hasSize(MOVIES + SAMPLE_MOVIES);
    assertThat(library.series()).hasSize(SERIES + SAMPLE_SERIES);
    assertThat(library.ofType(ItemType.EPISODE)).hasSizeBetween(8 * SERIES, 12 * SERIES);
    assertThat(library.get(Titles.MOVIE).name()).isEqualTo(Titles.MOVIE_NAME);
  }

  @Test
  void given_twoServers_when_compared_then_theyHoldTheSame() {
    try (SandboxJellyfin smaller =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().titles(200, 20))) {
      for (Item item : invented(smaller.library())) {
        Item same = library.get(item.id());
        assertThat(same.name()).isEqualTo(item.name());
        assertThat(same.created()).isEqualTo(item.created());
        assertThat(same.metadata().overview).isEqualTo(item.metadata().overview);
        assertThat(same.metadata().people).isEqualTo(item.metadata().people);
      }
    }
  }

  @Test
  void given_aLargeLibrary_when_read_then_itsTitlesArePlausible() {
    List<Item> titles = invented(library);
    assertThat(titles)
        .allSatisfy(
            title -> {
              Metadata about = title.metadata();
              assertThat(title.name().split(" ")).hasSizeBetween(1, 5);
              assertThat(about.year).isBetween(1930, 2026);
              assertThat(about.overview.length()).isBetween(150, 500);
              assertThat(about.genres).hasSizeBetween(1, 3);
              assertThat(about.people).hasSizeBetween(8, 15);
              assertThat(title.tmdb().orElseThrow()).isGreaterThanOrEqualTo(2_000_000);
            });
    Set<String> words =
        titles.stream()
            .flatMap(title -> List.of(title.name().split(" ")).stream())
            .collect(Collectors.toSet());
    assertThat(words).hasSizeGreaterThan(900);
    assertThat(titles.stream().map(Item::name).distinct().count())
        .isGreaterThan(titles.size() * 9L / 10);
  }

  @Test
  void given_aCopy_when_compared_then_onlyIdAndLibraryDiffer() {
    List<Item> copies = library.where(item -> Titles.SECOND_SHELF_LIBRARY.equals(item.parentId()));
    assertThat(copies).hasSize((MOVIES + SERIES) / 50);
    for (Item copy : copies) {
      List<Item> same =
          library.where(item -> item.type() == copy.type() && item.tmdb().equals(copy.tmdb()));
      assertThat(same).hasSize(2).extracting(Item::name).containsOnly(copy.name());
    }
  }

  @Test
  void given_kid_when_listing_then_threeOfAHundredAreMissing() {
    // Jellyfin 12 lists the two folders of a show once.
    jellyfin.become(JellyfinVersion.V10_11);
    int all = total(SandboxClient.as(jellyfin, "demo"), TITLES);
    int fewer = total(SandboxClient.as(jellyfin, "kid"), TITLES);
    jellyfin.become(JellyfinVersion.V12);
    assertThat(all).isEqualTo(MOVIES + SERIES + SAMPLE_MOVIES + SAMPLE_SERIES);
    assertThat(all - fewer).isEqualTo((MOVIES + SERIES) * 3 / 100 + 1);
  }

  @Test
  void given_demo_when_asked_then_muchHasBeenWatched() {
    SandboxClient demo = SandboxClient.as(jellyfin, "demo");
    assertThat(total(demo, TITLES + "&isPlayed=true")).isGreaterThan(20);
    assertThat(total(demo, TITLES + "&isFavorite=true")).isGreaterThan(20);
    assertThat(total(demo, "/UserItems/Resume?mediaTypes=Video&limit=1")).isGreaterThan(15);
    assertThat(demo.get("/UserItems/Resume?mediaTypes=Video&limit=1").each("Id"))
        .as("the sample was watched last")
        .containsExactly(Titles.MOVIE_IN_PROGRESS);
    assertThat(total(demo, "/Shows/NextUp?limit=1")).isGreaterThan(9);
  }

  @Test
  void given_manyPages_when_readOneByOne_then_theyAreTheWholeInOrder() {
    SandboxClient demo = SandboxClient.as(jellyfin, "demo");
    String query = "/Items?recursive=true&includeItemTypes=Movie&sortBy=SortName,DateCreated";
    List<String> whole = demo.get(query).each("Id");
    assertThat(whole).hasSize(MOVIES + SAMPLE_MOVIES).doesNotHaveDuplicates();
    List<String> second = demo.get(query + "&startIndex=40&limit=40").each("Id");
    assertThat(second).isEqualTo(whole.subList(40, 80));
    assertThat(whole)
        .isSortedAccordingTo(
            (first, other) ->
                library.get(first).sortName().compareTo(library.get(other).sortName()));
  }

  private static List<Item> invented(Library library) {
    return library.where(
        item ->
            (item.type() == ItemType.MOVIE || item.type() == ItemType.SERIES)
                && item.tmdb().orElse(0) >= 2_000_000);
  }

  private static int total(SandboxClient client, String query) {
    return client.get(query).json().getInt("TotalRecordCount");
  }
}
