package com.stoganet.proxy.media.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.media.Title;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {

  private static final SearchLibrary LIBRARY = SearchLibrary.wellKnown();
  private static final SearchIndex INDEX = LIBRARY.index();

  @ParameterizedTest
  @CsvFileSource(resources = "/search/queries.csv", delimiter = ';', emptyValue = "")
  void given_well_known_titles_when_searched_then_these_are_best(String query, String expected) {
    List<String> best = expected == null ? List.of() : List.of(expected.split(" \\| "));
    assertThat(INDEX.find(query, SearchIndexTest::all, 3))
        .extracting(SearchIndexTest::label)
        .isEqualTo(best);
  }

  @Test
  void given_any_title_when_its_name_is_typed_then_it_is_first() {
    assertThat(LIBRARY.titles())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            title ->
                assertThat(INDEX.find(title.name(), SearchIndexTest::all, 1))
                    .extracting(Title::name)
                    .containsExactly(title.name()));
  }

  @ParameterizedTest
  @CsvSource({
    "dune 2021, Dune 2021",
    "dune (2021), Dune 2021",
    "2021 dune, Dune 2021",
    "dunes 2021, Dune 2021",
    "dune 1984, Dune 1984",
    "DUNE [1984], Dune 1984",
    "dune 1999, Dune 2021 | Dune 1984",
    "dune, Dune 2021 | Dune 1984",
    "2012 2009, 2012 2009",
    "2009 2012, 2012 2009",
    "2012, 2012 2009",
    "1917, 1917 2019",
    "1917 2019, 1917 2019",
    "blade runner 2049, Blade Runner 2049 2017",
    "mission impossible 1996, Mission: Impossible 1996",
    "kyle maclachlan 1984, Dune 1984",
    "dune 21, ",
    "nothing 2021, "
  })
  void given_words_and_a_year_when_searched_then_the_right_film_is_found_R13_B29(
      String query, String expected) {
    SearchIndex index =
        new SearchLibrary()
            .add("Dune", 1984, 0, "Kyle MacLachlan")
            .add("Dune", 2021, 0)
            .add("Blade Runner 2049", 2017, 0)
            .add("1917", 2019, 0)
            .add("2012", 2009, 0)
            .add("Mission: Impossible", 1996, 0)
            .add("Mission: Impossible 2", 2000, 0)
            .index();

    assertThat(index.find(query, title -> true, 5))
        .extracting(title -> title.name() + " " + title.year())
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" \\| ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\uD83C\uDFAC; \uD83C\uDFAC",
        "\uD83D\uDE80; \uD83D\uDE80 Ahoy",
        "\u2764\uFE0F; I \u2764 Piers",
        "i \u2764 piers; I \u2764 Piers",
        "i piers; I \u2764 Piers",
        "\uD83C\uDFAC 2001; \uD83C\uDFAC",
        "2001 \uD83C\uDFAC; \uD83C\uDFAC",
        "\uD83C\uDFAC 1999; \uD83C\uDFAC",
        "ahoy \uD83D\uDE80 2002; \uD83D\uDE80 Ahoy",
        "\uD83D\uDE80 ahoy; \uD83D\uDE80 Ahoy",
        "ahoy \uD83C\uDFAC; \uD83D\uDE80 Ahoy",
        "\uD83E\uDD8A x; X",
        "!!!; !!!",
        "\u9F8D; \u9F8D",
        "x; X",
        "EL\u00C9; \u00C9l\u00E9",
        "e\u0301le\u0301; \u00C9l\u00E9"
      })
  void given_a_picture_a_sign_or_one_character_when_searched_then_it_is_found_R13_B29(
      String query, String expected) {
    SearchIndex index =
        new SearchLibrary()
            .add("\uD83C\uDFAC", 2001, 0)
            .add("\uD83D\uDE80 Ahoy", 2002, 0)
            .add("I \u2764 Piers", 2003, 0)
            .add("!!!", 2004, 0)
            .add("\u9F8D", 2005, 0)
            .add("X", 2006, 0)
            .add("\u00C9l\u00E9", 2007, 0)
            .index();

    assertThat(index.find(query, title -> true, 1))
        .extracting(Title::name)
        .containsExactly(expected);
  }

  @Test
  void given_any_title_when_its_original_name_is_typed_then_it_is_first() {
    assertThat(LIBRARY.titles())
        .filteredOn(title -> !title.originalName().isEmpty())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            title ->
                assertThat(INDEX.find(title.originalName(), SearchIndexTest::all, 1))
                    .containsExactly(title));
  }

  @Test
  void given_any_title_when_somebody_of_it_is_typed_then_it_is_found() {
    assertThat(LIBRARY.titles())
        .allSatisfy(
            title ->
                assertThat(LIBRARY.people(title))
                    .isNotEmpty()
                    .allSatisfy(
                        name ->
                            assertThat(INDEX.find(name, SearchIndexTest::all, 100))
                                .contains(title)));
  }

  @Test
  void given_any_title_when_its_name_is_mistyped_then_it_is_found() {
    Random random = new Random(1);
    assertThat(LIBRARY.titles())
        .filteredOn(title -> title.name().matches("[a-zA-Z]{6,}( .*)?"))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            title -> {
              int place = random.nextInt(6);
              String mistyped = new StringBuilder(title.name()).deleteCharAt(place).toString();
              assertThat(INDEX.find(mistyped, SearchIndexTest::all, 10)).contains(title);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "...", "?!", "·", "'", "\u200B", "\u0301"})
  void given_a_text_without_words_when_searched_then_there_is_nothing(String text) {
    assertThat(INDEX.find(text, SearchIndexTest::all, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void given_no_room_when_searched_then_there_is_nothing(int limit) {
    assertThat(INDEX.find("alien", SearchIndexTest::all, limit)).isEmpty();
  }

  @Test
  void given_no_titles_when_searched_then_there_is_nothing() {
    assertThat(new SearchLibrary().index().find("alien", SearchIndexTest::all, 10)).isEmpty();
  }

  @Test
  void given_a_very_long_text_when_searched_then_only_its_beginning_matters() {
    String text = "wanda ".repeat(12) + "zzzz ".repeat(1000);
    assertThat(INDEX.find(text, SearchIndexTest::all, 1))
        .extracting(SearchIndexTest::label)
        .containsExactly("A Fish Called Wanda (1988)");
  }

  @Test
  void given_a_hidden_title_when_searched_then_it_takes_no_place() {
    assertThat(INDEX.find("alien", title -> !title.name().equals("Alien"), 2))
        .extracting(Title::name)
        .containsExactly("Alien: Covenant", "Alien Resurrection");
  }

  @Test
  void given_only_hidden_matches_when_searched_then_typing_errors_are_allowed_for() {
    assertThat(INDEX.find("aliens", title -> !title.name().equals("Aliens"), 1))
        .extracting(Title::name)
        .containsExactly("Alien");
  }

  @Test
  void given_many_matches_when_searched_then_nothing_is_guessed() {
    SearchLibrary library = new SearchLibrary().add("Stay", 2005, 9);
    for (int part = 1; part <= 4; part++) {
      library.add("Star " + part, 2000, 5);
    }
    assertThat(names(library, "star")).hasSize(5).endsWith("Stay");
    library.add("Star 5", 2000, 5);
    assertThat(names(library, "star")).hasSize(5).doesNotContain("Stay");
  }

  @Test
  void given_equally_good_titles_when_searched_then_rating_year_name_and_id_decide() {
    SearchLibrary library =
        new SearchLibrary()
            .add("Storm D", 1990, 5)
            .add("Storm C", 1990, 5)
            .add("Storm C", 1990, 5)
            .add("Storm B", 1991, 5)
            .add("Storm E", 1980, 8);
    assertThat(library.index().find("storm", SearchIndexTest::all, 5))
        .extracting(title -> title.name() + " " + title.id())
        .containsExactly(
            "Storm E tmdb:movie:5",
            "Storm B tmdb:movie:4",
            "Storm C tmdb:movie:2",
            "Storm C tmdb:movie:3",
            "Storm D tmdb:movie:1");
  }

  @Test
  void given_an_article_when_searched_without_then_only_the_name_without_is_better() {
    SearchLibrary library =
        new SearchLibrary()
            .add("Storm Riders", 1998, 9)
            .add("The Storm", 2009, 5)
            .add("After Storm", 2010, 9)
            .add("Before the Storm", 2000, 9)
            .add("Storm", 1999, 1);
    assertThat(names(library, "storm"))
        .containsExactly("Storm", "The Storm", "Storm Riders", "After Storm", "Before the Storm");
    assertThat(names(library, "the storm")).startsWith("The Storm", "Before the Storm");
  }

  @Test
  void given_two_people_when_one_name_is_typed_then_the_one_person_is_better() {
    SearchLibrary library =
        new SearchLibrary()
            .add("Two", 2000, 9, "Tom Cruise", "Colin Hanks")
            .add("Tom", 2000, 9, "Colin Hanks")
            .add("One", 2000, 1, "Rita Wilson", "Tom Hanks");
    assertThat(names(library, "tom hanks")).containsExactly("One", "Tom", "Two");
  }

  @Test
  void given_somebody_in_many_titles_when_searched_then_leading_parts_are_better() {
    SearchLibrary library =
        new SearchLibrary()
            .add("Cameo", 2000, 9, "A B", "C D", "E F", "G H", "Stan Lee")
            .add("Lead", 2000, 1, "Stan Lee");
    assertThat(names(library, "stan lee")).containsExactly("Lead", "Cameo");
  }

  @Test
  void given_more_people_than_there_is_room_for_when_searched_then_each_is_found() {
    String[] people = new String[100];
    for (int i = 0; i < people.length; i++) {
      people[i] = "Person" + i;
    }
    SearchLibrary library = new SearchLibrary().add("Crowd", 2000, 5, people);
    assertThat(names(library, "person99 person0")).containsExactly("Crowd");
  }

  @Test
  void given_neighbours_when_searched_then_they_are_better_than_words_far_apart() {
    SearchLibrary library =
        new SearchLibrary().add("Wars of a Star", 2000, 9).add("Of Old Star Wars", 2000, 1);
    assertThat(names(library, "star wars")).containsExactly("Of Old Star Wars", "Wars of a Star");
    assertThat(names(library, "star war")).containsExactly("Of Old Star Wars", "Wars of a Star");
  }

  @Test
  void given_neighbours_when_they_only_begin_like_the_query_then_each_term_still_has_to_match() {
    SearchLibrary library = new SearchLibrary().add("Thenardier's Den", 2000, 9);
    for (int part = 1; part <= 5; part++) {
      library.add("The Night " + part, 2000, 5);
    }
    assertThat(names(library, "the n")).hasSize(5).doesNotContain("Thenardier's Den");
  }

  @Test
  void given_a_name_that_begins_with_the_query_when_searched_then_it_is_better() {
    SearchLibrary library =
        new SearchLibrary().add("Big Storm Red", 2000, 9).add("Red Big Storm", 2000, 1);
    assertThat(names(library, "red storm")).containsExactly("Red Big Storm", "Big Storm Red");
  }

  @Test
  void given_an_original_name_when_typed_in_full_then_it_is_better_than_a_part_of_a_name() {
    SearchLibrary library =
        new SearchLibrary().add("Once More a Storm", 2000, 9).addForeign("Blizzard", "Storm");
    assertThat(names(library, "storm")).containsExactly("Blizzard", "Once More a Storm");
  }

  @Test
  void given_one_word_when_the_title_has_two_then_it_is_better_than_a_longer_word() {
    SearchLibrary library =
        new SearchLibrary().add("Spidermania", 2000, 9).add("Spider Man", 2000, 1);
    assertThat(names(library, "spiderman")).containsExactly("Spider Man", "Spidermania");
  }

  @Test
  void given_two_words_when_the_second_is_not_complete_then_a_title_of_one_is_found() {
    SearchLibrary library = new SearchLibrary().add("Spiderman", 1969, 5);
    assertThat(names(library, "spider ma")).containsExactly("Spiderman");
  }

  private static List<String> names(SearchLibrary library, String query) {
    return library.index().find(query, SearchIndexTest::all, 10).stream().map(Title::name).toList();
  }

  private static boolean all(Title title) {
    return title != null;
  }

  private static String label(Title title) {
    return title.name() + " (" + title.year() + ")";
  }
}
