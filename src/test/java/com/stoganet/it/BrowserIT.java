package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.Requirement;
import com.stoganet.launch.WebBrowser;
import com.stoganet.launch.WebPage;
import com.stoganet.sandbox.Titles;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A real browser, on a page of another origin, with nothing but addresses. */
@BlackBox
class BrowserIT {

  @Test
  void given_a_ticket_when_chromium_plays_it_then_it_seeks_and_shows_the_subtitles()
      throws Exception {
    Requirement.BROWSER.assumeInstalled();
    Response ticket = Proxy.as("demo").post("/stream/" + Titles.MOVIE + "/ticket");
    String html =
        page()
            .replace("VIDEO_URL", ticket.path("url"))
            .replace("TRACK_URL", ticket.path("subtitles[0].url"));

    String told;
    try (WebPage page = WebPage.serve(URI.create(Proxy.WEB_PAGE).getPort(), html);
        WebBrowser browser = WebBrowser.open(Proxy.WEB_PAGE + "/")) {
      told = page.told(browser);
    }

    JsonPath result = new JsonPath(told);
    assertThat(result.getString("error")).as(told).isNull();
    assertThat(result.getDouble("duration")).isBetween(30.0, 60.0);
    assertThat(result.getDouble("played")).isPositive();
    assertThat(result.getDouble("sought")).isBetween(20.0, 21.0);
    assertThat(result.getInt("cues")).isPositive();
    assertThat(Proxy.jellyfin().requests())
        .filteredOn(request -> request.path().startsWith("/Videos"))
        .anySatisfy(request -> assertThat(request.header("Range")).isPresent());
  }

  private static String page() throws Exception {
    try (var in = BrowserIT.class.getResourceAsStream("/it/player.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
