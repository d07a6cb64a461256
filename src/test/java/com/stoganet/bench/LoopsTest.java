package com.stoganet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String TAG = "0123456789abcdef0123456789abcdef";

  private SandboxJellyfin jellyfin;
  private String picture;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    picture = jellyfin.url() + "/Items/" + Titles.MOVIE + "/Images/Primary?tag=" + TAG;
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void given_aServerThatStandsStill_when_askedAtAConstantRate_then_allThatWasDueIsLate()
      throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Object lock = new Object();
    Latencies latencies =
        OpenLoop.run(
            100,
            Duration.ofMillis(500),
            number -> {
              synchronized (lock) {
                return number == 0 && await(never) ? 500 : 200;
              }
            });
    assertThat(latencies.failures()).isZero();
    assertThat(latencies.percentile(50)).as("half of them were due meanwhile").isGreaterThan(100);
  }

  @Test
  void given_pagesOfAnyLength_when_askedOverOneConnection_then_eachAnswerIsReadToItsEnd()
      throws Exception {
    for (String path :
        new String[] {
          picture,
          jellyfin.url() + "/Videos/" + Titles.MOVIE + "/stream.mp4",
          jellyfin.url() + "/System/Ping"
        }) {
      try (KeepAlive connection = new KeepAlive(path, List.of())) {
        assertThat(connection.ask()).isEqualTo(200);
        assertThat(connection.ask()).isEqualTo(200);
      }
    }
  }

  @Test
  void given_aKnownTag_when_askedAgainAndAgain_then_theAnswersAre304() throws Exception {
    String known = '"' + TAG + '"';
    assertThat(ClosedLoop.throughput(SHORT, 304, picture, List.of(), "If-None-Match", known))
        .isPositive();
    assertThat(ClosedLoop.throughput(SHORT, 200, picture, List.of())).isPositive();
    assertThatThrownBy(() -> ClosedLoop.throughput(SHORT, 304, picture, List.of()))
        .hasMessageContaining("status 200 instead of 304");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(400, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
