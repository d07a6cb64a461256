package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Titles;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A library that changes while the proxy runs. */
@BlackBox
class CatalogueIT {

  private static final int TMDB = 919_001;
  private static final Duration SOON = Duration.ofSeconds(150);

  @Test
  void given_titles_come_change_and_go_when_listed_then_the_proxy_notices_by_itself() {
    Library library = Proxy.jellyfin().library();
    String movie = library.addMovie("Quicksilver Ferry", TMDB).id();
    String copy = library.addCopy(movie, Titles.LATE_NIGHT_LIBRARY).id();
    String series = library.addSeries("The Long Pier", TMDB).id();
    try {
      awaitTitles("demo", "Quicksilver Ferry", "The Long Pier");
      assertThat(names("demo")).as("one for two copies").doesNotHaveDuplicates();
      Proxy.as("demo").get("/library/tmdb:movie:" + TMDB).then().statusCode(200);

      library.rename(series, "The Longest Pier");
      library.remove(movie);

      // Only the copy is left, which the child may not see.
      awaitTitles("demo", "Quicksilver Ferry", "The Longest Pier");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(names("kid"))
                      .contains("The Longest Pier")
                      .doesNotContain("Quicksilver Ferry"));
      ErrorBody.of(Proxy.as("kid").get("/library/tmdb:movie:" + TMDB), 404, "item_not_found");
      Proxy.as("demo").get("/library/tmdb:movie:" + TMDB).then().statusCode(200);
    } finally {
      library.remove(movie);
      library.remove(copy);
      library.remove(series);
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(names("demo")).hasSize(15);
              assertThat(names("kid")).hasSize(14);
            });
  }

  private static void awaitTitles(String user, String... titles) {
    await().atMost(SOON).untilAsserted(() -> assertThat(names(user)).contains(titles));
  }

  private static List<String> names(String user) {
    JsonPath page = Proxy.as(user).get("/library?limit=100").jsonPath();
    assertThat(page.getInt("total")).isEqualTo(page.getList("items").size());
    return page.getList("items.title");
  }
}
