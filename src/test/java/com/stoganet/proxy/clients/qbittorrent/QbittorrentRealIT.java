package com.stoganet.proxy.clients.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.QbittorrentControls;
import com.stoganet.launch.QbittorrentPair;
import com.stoganet.launch.QbittorrentServer;
import com.stoganet.launch.Requirement;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrent.State;
import com.stoganet.proxy.shared.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The adapter with a real qBittorrent; needs no server of ours. */
class QbittorrentRealIT {

  private static final int MEBIBYTE = 1 << 20;

  /** Two that parted meet again after a minute, if they do not at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final String LOGIN_SUCCESS = "WebAPI login success";
  private static final String LOGIN_FAILURE = "WebAPI login failure";

  private static QbittorrentPair pair;
  private static QbittorrentServer server;

  @BeforeAll
  static void start() {
    Requirement.QBITTORRENT.assumeInstalled();
    pair = new QbittorrentPair();
    server = pair.client();
  }

  @AfterAll
  static void stop() {
    if (pair != null) {
      pair.close();
    }
  }

  @Test
  void given_a_download_when_it_runs_then_it_is_followed_from_nothing_to_the_end()
      throws IOException {
    QbittorrentTorrents torrents = sample().torrents();
    String hash = pair.download("followed.mkv", 3 * MEBIBYTE, MEBIBYTE / 2, "radarr");
    List<Torrent> seen = new ArrayList<>();

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              seen.add(torrents.all().get(hash));
              return seen.get(seen.size() - 1).state() == State.COMPLETE;
            });

    assertThat(seen).allSatisfy(torrent -> assertThat(torrent.size()).isEqualTo(3 * MEBIBYTE));
    assertThat(seen).extracting(Torrent::left).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(seen)
        .anySatisfy(
            torrent -> {
              assertThat(torrent.state()).isEqualTo(State.DOWNLOADING);
              assertThat(torrent.left()).isBetween(1L, 3L * MEBIBYTE - 1);
              assertThat(torrent.speed()).isPositive();
              assertThat(torrent.timeLeft()).isPresent();
            });
    assertThat(seen.get(seen.size() - 1).left()).isZero();
    assertThat(seen.get(seen.size() - 1).timeLeft()).isEmpty();
  }

  @Test
  void given_a_download_when_paused_then_nothing_comes_until_it_is_resumed() throws IOException {
    QbittorrentTorrents torrents = sample().torrents();
    String hash = pair.download("paused.mkv", 4 * MEBIBYTE, MEBIBYTE / 8, "");
    await().atMost(PATIENCE).until(() -> torrents.all().get(hash).left() < 4 * MEBIBYTE);

    torrents.pause(hash);
    await().atMost(PATIENCE).until(() -> torrents.all().get(hash).state() == State.PAUSED);
    pair.speed(hash, 16 * MEBIBYTE);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(3))
        .until(() -> torrents.all().get(hash).state() == State.PAUSED);
    assertThat(torrents.all().get(hash).left()).isPositive();

    torrents.resume(hash);
    await().atMost(PATIENCE).until(() -> torrents.all().get(hash).state() == State.COMPLETE);
  }

  @Test
  void given_a_magnet_that_nobody_has_when_listed_then_its_content_is_unknown() {
    QbittorrentControls controls = server.controls();
    String hash = "0123456789abcdef".repeat(3).substring(0, 40);
    controls.magnet(hash);
    QbittorrentTorrents torrents = sample().torrents();

    await().atMost(PATIENCE).until(() -> torrents.all().containsKey(hash));

    assertThat(torrents.all().get(hash).state()).isEqualTo(State.METADATA);
    assertThat(torrents.all().get(hash).size()).isZero();
    controls.delete(hash);
    await().atMost(PATIENCE).until(() -> !torrents.all().containsKey(hash));
    torrents.pause(hash);
  }

  @Test
  void given_a_wrong_password_when_asked_often_then_it_is_tried_once_and_nobody_is_banned() {
    QbittorrentControls controls = server.controls();
    long before = failures();
    QbittorrentTorrents torrents =
        Sample.withPassword(server.url(), server.username(), "wrong").torrents();

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(torrents::all)
          .isInstanceOfSatisfying(
              ApiException.class,
              trouble ->
                  assertThat(trouble.details()).containsEntry("reason", "qbittorrent_credentials"));
    }

    // The second one; with a third this address would be banned.
    assertThat(controls.attempt(server.username(), "wrong")).isFalse();
    assertThat(controls.attempt(server.username(), server.password())).isTrue();
    await().atMost(PATIENCE).until(() -> failures() >= before + 2);
    assertThat(failures()).isEqualTo(before + 2);
  }

  private static long failures() {
    return server.logged(LOGIN_FAILURE);
  }

  @Test
  void given_a_restart_when_asked_then_there_is_one_more_login() {
    QbittorrentTorrents torrents = sample().torrents();
    Set<String> known = torrents.all().keySet();
    server.stop();
    long before = server.logged(LOGIN_SUCCESS);
    server.resume();

    for (int i = 0; i < 10; i++) {
      assertThat(torrents.all().keySet()).isEqualTo(known);
    }

    server.stop();
    assertThat(server.logged(LOGIN_SUCCESS)).isEqualTo(before + 1);
    server.resume();
  }

  private static Sample sample() {
    return Sample.withPassword(server.url(), server.username(), server.password());
  }
}
