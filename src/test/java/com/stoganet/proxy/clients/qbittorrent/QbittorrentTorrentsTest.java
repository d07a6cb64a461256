package com.stoganet.proxy.clients.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrent.State;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.qbittorrent.QbittorrentVersion;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import com.stoganet.sandbox.qbittorrent.SandboxTorrent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Torrents of every version, and a qBittorrent that is out of order. */
class QbittorrentTorrentsTest {

  private static final String HASH = "e3e40e21c99ad4eb8bfc40a54f4197947ec88388";

  private SandboxQbittorrent server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void given_no_settings_when_asked_then_there_is_none() {
    assertThat(Sample.of(Map.of()).torrents().configured()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void given_any_version_when_asked_often_then_it_tells_its_torrents_after_one_login(
      QbittorrentVersion version) {
    QbittorrentTorrents torrents = torrents(version);

    for (int i = 0; i < 3; i++) {
      assertThat(torrents.all())
          .containsOnlyKeys(HASH)
          .containsValue(
              new Torrent(
                  HASH,
                  1_000_000,
                  500_000,
                  8_333,
                  Optional.of(Duration.ofMinutes(1)),
                  State.DOWNLOADING));
    }

    assertThat(torrents.configured()).isTrue();
    assertThat(server.logins()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void given_any_version_when_a_torrent_is_paused_and_resumed_then_it_is(
      QbittorrentVersion version) {
    QbittorrentTorrents torrents = torrents(version);

    torrents.pause(HASH);
    assertThat(torrents.all().get(HASH).state()).isEqualTo(State.PAUSED);
    torrents.resume(HASH);
    assertThat(torrents.all().get(HASH).state()).isEqualTo(State.STALLED);

    assertThat(server.requests().stream().filter(request -> request.path().contains("/torrents/")))
        .as("it was known which words this version has")
        .hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void given_a_torrent_that_is_gone_when_paused_then_it_is_no_mistake(QbittorrentVersion version) {
    QbittorrentTorrents torrents = torrents(version);

    torrents.pause("ff".repeat(20));

    assertThat(torrents.all().get(HASH).state()).isEqualTo(State.DOWNLOADING);
  }

  @ParameterizedTest
  @CsvSource({"V4, V5_0", "V5_0, V4"})
  void given_another_version_than_it_was_when_a_torrent_is_paused_then_it_is_as_well(
      QbittorrentVersion before, QbittorrentVersion after) {
    QbittorrentTorrents torrents = torrents(before);
    torrents.all();

    server.become(after);
    torrents.pause(HASH);

    assertThat(torrents.all().get(HASH).state()).isEqualTo(State.PAUSED);
    assertThat(server.logins()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void given_any_version_when_asked_then_no_request_says_where_it_comes_from(
      QbittorrentVersion version) {
    QbittorrentTorrents torrents = torrents(version);

    torrents.pause(HASH);

    assertThat(server.requests())
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.header("Origin")).isEmpty();
              assertThat(request.header("Referer")).isEmpty();
              assertThat(request.query()).isNull();
            });
  }

  @Test
  void given_an_api_key_when_asked_then_it_goes_with_every_request_and_nobody_logs_in() {
    server = SandboxQbittorrent.start(QbittorrentVersion.V5_2);
    server.put(SandboxTorrent.downloading(HASH));
    QbittorrentTorrents torrents = Sample.withApiKey(server, SandboxQbittorrent.API_KEY).torrents();

    torrents.pause(HASH);

    assertThat(torrents.all().get(HASH).state()).isEqualTo(State.PAUSED);
    assertThat(server.requests())
        .extracting(RecordedRequest::path)
        .containsExactly("/api/v2/torrents/stop", "/api/v2/torrents/info");
    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.header("Authorization"))
                  .contains("Bearer " + SandboxQbittorrent.API_KEY);
              assertThat(request.header("Cookie")).isEmpty();
            });
  }

  @Test
  void given_one_that_is_away_when_asked_often_then_it_is_left_in_peace_for_two_seconds() {
    QbittorrentTorrents torrents = torrents(QbittorrentVersion.V4);
    torrents.all();
    server.goDown();
    for (int i = 0; i < 5; i++) {
      assertTrouble(torrents, 503, "qbittorrent_unreachable");
    }
    int asked = server.requests().size();

    server.comeBack();

    assertTrouble(torrents, 503, "qbittorrent_unreachable");
    assertThat(server.requests()).hasSize(asked);
    await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> !torrents.all().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>Welcome</html>, 502, qbittorrent_nonsense",
    "204, '', 502, qbittorrent_nonsense",
    "302, '', 502, qbittorrent_nonsense",
    "400, Bad Request, 502, qbittorrent_nonsense",
    "404, Not Found, 502, qbittorrent_nonsense",
    "500, Oops, 503, qbittorrent_unreachable",
    "502, Bad Gateway, 503, qbittorrent_unreachable"
  })
  void given_an_answer_of_somebody_else_when_asked_then_it_is_told_without_an_address(
      int status, String text, int ours, String reason) {
    QbittorrentTorrents torrents = torrents(QbittorrentVersion.V4);
    torrents.all();

    server.answerAlways(status, text);

    assertTrouble(torrents, ours, reason);
    assertThat(server.logins()).isOne();
  }

  private void assertTrouble(QbittorrentTorrents torrents, int status, String reason) {
    assertThatThrownBy(torrents::all)
        .isInstanceOfSatisfying(
            ApiException.class,
            trouble -> {
              assertThat(trouble.status()).isEqualTo(status);
              assertThat(trouble.details()).containsEntry("reason", reason);
              assertThat(trouble.getMessage() + trouble.getCause().getMessage())
                  .doesNotContain("127.0.0.1")
                  .doesNotContain(SandboxQbittorrent.PASSWORD);
            });
  }

  private QbittorrentTorrents torrents(QbittorrentVersion version) {
    server = SandboxQbittorrent.start(version);
    server.put(SandboxTorrent.downloading(HASH));
    return Sample.withPassword(server).torrents();
  }
}
