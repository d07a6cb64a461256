package com.stoganet.proxy.clients.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.sandbox.qbittorrent.QbittorrentVersion;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QbittorrentDependencyTest {

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final AtomicLong nanos = new AtomicLong();
  private SandboxQbittorrent server;

  @BeforeEach
  void start() {
    server = SandboxQbittorrent.start(QbittorrentVersion.V4);
  }

  @AfterEach
  void stop() {
    server.close();
    background.shutdownNow();
  }

  @Test
  void given_no_settings_when_readiness_asks_then_nothing_is_shown() {
    assertThat(dependency(Sample.of(Map.of())).conditions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"V4, 4.5.2", "V5_0, 5.0.0", "V5_2, 5.2.3"})
  void given_one_that_works_when_readiness_asks_then_its_version_is_shown(
      QbittorrentVersion version, String number) {
    server.become(version);

    assertThat(dependency(Sample.withPassword(server)).conditions())
        .containsExactly(
            Map.entry("qbittorrent", Condition.ok(Map.of("qbittorrent_version", number))));
  }

  @Test
  void given_one_that_is_away_when_readiness_asks_then_it_says_so() {
    server.goDown();

    assertProblem(dependency(Sample.withPassword(server)), "does not answer");
  }

  @Test
  void given_a_wrong_password_when_readiness_asks_all_day_then_the_rule_holds() {
    Sample sample = Sample.withPassword(server.url(), SandboxQbittorrent.USERNAME, "wrong");
    QbittorrentDependency dependency = dependency(sample);

    for (int minute = 0; minute < 10; minute++) {
      assertProblem(dependency, "refuses the user name or password");
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      sample.clock().pass(Duration.ofMinutes(1));
    }

    assertThat(server.logins()).isOne();
  }

  @Test
  void given_a_ban_when_readiness_asks_then_it_says_so() {
    server.ban();

    assertProblem(dependency(Sample.withPassword(server)), "has banned this address for a while");
  }

  @Test
  void given_something_else_at_that_address_when_readiness_asks_then_it_says_so() {
    server.answerAlways(404, "Not Found");

    assertProblem(
        dependency(Sample.withPassword(server)), "gives answers that are not qBittorrent's");
  }

  @Test
  void given_an_answer_when_readiness_asks_again_within_15_seconds_then_nobody_is_asked() {
    QbittorrentDependency dependency = dependency(Sample.withPassword(server));
    dependency.conditions();
    int asked = server.requests().size();

    nanos.addAndGet(Duration.ofSeconds(14).toNanos());
    dependency.conditions();
    assertThat(server.requests()).hasSize(asked);

    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    dependency.conditions();
    assertThat(server.requests()).hasSize(asked + 1);
  }

  @Test
  void given_one_that_hangs_when_readiness_asks_then_it_waits_for_two_seconds() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      QbittorrentDependency dependency = dependency(Sample.withPassword(url, "admin", "secret"));
      long start = System.nanoTime();

      assertProblem(dependency, "does not answer");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private QbittorrentDependency dependency(Sample sample) {
    Ticker ticker = nanos::get;
    return new QbittorrentDependency(sample.connection(), background, ticker);
  }

  private static void assertProblem(QbittorrentDependency dependency, String problem) {
    assertThat(dependency.conditions())
        .containsExactly(Map.entry("qbittorrent", Condition.problem(problem)));
  }
}
