package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.AwkwardTitles;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.SandboxJellyfin.Options;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library of titles that are easily got wrong: all of it is listed, opens, plays or says why. */
class AwkwardTitlesIT {

  private final int port = Ports.free();
  private final List<String> episodes = new ArrayList<>();
  private String token;

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_awkward_titles_when_everything_is_opened_then_it_plays_or_says_why(
      JellyfinVersion version) throws InterruptedException {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(Options.defaults().version(version))) {
      AwkwardTitles.addTo(jellyfin.library());
      Map<String, String> settings =
          Settings.of(jellyfin, port, Proxy.freshDatabase("awkward-titles"));
      try (LibertyServer server = LibertyServer.startCopy("awkward-titles", settings)) {
        assertThat(Readiness.await(server, port, Proxy.START_PATIENCE))
            .as(server.output())
            .isTrue();
        token = signIn();

        JsonPath page = json("/library?limit=100");

        assertThat(page.getList("items.title", String.class))
            .contains("🦊", "Amélie's \"#1\" Day? 100 % + ümlaut", "Parted", "Daily Talk")
            .containsOnlyOnce("In Two Libraries", "Two Cuts", "Two Homes");
        page.getList("items.id", String.class).forEach(this::open);
        assertThat(episodes)
            .contains("March 1st", "Number 3", "Pilot", "One and Two", "Before It All", "New Year")
            .containsOnlyOnce("Here", "There");
        assertThat(json("/home").getList("sections")).isNotEmpty();
        assertThat(jellyfin.violations()).isEmpty();
      }
    }
  }

  private void open(String id) {
    JsonPath title = json("/library/" + id);
    if (title.getString("type").equals("movie")) {
      playsOrSaysWhy(title, "");
    }
    for (int number : title.getList("seasons.number", Integer.class)) {
      JsonPath season = json("/library/" + id + "/seasons/" + number + "/episodes");
      List<String> names = season.getList("episodes.title", String.class);
      assertThat(names).as(id + ", season " + number).isNotEmpty();
      assertThat(season.getList("episodes.number")).doesNotHaveDuplicates();
      episodes.addAll(names);
      for (int i = 0; i < names.size(); i++) {
        playsOrSaysWhy(season, "episodes[" + i + "].");
      }
    }
  }

  private void playsOrSaysWhy(JsonPath json, String at) {
    String url = json.getString(at + "play.stream_url");
    if (url == null) {
      assertThat(json.getString(at + "unplayable")).as(json.prettify()).isNotNull();
    } else {
      assertThat(signed().header("Range", "bytes=0-9").get(url).statusCode())
          .as(json.getString(at + "title"))
          .isIn(200, 206);
    }
  }

  private JsonPath json(String path) {
    Response answer = signed().get(path);
    assertThat(answer.statusCode()).as(path + answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private RequestSpecification signed() {
    // An open connection would keep the server from stopping at once.
    return anonymous().header("Authorization", "Bearer " + token).header("Connection", "close");
  }

  private String signIn() {
    return anonymous()
        .contentType(ContentType.JSON)
        .body(Map.of("username", "demo", "password", "demo"))
        .post("/auth/login")
        .jsonPath()
        .getString("access_token");
  }

  private RequestSpecification anonymous() {
    return given().baseUri("http://127.0.0.1:" + port).port(port);
  }
}
