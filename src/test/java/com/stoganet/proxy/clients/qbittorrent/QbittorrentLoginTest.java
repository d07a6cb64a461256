package com.stoganet.proxy.clients.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.sandbox.qbittorrent.QbittorrentVersion;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import com.stoganet.sandbox.qbittorrent.SandboxTorrent;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody logs in more often than he must, and never so often that he is banned. */
class QbittorrentLoginTest {

  private static final Duration LEFT_ALONE = Duration.ofMinutes(10);
  private static final int CALLERS = 100;

  private SandboxQbittorrent server;

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void given_a_session_that_ended_when_a_hundred_ask_at_once_then_there_is_one_login(
      QbittorrentVersion version) throws Exception {
    QbittorrentTorrents torrents = sample(version).torrents();
    torrents.all();
    assertThat(server.logins()).isOne();

    server.expireSessions();
    askedAtOnce(torrents);

    assertThat(server.logins()).isEqualTo(2);
  }

  @Test
  void given_no_session_yet_when_a_hundred_ask_at_once_then_there_is_one_login() throws Exception {
    QbittorrentTorrents torrents = sample(QbittorrentVersion.V5_2).torrents();

    askedAtOnce(torrents);

    assertThat(server.logins()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void given_a_wrong_password_when_asked_for_a_day_then_it_is_tried_once_B42(
      QbittorrentVersion version) {
    server = SandboxQbittorrent.start(version);
    Sample sample = Sample.withPassword(server.url(), SandboxQbittorrent.USERNAME, "wrong");
    QbittorrentTorrents torrents = sample.torrents();

    for (int hour = 0; hour < 24; hour++) {
      assertRefused(torrents, "qbittorrent_credentials");
      sample.clock().pass(Duration.ofHours(1));
    }

    assertThat(server.failures()).isOne();
    assertThat(server.logins()).isOne();
  }

  /** The ban of qBittorrent counts all refusals, so even administrators may not cause one. */
  @ParameterizedTest
  @EnumSource
  void
      given_a_wrong_password_when_an_administrator_asks_then_it_is_tried_again_but_never_banned_B42(
          QbittorrentVersion version) {
    server = SandboxQbittorrent.start(version);
    Sample sample = Sample.withPassword(server.url(), SandboxQbittorrent.USERNAME, "wrong");
    QbittorrentTorrents torrents = sample.torrents();
    assertRefused(torrents, "qbittorrent_credentials");

    assertRefused(() -> torrents.pause("aa"), "qbittorrent_credentials");
    assertThat(server.failures()).isOne();
    for (int minute = 0; minute < 10; minute++) {
      sample.clock().pass(Duration.ofMinutes(1));
      assertRefused(() -> torrents.pause("aa"), "qbittorrent_credentials");
    }

    assertThat(server.failures()).isEqualTo(4);
  }

  @Test
  void given_a_refused_password_when_it_is_corrected_in_qbittorrent_then_asking_logs_in_B42() {
    Sample sample = sample(QbittorrentVersion.V5_0);
    server.mistake(true);
    assertRefused(sample.torrents(), "qbittorrent_credentials");
    server.mistake(false);
    sample.clock().pass(LEFT_ALONE);
    assertRefused(sample.torrents(), "qbittorrent_credentials");

    sample.torrents().pause("e3e40e21c99ad4eb8bfc40a54f4197947ec88388");

    assertThat(sample.torrents().all()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void given_a_server_that_needs_no_login_when_asked_then_it_works_B42(QbittorrentVersion version) {
    Sample sample = sample(version);
    server.needsNoLogin();

    assertThat(sample.torrents().all()).hasSize(1);
    assertThat(sample.torrents().all()).hasSize(1);

    assertThat(server.requests()).filteredOn(each -> each.path().endsWith("/login")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void given_a_port_that_a_container_publishes_under_another_number_when_asked_then_it_is_said_B42(
      QbittorrentVersion version) {
    Sample sample = sample(version);
    server.listensOn(1);

    assertRefused(sample.torrents(), "qbittorrent_misconfigured");
    assertProblem(sample, "listens on another port");
    assertThat(server.failures()).isZero();

    server.listensOn(0);
    sample.clock().pass(LEFT_ALONE);
    assertThat(sample.torrents().all()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void given_an_api_key_when_it_is_refused_then_each_cause_has_its_message_B42(
      QbittorrentVersion version) {
    server = SandboxQbittorrent.start(version);
    boolean known = version.compareTo(QbittorrentVersion.V5_2) >= 0;
    Sample sample = Sample.withApiKey(server, known ? "qbt_wrong" : SandboxQbittorrent.API_KEY);

    assertRefused(
        sample.torrents(), known ? "qbittorrent_credentials" : "qbittorrent_misconfigured");
    assertProblem(sample, known ? "refuses the API key" : "is too old for an API key");

    server.listensOn(1);
    sample.clock().pass(LEFT_ALONE);
    assertRefused(sample.torrents(), "qbittorrent_misconfigured");
    assertProblem(sample, "listens on another port");
  }

  private static void assertProblem(Sample sample, String words) {
    assertThatThrownBy(() -> sample.connection().ask((api, session) -> ""))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @EnumSource
  void given_a_ban_when_asked_then_it_is_left_alone_until_it_may_be_over(
      QbittorrentVersion version) {
    Sample sample = sample(version);
    server.ban();
    assertRefused(sample.torrents(), "qbittorrent_banned");
    server.liftBan();
    assertRefused(sample.torrents(), "qbittorrent_banned");
    assertThat(server.requests()).hasSize(1);

    sample.clock().pass(LEFT_ALONE);

    assertThat(sample.torrents().all()).hasSize(1);
  }

  @Test
  void given_a_session_when_the_address_is_banned_then_it_goes_on() {
    QbittorrentTorrents torrents = sample(QbittorrentVersion.V4).torrents();
    torrents.all();

    server.ban();

    assertThat(torrents.all()).hasSize(1);
    assertThat(server.logins()).isOne();
  }

  @Test
  void given_another_server_that_says_ok_to_everything_when_asked_then_it_is_no_qbittorrent_B42() {
    Sample sample = sample(QbittorrentVersion.V4);
    server.answerAlways(200, "Ok.");

    assertThatThrownBy(sample.torrents()::all)
        .isInstanceOfSatisfying(
            ApiException.class, trouble -> assertThat(trouble.status()).isEqualTo(502));
  }

  @Test
  void given_sessions_that_are_over_at_once_when_asked_then_nobody_goes_round_in_circles() {
    Sample sample = sample(QbittorrentVersion.V4);
    QbittorrentTorrents torrents = sample.torrents();
    torrents.all();
    server.keepSessions(false);
    server.expireSessions();

    for (int i = 0; i < 5; i++) {
      assertRefused(torrents, "qbittorrent_credentials");
    }

    assertThat(server.logins()).isEqualTo(2);
    server.keepSessions(true);
    sample.clock().pass(LEFT_ALONE);
    assertThat(torrents.all()).hasSize(1);
  }

  @Test
  void given_a_wrong_api_key_when_asked_often_then_it_is_shown_once() {
    server = SandboxQbittorrent.start(QbittorrentVersion.V5_2);
    Sample sample = Sample.withApiKey(server, "qbt_wrong");

    assertRefused(sample.torrents(), "qbittorrent_credentials");
    assertRefused(sample.torrents(), "qbittorrent_credentials");
    assertThat(server.requests()).hasSize(2);

    sample.clock().pass(LEFT_ALONE);
    assertRefused(sample.torrents(), "qbittorrent_credentials");
    assertThat(server.requests()).hasSize(4);
    assertThat(server.logins()).isZero();
  }

  @Test
  void given_one_that_is_away_when_it_comes_back_then_the_login_waits_two_seconds() {
    Sample sample = sample(QbittorrentVersion.V4);
    server.goDown();
    assertRefused(sample.torrents(), "qbittorrent_unreachable");
    server.comeBack();
    assertRefused(sample.torrents(), "qbittorrent_unreachable");
    assertThat(server.requests()).isEmpty();

    sample.clock().pass(Duration.ofSeconds(2));

    assertThat(sample.torrents().all()).hasSize(1);
  }

  private static void askedAtOnce(QbittorrentTorrents torrents) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      Callable<Integer> question = () -> torrents.all().size();
      for (Future<Integer> answer : callers.invokeAll(Collections.nCopies(CALLERS, question))) {
        assertThat(answer.get()).isOne();
      }
    } finally {
      callers.shutdown();
    }
  }

  private static void assertRefused(QbittorrentTorrents torrents, String reason) {
    assertRefused(torrents::all, reason);
  }

  private static void assertRefused(ThrowingCallable question, String reason) {
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            ApiException.class,
            trouble -> {
              assertThat(trouble.status()).isEqualTo(503);
              assertThat(trouble.retryAfterSeconds()).isPositive();
              assertThat(trouble.details()).containsEntry("reason", reason);
            });
  }

  private Sample sample(QbittorrentVersion version) {
    server = SandboxQbittorrent.start(version);
    server.put(SandboxTorrent.downloading("e3e40e21c99ad4eb8bfc40a54f4197947ec88388"));
    return Sample.withPassword(server);
  }
}
