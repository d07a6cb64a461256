package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SandboxRadarr;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Radarr and Sonarr send of themselves. */
@BlackBox
class WebhookIT {

  private static final String SECRET = "X-Webhook-Secret";
  private static final String GRAB = "{\"eventType\":\"Grab\",\"instanceName\":\"Radarr\"}";
  private static final AtomicInteger MOVIES = new AtomicInteger(974_000);

  /** Nothing is read anew by itself within that time. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  @Test
  void given_a_wrong_secret_or_none_when_called_then_it_is_an_error_as_everywhere() {
    refused(webhook());
    refused(webhook().header(SECRET, ""));
    refused(webhook().header(SECRET, Proxy.WEBHOOK_SECRET + "x"));
    refused(webhook().header("Authorization", basic("radarr", "wrong")));
    refused(webhook().header("Authorization", basic(Proxy.WEBHOOK_SECRET, "")));
    refused(webhook().header("Authorization", "Basic !"));
    refused(webhook().header("Authorization", "Basic"));
    refused(webhook().header("Authorization", "Bearer " + Proxy.WEBHOOK_SECRET));
    // A header that is wrong is not made good by the other one.
    refused(
        webhook()
            .header(SECRET, "wrong")
            .header("Authorization", basic("radarr", Proxy.WEBHOOK_SECRET)));
    ErrorBody.of(webhook().post("/webhooks/lidarr"), 401, "token_invalid");
  }

  @Test
  void given_the_token_of_an_administrator_when_called_then_it_is_no_secret() {
    refused(Proxy.as("admin").contentType(ContentType.JSON).body(GRAB));
  }

  private static void refused(RequestSpecification request) {
    Response answer = request.post("/webhooks/radarr");
    ErrorBody.of(answer, 401, "token_invalid");
    assertThat(answer.asString()).doesNotContain(Proxy.WEBHOOK_SECRET);
  }

  @Test
  void given_a_server_that_nobody_knows_when_called_then_it_is_not_there() {
    ErrorBody.of(heard(GRAB).post("/webhooks/lidarr"), 404, "item_not_found");
    ErrorBody.of(heard(GRAB).post("/webhooks/radarr_2"), 404, "item_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"radarr", "sonarr"})
  void given_the_secret_when_called_with_whatever_there_is_to_say_then_it_is_heard(String server) {
    for (String body : List.of(GRAB, "{\"eventType\":\"Test\"}", "{}", "", "nonsense")) {
      heard(body).post("/webhooks/" + server).then().statusCode(204);
    }
    webhook()
        .header("Authorization", basic("", Proxy.WEBHOOK_SECRET))
        .post("/webhooks/" + server)
        .then()
        .statusCode(204);
    webhook()
        .header("Authorization", basic("radarr", Proxy.WEBHOOK_SECRET))
        .put("/webhooks/" + server)
        .then()
        .statusCode(405);
    // Where somebody sets up both, the header is what counts.
    heard(GRAB)
        .header("Authorization", basic("somebody", "something"))
        .post("/webhooks/" + server)
        .then()
        .statusCode(204);
  }

  @Test
  void given_what_real_servers_send_when_called_then_it_is_heard() throws IOException {
    int heard = 0;
    for (String folder : List.of("webhooks-constructed", "radarr", "sonarr")) {
      try (Stream<Path> files = Files.list(ReferenceFiles.recording(folder))) {
        for (Path file :
            files.filter(each -> each.toString().matches(".*(constructed|webhook-).*")).toList()) {
          String server = file.toString().contains("sonarr") ? "sonarr" : "radarr";
          heard(Files.readString(file)).post("/webhooks/" + server).then().statusCode(204);
          heard++;
        }
      }
    }
    assertThat(heard).isGreaterThan(12);
  }

  @Test
  void given_a_webhook_when_something_happened_then_it_is_seen_at_once_and_otherwise_later() {
    int movie = MOVIES.incrementAndGet();
    radarr().knows(MovieFacts.of(movie, "The Lockmaster " + movie, 2019).certification("G"));
    SignedIn demo = SignedIn.as("demo");
    radarr().keep(movie);
    sendGrab();
    awaitStage("searching", demo, movie);

    radarr().forget(movie);
    assertThat(stage(demo, movie)).as("nobody has told").isEqualTo("searching");
    sendGrab();

    awaitStage("requestable", demo, movie);
  }

  @Test
  void given_a_lie_when_called_then_it_is_not_believed() {
    int movie = MOVIES.incrementAndGet();
    radarr().knows(MovieFacts.of(movie, "The Lockmaster " + movie, 2019).certification("G"));
    SignedIn demo = SignedIn.as("demo");
    radarr().keep(movie);
    sendGrab();
    awaitStage("searching", demo, movie);

    heard("{\"eventType\":\"MovieDelete\",\"movie\":{\"tmdbId\":" + movie + "}}")
        .post("/webhooks/radarr")
        .then()
        .statusCode(204);

    await()
        .during(Duration.ofSeconds(2))
        .atMost(AT_ONCE)
        .until(() -> stage(demo, movie).equals("searching"));
    radarr().forget(movie);
    sendGrab();
    awaitStage("requestable", demo, movie);
  }

  private static SandboxRadarr radarr() {
    return Proxy.arrs().radarr();
  }

  private static void sendGrab() {
    heard(GRAB).post("/webhooks/radarr").then().statusCode(204);
  }

  private static void awaitStage(String stage, SignedIn device, int movie) {
    await().atMost(AT_ONCE).until(() -> stage(device, movie).equals(stage));
  }

  private static String stage(SignedIn device, int movie) {
    return device.request().get("/library/tmdb:movie:" + movie).path("status.stage");
  }

  private static RequestSpecification webhook() {
    return given().contentType(ContentType.JSON).body(GRAB);
  }

  private static RequestSpecification heard(String body) {
    return given().contentType(ContentType.JSON).header(SECRET, Proxy.WEBHOOK_SECRET).body(body);
  }

  private static String basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
