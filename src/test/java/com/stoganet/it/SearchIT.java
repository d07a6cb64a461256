package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Titles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BlackBox
class SearchIT {

  @ParameterizedTest
  @CsvSource({
    "Lanterns over Vessary, Lanterns over Vessary",
    "VESSARY lanterns, Lanterns over Vessary",
    "lantern, Lanterns over Vessary",
    "lanterms, Lanterns over Vessary",
    "papercomets, Paper Comets",
    "ubermorgen klein od, Übermorgen in Klein-Öd",
    "kettle mr brandt, A Kettle for Mr. Brandt",
    "harbor nine, Harbour Nine"
  })
  void given_words_when_searched_then_the_title_comes_first(String words, String title) {
    assertThat(titles("demo", words)).first().asString().isEqualTo(title);
  }

  @Test
  void given_a_name_when_searched_then_the_titles_of_that_person_come() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(titles("demo", "ilse varga"))
                    .contains("Lanterns over Vessary", "Return to Vessary"));
  }

  @Test
  void given_a_hidden_title_when_searched_then_only_those_who_may_see_it_find_it() {
    String hidden = "midnight tallow street";

    assertThat(titles("demo", hidden)).hasSize(1);
    assertThat(titles("kid", hidden)).isEmpty();
  }

  @Test
  void given_a_type_and_a_limit_when_searched_then_both_count() {
    assertThat(ids("/search?q=paper comets&type=tv")).isEmpty();
    assertThat(ids("/search?q=paper comets&limit=1")).hasSize(1);
    assertThat(ids("/search?q=paper comets"))
        .startsWith("tmdb:movie:" + Titles.MOVIE_EXTERNAL_SUBTITLE_TMDB)
        .contains("tmdb:movie:" + Titles.SHARED_TMDB);
  }

  @Test
  void given_nothing_to_search_for_when_searched_then_the_field_is_named() {
    ErrorBody.naming("q", Proxy.as("demo").get("/search"));
    ErrorBody.naming("q", Proxy.as("demo").get("/search?q="));
    ErrorBody.naming("limit", Proxy.as("demo").get("/search?q=a&limit=0"));
    ErrorBody.naming("type", Proxy.as("demo").get("/search?q=a&type=film"));
    assertThat(ids("/search?q=!!!")).isEmpty();
  }

  private static List<String> titles(String user, String words) {
    return Proxy.as(user).queryParam("q", words).get("/search").jsonPath().getList("items.title");
  }

  private static List<String> ids(String path) {
    return Proxy.as("demo").get(path).jsonPath().getList("items.id");
  }
}
