package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.sandbox.Behaviour;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is the same for all routes: keys, the URL base, bad days, and what is noted of requests. */
class ArrFrontTest {
  private final SandboxRadarr radarr =
      SandboxRadarr.start(SandboxArr.Options.defaults().urlBase("/radarr"));
  private final ArrClient client = new ArrClient(radarr);

  @AfterEach
  void close() {
    radarr.close();
  }

  @Test
  void given_a_wrong_or_no_key_then_401_without_a_body_except_for_the_ping() {
    ArrClient wrong = new ArrClient(radarr.url(), "wrong");
    ArrClient none = new ArrClient(radarr.url(), null);

    assertThat(wrong.get("/movie").status()).isEqualTo(401);
    assertThat(wrong.get("/movie").text()).isEmpty();
    assertThat(none.get("/nowhere").status()).isEqualTo(401);
    assertThat(none.get("//ping").object().getString("status")).isEqualTo("OK");
  }

  @Test
  void given_a_url_base_when_left_out_then_one_is_sent_there() {
    String root = "http://127.0.0.1:" + radarr.port();
    ArrClient outside = new ArrClient(URI.create(root), radarr.apiKey());

    ArrClient.Answer answer = outside.get("/movie?tmdbId=1");

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.response().headers().firstValue("Location"))
        .hasValue("/radarr/api/v3/movie?tmdbId=1");
    assertThat(client.get("/system/status").object().getString("urlBase")).isEqualTo("/radarr");
    assertThat(client.get("/system/status").object().getString("appName")).isEqualTo("Radarr");
  }

  @Test
  void given_bad_days_when_asked_then_it_answers_badly_and_recovers() {
    radarr.behave(Behaviour.failing(500));
    ArrClient.Answer failed = client.get("/movie");
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.object().getString("description")).contains("   at NzbDrone.");

    radarr.behave(Behaviour.nonsense());
    assertThat(client.get("/movie").contentType()).isEqualTo("text/html");
    assertThat(client.get("/movie").text()).startsWith("<html>");

    radarr.behave(Behaviour.slow(Duration.ofMillis(50)).onlyFor(path -> path.endsWith("/movie")));
    assertThat(client.get("/movie").array()).isEmpty();

    radarr.behave(Behaviour.normal());
    radarr.goDown();
    assertThatThrownBy(() -> client.get("/movie")).isInstanceOf(UncheckedIOException.class);
    radarr.comeBack();
    assertThat(client.get("/movie").status()).isEqualTo(200);
  }

  @Test
  void given_it_hangs_when_asked_then_nothing_comes() {
    radarr.behave(Behaviour.hanging());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(radarr.url() + "/ping"))
            .timeout(Duration.ofMillis(200))
            .build();

    assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void given_bad_manners_when_asked_then_they_are_noted() {
    ArrClient keyless = new ArrClient(radarr.url(), null);
    assertThat(keyless.get("/movie?apikey=" + radarr.apiKey()).status()).isEqualTo(200);
    assertThat(client.get("/nowhere").status()).isEqualTo(404);
    assertThat(client.post("/movie/lookup", "{}").status()).isEqualTo(405);
    client.get("/movie?tvdbId=1");
    client.send("DELETE", "/queue/1", "{}");

    assertThat(radarr.violations())
        .satisfiesExactly(
            each -> assertThat(each).endsWith("key in the query"),
            each -> assertThat(each).endsWith("unknown route"),
            each -> assertThat(each).endsWith("wrong verb"),
            each -> assertThat(each).endsWith("tvdbId is not a parameter of it"),
            each -> assertThat(each).endsWith("DELETE with a body"));
    assertThat(radarr.requests()).hasSize(5);
    assertThat(radarr.requests().get(4).body()).isEqualTo("{}");
    radarr.clearRequests();
    assertThat(radarr.requests()).isEmpty();
    assertThat(radarr.violations()).isEmpty();
  }
}
