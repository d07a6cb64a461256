package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.sandbox.SandboxClient.Answer;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BehaviourTest {
  private static final String INFO = "/System/Info/Public";
  private static final String STREAM = "/Videos/" + Titles.MOVIE + "/stream.mp4";

  private SandboxJellyfin jellyfin;
  private SandboxClient anonymous;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    anonymous = SandboxClient.anonymous(jellyfin);
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void starting() {
    jellyfin.behave(Behaviour.starting(Duration.ofMillis(50)));
    Answer items = anonymous.get("/Items");
    assertThat(items.status()).isEqualTo(503);
    assertThat(items.header("Retry-After")).isEqualTo("005");
    assertThat(items.header("Content-Type")).startsWith("text/html");
    long begin = System.nanoTime();
    assertThat(anonymous.get(INFO).status()).isEqualTo(503);
    assertThat(anonymous.get(INFO).bytes()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(95));
    assertThat(anonymous.get("/health").text()).isEqualTo("Degraded");
  }

  @Test
  void bootingDescribesItselfInOtherLettersAndAsIfItWereNotSetUp() {
    jellyfin.behave(Behaviour.booting());
    assertThat(anonymous.get(INFO).json().getBoolean("startupWizardCompleted")).isFalse();
    assertThat(anonymous.get(INFO).json()).doesNotContainKey("Version");
    assertThat(anonymous.get("/health").status()).isEqualTo(503);
    assertThat(anonymous.get("/health").bytes()).isNotEmpty();
    assertThat(anonymous.get("/System/Ping").status()).isEqualTo(200);
    assertThat(anonymous.get("/Items").status()).isEqualTo(503);
  }

  @Test
  void loadingComesAfterAuthorisation() {
    SandboxClient demo = SandboxClient.as(jellyfin, "demo");
    jellyfin.behave(Behaviour.loading());
    assertThat(anonymous.get("/Items").status()).isEqualTo(401);
    assertThat(demo.get("/Items").status()).isEqualTo(503);
    assertThat(demo.get("/Items").header("Retry-After")).isNull();
    assertThat(anonymous.get("/System/Ping").status()).isEqualTo(200);
  }

  @Test
  void blockedFailingAndRedirecting() {
    jellyfin.behave(Behaviour.blocked());
    assertThat(anonymous.get(INFO).status()).isEqualTo(503);
    assertThat(anonymous.get(INFO).bytes()).isEmpty();
    jellyfin.behave(Behaviour.failing(500));
    assertThat(anonymous.get(INFO).text()).isEqualTo("Error processing request.");
    jellyfin.behave(Behaviour.redirecting());
    assertThat(anonymous.get(INFO).status()).isEqualTo(302);
    jellyfin.behave(Behaviour.normal());
    assertThat(anonymous.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void onlyForSomePaths() {
    jellyfin.behave(Behaviour.failing(500).onlyFor(path -> path.startsWith("/Items")));
    assertThat(anonymous.get("/Items").status()).isEqualTo(500);
    assertThat(anonymous.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void slowRequestsWait() {
    jellyfin.behave(Behaviour.slow(Duration.ofMillis(50)));
    long begin = System.nanoTime();
    assertThat(anonymous.get(INFO).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(45));
  }

  @Test
  void cutsBodiesOfKnownAndUnknownLength() {
    jellyfin.behave(Behaviour.cuttingBodiesAfter(1000));
    assertThatThrownBy(() -> anonymous.get(STREAM + "?static=true"))
        .hasMessageContaining("bytes received: 1000");
    assertThatThrownBy(() -> anonymous.get(STREAM)).isInstanceOf(Exception.class);
    assertThat(anonymous.get(STREAM + "?static=true", "Range", "bytes=0-99").bytes()).hasSize(100);
  }

  @Test
  void goesDownAndComesBackOnTheSamePort() {
    int port = jellyfin.port();
    jellyfin.goDown();
    assertThatThrownBy(() -> anonymous.get(INFO)).hasCauseInstanceOf(ConnectException.class);
    jellyfin.comeBack();
    assertThat(jellyfin.port()).isEqualTo(port);
    assertThat(anonymous.get(INFO).status()).isEqualTo(200);
  }

  @Test
  void anotherServerAtTheAddressKnowsNeitherTokensNorKey_R17() {
    String token = jellyfin.users().signIn("demo", "one");
    try (SandboxJellyfin other =
        SandboxJellyfin.startAnother(SandboxJellyfin.Options.defaults().apiKey("other"), false)) {
      jellyfin.answerAs(other);
      assertThat(anonymous.get(INFO).json().getBoolean("StartupWizardCompleted")).isFalse();
      assertThat(anonymous.get(INFO).json().getString("Id")).isNotEqualTo(jellyfin.serverId());
      Answer refused = SandboxClient.withToken(jellyfin, token).get("/Users/Me");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.bytes()).isEmpty();
      assertThat(SandboxClient.withApiKey(jellyfin).get("/Users").status()).isEqualTo(401);
    }
    jellyfin.answerAs(jellyfin);
    assertThat(SandboxClient.withToken(jellyfin, token).get("/Users/Me").status()).isEqualTo(200);
  }

  @Test
  void recordsRequestsInOrder() {
    anonymous.get("/Items?x=%20y", "X-Test", "one");
    anonymous.post("/Sessions/Logout", "{}");
    assertThat(jellyfin.requests())
        .extracting(RecordedRequest::toString)
        .containsExactly("GET /Items?x=%20y", "POST /Sessions/Logout");
    assertThat(jellyfin.requests().get(0).header("x-test")).contains("one");
    assertThat(jellyfin.requests().get(1).body()).isEqualTo("{}");
    jellyfin.clearRequests();
    assertThat(jellyfin.requests()).isEmpty();
  }

  @Test
  void knowsOnlyItsOwnPathsAndMethods() {
    assertThat(anonymous.get("/nothing").status()).isEqualTo(404);
    assertThat(anonymous.get("/Sessions/Logout").status()).isEqualTo(405);
    assertThat(anonymous.get("/Items/../System/Info/Public").status()).isEqualTo(404);
    assertThat(anonymous.get("/Videos/x%2f..%2f..%2fhealth/stream").status()).isEqualTo(404);
    assertThat(anonymous.get("/system/info/public").status()).isEqualTo(200);
    assertThat(jellyfin.violations()).filteredOn(text -> text.contains("traversal")).hasSize(2);
  }
}
