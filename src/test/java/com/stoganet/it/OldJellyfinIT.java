package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.SandboxJellyfin;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy that never saw a current Jellyfin: the catalogue is read in another way, too. */
class OldJellyfinIT {

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource(value = JellyfinVersion.class, names = "V12", mode = EnumSource.Mode.EXCLUDE)
  void given_an_older_version_when_everything_is_asked_for_then_it_is_there_R42(
      JellyfinVersion version) throws InterruptedException {
    int port = Ports.free();
    try (SandboxJellyfin jellyfin =
            SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(version));
        LibertyServer server =
            LibertyServer.startCopy(
                "old-jellyfin",
                Settings.hurried(
                    Settings.of(jellyfin, port, Proxy.freshDatabase("old-jellyfin"))))) {
      assertThat(Readiness.await(server, port, Proxy.START_PATIENCE)).as(server.output()).isTrue();
      Supplier<RequestSpecification> demo = signedIn(port);

      assertThat(json(demo, "/library?limit=100").getInt("total")).isEqualTo(15);
      assertThat(json(demo, "/home").getList("sections")).hasSize(5);
      assertThat(json(demo, "/search?q=vesary").getList("items")).hasSize(2);
      assertThat(json(demo, "/library/tmdb:tv:910007").getInt("start.season_number")).isOne();
      assertThat(json(demo, "/library/tmdb:tv:910007/seasons/0/episodes").getList("episodes"))
          .hasSize(2);
      jellyfin.library().addMovie("Quicksilver Ferry", 919_002);
      await()
          .atMost(HALF_A_MINUTE)
          .untilAsserted(
              () ->
                  assertThat(json(demo, "/search?q=quicksilver").getList("items"))
                      .as("R42: a change is seen soon on every version")
                      .hasSize(1));
      assertThat(jellyfin.violations()).isEmpty();
    }
  }

  /** A new request each time: one that is used again keeps the parameters of before. */
  private static Supplier<RequestSpecification> signedIn(int port) {
    String base = "http://127.0.0.1:" + port;
    String token =
        given()
            .baseUri(base)
            .port(port)
            .contentType(ContentType.JSON)
            .body(Map.of("username", "demo", "password", "demo"))
            .post("/auth/login")
            .jsonPath()
            .getString("access_token");
    // An open connection would keep the server from stopping at once.
    return () ->
        given()
            .baseUri(base)
            .port(port)
            .header("Authorization", "Bearer " + token)
            .header("Connection", "close");
  }

  private static JsonPath json(Supplier<RequestSpecification> request, String path) {
    return request.get().get(path).then().statusCode(200).extract().jsonPath();
  }
}
