package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a child may not see, on every route of the contract with an id, so that a new one cannot be
 * forgotten.
 */
@BlackBox
class VisibilityIT {

  /** Nothing of this may ever reach Jellyfin. */
  private static final String CLIENTS_QUERY = "canary=1&api_key=canary&userId=canary&static=canary";

  private static final List<String> HIDDEN =
      List.of(
          "tmdb:movie:" + Titles.MOVIE_HIDDEN_FROM_KID_TMDB,
          "jf:" + Titles.MOVIE_HIDDEN_FROM_KID,
          "tmdb:tv:" + Titles.SERIES_TMDB,
          "jf:" + Titles.SERIES,
          "jf:" + Titles.EPISODE);

  private static String kid;
  private static String admin;

  /** A title that the child saw a moment ago, too: what is remembered of that has to go. */
  @BeforeAll
  static void hideTheShows() {
    kid = Proxy.token("kid");
    admin = Proxy.token("admin");
    String seen = "/library/jf:" + Titles.SERIES + "/seasons/1/episodes";
    Proxy.withToken(kid).get(seen).then().statusCode(200);
    Proxy.jellyfin().users().hideLibrary("kid", Titles.SHOWS_LIBRARY);
    await()
        .atMost(Duration.ofSeconds(75))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                HIDDEN.stream()
                    .allMatch(
                        id ->
                            // The one route on which nothing but our own memory says no.
                            Proxy.withToken(kid).delete("/home/watch-next/" + id).statusCode()
                                == 404));
  }

  @AfterAll
  static void showThem() {
    Proxy.jellyfin().users().showLibrary("kid", Titles.SHOWS_LIBRARY);
    await()
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                Proxy.withToken(kid).get("/library?limit=100").jsonPath().getInt("total") == 14
                    && Proxy.withToken(kid)
                            .get("/library/jf:" + Titles.SERIES + "/seasons/1/episodes")
                            .statusCode()
                        == 200);
  }

  static Stream<Arguments> routesWithAnId() {
    return new OpenAPIV3Parser()
        .read("api/openapi.yaml").getPaths().entrySet().stream()
            // Devices have ids as well; what a ticket opens, TicketIT is about.
            .filter(path -> !path.getKey().startsWith("/play/"))
            .filter(path -> path.getKey().matches("/(?!auth/).*\\{(id|jfId)}.*"))
            .flatMap(
                path ->
                    path.getValue().readOperationsMap().keySet().stream()
                        .map(method -> Arguments.of(method, path.getKey())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("routesWithAnId")
  void given_a_hidden_title_when_a_child_asks_then_it_does_not_exist(
      PathItem.HttpMethod method, String path) {
    for (String id : HIDDEN) {
      boolean askedFor = path.endsWith("/request");
      // Nobody can ask for what TMDB does not know, hidden or not.
      if (id.startsWith("jf:") ? askedFor : path.contains("{jfId}")) {
        continue;
      }
      Response answer = ask(Proxy.withToken(kid), method, path, id);
      ErrorBody.of(answer, 404, "item_not_found");
      assertThat(answer.asString()).doesNotContain("Midnight", "Harbour");
    }
    assertThat(Proxy.jellyfin().requests())
        .noneMatch(request -> request.query() != null && request.query().contains("canary"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("routesWithAnId")
  void given_the_same_titles_when_somebody_else_asks_then_one_of_them_is_there(
      PathItem.HttpMethod method, String path) {
    if (path.startsWith("/images/")) {
      return;
    }
    assertThat(HIDDEN)
        .anyMatch(id -> ask(Proxy.withToken(admin), method, path, id).statusCode() / 100 == 2);
    if (method == PathItem.HttpMethod.PUT && path.endsWith("}/played")) {
      HIDDEN.forEach(id -> Proxy.withToken(admin).delete("/playback/" + id + "/played"));
    }
  }

  private static Response ask(
      RequestSpecification request, PathItem.HttpMethod method, String path, String id) {
    String concrete = path.replace("{id}", id).replace("{jfId}", id.replace("jf:", ""));
    for (Map.Entry<String, String> value :
        Map.of(
                "{seasonNumber}", "1",
                "{index}", "2",
                "{signature}", "A".repeat(22),
                "{kind}", "poster",
                "{tag}", "0123456789abcdef",
                "{width}", "480")
            .entrySet()) {
      concrete = concrete.replace(value.getKey(), value.getValue());
    }
    String address = concrete + "?" + CLIENTS_QUERY;
    return switch (method) {
      case GET -> request.get(address);
      case DELETE -> request.delete(address);
      default ->
          request
              .contentType(ContentType.JSON)
              .body("{\"position_ms\":600000,\"played\":false}")
              .request(method.name(), address);
    };
  }
}
