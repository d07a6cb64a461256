package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static com.stoganet.it.StreamClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.stoganet.sandbox.Item;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Medium;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.RemoteHost;
import com.stoganet.sandbox.Titles;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be played says so, and what cannot says why. */
@BlackBox
class PlayableIT {

  /** Each title has a number of its own: titles that share one are shown as one. */
  private static final AtomicInteger TMDB = new AtomicInteger(919_500);

  private static final List<String> ADDED = new ArrayList<>();

  private Library library;
  private RequestSpecification demo;

  @BeforeEach
  void signedIn() {
    library = Proxy.jellyfin().library();
    demo = Proxy.as("demo");
  }

  @AfterAll
  static void gone() {
    ADDED.forEach(Proxy.jellyfin().library()::remove);
    await()
        .atMost(Duration.ofSeconds(150))
        .until(() -> Proxy.as("demo").get("/library").<Integer>path("total") == 15);
  }

  @ParameterizedTest
  @CsvSource({"DVD, disc", "BLU_RAY, disc", "PLACEHOLDER, placeholder"})
  void given_no_file_but_a_disc_when_opened_then_it_cannot_be_played_and_tells_why_R12_B10(
      Medium medium, String reason) {
    for (JellyfinVersion version : JellyfinVersion.values()) {
      Proxy.jellyfin().become(version);
      String id = added(library.addMovie("A Disc " + medium + version, number(), medium));

      isRefused(id, reason, 404);
    }
  }

  @Test
  void given_no_sources_when_opened_then_it_cannot_be_played_B10() {
    isRefused(added(library.addMovieWithoutFile("An Empty Folder", number())), "no_file", 404);
  }

  @Test
  void given_a_disc_in_a_list_when_listed_then_its_card_is_not_playable_B10() {
    String id = added(library.addMovie("A Listed Disc", number(), Medium.BLU_RAY));

    await()
        .atMost(Duration.ofSeconds(150))
        .untilAsserted(
            () -> {
              JsonPath page = Proxy.as("demo").get("/library?limit=100").jsonPath();
              String card = "items.find { it.title == 'A Listed Disc' }.";
              assertThat(page.getString(card + "state")).as(id).isEqualTo("requestable");
              assertThat(page.getString(card + "status.stage")).isEqualTo("not_requestable");
            });
  }

  @Test
  void given_the_image_of_a_disc_when_opened_then_it_plays_like_any_file_R12() throws Exception {
    String id = added(library.addMovie("An Image", number(), Medium.ISO));

    demo.get("/library/jf:" + id)
        .then()
        .body("state", equalTo("playable"))
        .body("play.stream_url", equalTo(Proxy.setting("PROXY_BASE_URL") + "/stream/" + id))
        .body("$", not(hasKey("unplayable")));
    assertThat(part(id).statusCode()).isEqualTo(206);
  }

  @Test
  void given_a_user_who_may_not_play_when_opening_then_the_reason_is_told_R20() throws Exception {
    Proxy.jellyfin().users().create("watcher");
    try {
      SignedIn watcher = SignedIn.as("watcher");
      String ticket =
          watcher
              .request()
              .post("/stream/" + Titles.MOVIE + "/ticket")
              .then()
              .extract()
              .path("url");
      Proxy.jellyfin().users().limits("watcher").playback(false);

      for (String id : List.of(Titles.MOVIE, Titles.EPISODE)) {
        watcher
            .request()
            .get("/library/jf:" + id)
            .then()
            .body("unplayable", equalTo("not_allowed"))
            .body("$", not(hasKey("play")));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> StreamClient.get(ticket, null, "Range", "bytes=0-9").statusCode() == 403);
      assertThat(text(StreamClient.get(ticket, null))).contains("\"not_allowed\"");
      String stream = "/stream/" + Titles.EPISODE;
      forbidden(watcher.request().get(stream));
      forbidden(watcher.request().post(stream + "/ticket"));
      watcher
          .request()
          .get("/library/jf:" + Titles.SERIES + "/seasons/1/episodes")
          .then()
          .body("episodes[0].unplayable", equalTo("not_allowed"))
          .body("episodes[0].state", equalTo("requestable"))
          .body("episodes[0]", not(hasKey("play")));
    } finally {
      Proxy.jellyfin().users().delete("watcher");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "video/mp4",
        "binary/octet-stream",
        "application/octet-stream",
        "application/x-matroska",
        "application/mp4",
        "application/mxf",
        "application/vnd.rn-realmedia",
        "text/plain",
        "text/plain; charset=utf-8"
      })
  void given_a_video_elsewhere_when_its_host_calls_it_something_then_the_bytes_flow_R23_B11(
      String type) throws Exception {
    String id = added(library.addMovie("Elsewhere", number(), RemoteHost.calling(type)));

    HttpResponse<byte[]> answer = part(id);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(sample(), 100, 200));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "Content-Type")).isIn("video/mp4", "application/octet-stream");
  }

  @Test
  void given_a_video_elsewhere_when_opened_then_the_file_with_its_address_is_not_told_R23() {
    RemoteHost host = RemoteHost.of(RemoteHost.Kind.RANGES);
    String id = added(library.addMovie("Elsewhere, Unprobed", number(), host));

    demo.get("/library/jf:" + id)
        .then()
        .body("state", equalTo("playable"))
        .body("sources[0].container", equalTo(""))
        .body("sources[0]", not(hasKey("size")));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_host_without_ranges_when_asked_for_one_then_none_are_claimed_R23(
      JellyfinVersion version) throws Exception {
    Proxy.jellyfin().become(version);
    RemoteHost host = RemoteHost.of(RemoteHost.Kind.NO_RANGES);
    String id = added(library.addMovie("Elsewhere, Whole", number(), host));

    HttpResponse<byte[]> answer = part(id);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("none");
    assertThat(answer.body()).isEqualTo(sample());
    HttpResponse<byte[]> head = StreamClient.head("/stream/" + id, Proxy.token("demo"));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Accept-Ranges")).isEqualTo("none");
  }

  @ParameterizedTest
  @EnumSource(
      value = RemoteHost.Kind.class,
      names = {"CHUNKED", "MOVED", "FORBIDDEN", "PAGE", "DEAD"})
  void given_a_host_that_sends_no_video_when_played_then_it_is_refused_for_good_R23_B11(
      RemoteHost.Kind kind) {
    String id = added(library.addMovie("Elsewhere, " + kind, number(), RemoteHost.of(kind)));

    Response answer = demo.header("Range", "bytes=100-199").get("/stream/" + id);

    ErrorBody.of(answer, 404, "item_not_found", "remote");
    assertThat(answer.header("Retry-After")).isNull();
  }

  @Test
  void given_trailers_and_scenes_in_the_library_when_opened_then_they_play_R16() throws Exception {
    String id = added(library.addMovie("A Film with Extras", number()));
    String trailer = added(library.addExtra(id, "Teaser", "Trailer"));
    String scene = added(library.addExtra(id, "The Other Ending", "DeletedScene"));

    JsonPath page = demo.get("/library/jf:" + id).jsonPath();

    assertThat(page.getList("extras.title")).containsExactly("Teaser", "The Other Ending");
    assertThat(page.getList("extras.type")).containsExactly("trailer", "deleted_scene");
    assertThat(page.getList("extras.id")).containsExactly("jf:" + trailer, "jf:" + scene);
    assertThat(page.getLong("extras[0].duration_ms")).isEqualTo(40_000);
    for (String url : page.getList("extras.play.stream_url", String.class)) {
      HttpResponse<byte[]> answer =
          StreamClient.get(url, Proxy.token("demo"), "Range", "bytes=0-9");
      assertThat(answer.statusCode()).isEqualTo(206);
    }
  }

  @Test
  void given_a_film_of_forty_seconds_when_opened_then_its_length_is_known_R15() {
    demo.get("/library/jf:" + Titles.MOVIE_SHORT)
        .then()
        .body("runtime", equalTo(1))
        .body("duration_ms", equalTo(40_000))
        .body("sources[0].duration_ms", equalTo(40_000));
  }

  @Test
  void given_a_film_when_opened_then_what_apps_show_is_there_R16() {
    demo.get("/library/jf:" + Titles.MOVIE)
        .then()
        .body("external_ids.tmdb", equalTo(Integer.toString(Titles.MOVIE_TMDB)))
        .body("directors.size()", equalTo(1))
        .body("premiere_date", not(emptyOrNullString()))
        .body("sources[0].audio_tracks.language", equalTo(List.of("en", "de")))
        .body("sources[0].audio_tracks[0].channels", equalTo(2))
        .body("chapters[0].start_ms", equalTo(0));
  }

  private static int number() {
    return TMDB.incrementAndGet();
  }

  private void isRefused(String id, String reason, int status) {
    JsonPath page = Proxy.as("demo").get("/library/jf:" + id).jsonPath();
    assertThat(page.getString("unplayable")).as(reason).isEqualTo(reason);
    assertThat(page.getString("state")).isNotEqualTo("playable");
    assertThat(page.getString("status.stage")).isNotEqualTo("playable");
    assertThat(page.getString("status.reason")).isNotBlank();
    assertThat(page.<Object>get("play")).isNull();
    String stream = "/stream/" + id;
    for (Response answer :
        List.of(
            Proxy.as("demo").get(stream),
            Proxy.as("demo").get(stream + "?source=" + id),
            Proxy.as("demo").post(stream + "/ticket"))) {
      ErrorBody.of(answer, status, "item_not_found", reason);
    }
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .noneMatch(path -> path.startsWith("/Videos/" + id));
  }

  private static void forbidden(Response answer) {
    ErrorBody.of(answer, 403, "validation_failed", "not_allowed");
  }

  private static HttpResponse<byte[]> part(String id) throws Exception {
    return StreamClient.get("/stream/" + id, Proxy.token("demo"), "Range", "bytes=100-199");
  }

  private static String added(Item item) {
    ADDED.add(item.id());
    return item.id();
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = PlayableIT.class.getResourceAsStream("/sandbox/sample.mp4")) {
      return in.readAllBytes();
    }
  }
}
