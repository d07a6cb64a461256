package com.stoganet.proxy.clients.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.proxy.acquisition.Torrent;
import com.stoganet.proxy.acquisition.Torrent.State;
import com.stoganet.proxy.clients.backend.OddJson;
import com.stoganet.proxy.clients.backend.TolerantJson;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedTorrentTest {

  private static final Jsonb JSON = TolerantJson.ofPlainNames();

  @Test
  void given_an_odd_value_anywhere_when_read_then_the_neighbour_is_there_B05() {
    JsonArray answer =
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("hash", "A".repeat(40))
                    .add("state", "downloading")
                    .add("size", 100)
                    .add("amount_left", 50)
                    .add("dlspeed", 7)
                    .add("eta", 60))
            .add(Json.createObjectBuilder().add("hash", "B".repeat(40)))
            .build();

    for (OddJson.Odd odd : OddJson.all(answer)) {
      assertThat(
              Arrays.stream(JSON.fromJson(odd.json(), ReportedTorrent[].class))
                  .filter(torrent -> torrent != null && torrent.hash != null)
                  .map(ReportedTorrent::torrent))
          .as(odd.place())
          .isNotEmpty()
          .allMatch(torrent -> torrent.size() >= 0 && torrent.left() >= 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "error, FAILED",
    "missingFiles, FAILED",
    "metaDL, METADATA",
    "forcedMetaDL, METADATA",
    "stalledDL, STALLED",
    "pausedDL, PAUSED",
    "stoppedDL, PAUSED",
    "queuedDL, QUEUED",
    "checkingDL, CHECKING",
    "checkingUP, CHECKING",
    "checkingResumeData, CHECKING",
    "downloading, DOWNLOADING",
    "forcedDL, DOWNLOADING",
    "moving, DOWNLOADING",
    "uploading, COMPLETE",
    "stalledUP, COMPLETE",
    "pausedUP, COMPLETE",
    "stoppedUP, COMPLETE",
    "queuedUP, COMPLETE",
    "forcedUP, COMPLETE",
    "unknown, DOWNLOADING",
    "somethingNew, DOWNLOADING"
  })
  void given_a_word_of_any_version_when_read_then_it_means_a_state_B41(String word, State state) {
    assertThat(torrent("'state':'%s','size':100,'amount_left':50".formatted(word)).state())
        .isEqualTo(state);
  }

  @Test
  void given_a_complete_torrent_when_it_is_moved_then_it_stays_complete() {
    assertThat(torrent("'state':'moving','size':100,'amount_left':0,'eta':7").state())
        .isEqualTo(State.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 8_640_000, 31_536_001, Long.MAX_VALUE})
  void given_no_idea_of_the_time_left_when_read_then_there_is_none(long eta) {
    assertThat(torrent("'state':'downloading','size':100,'amount_left':50,'eta':" + eta).timeLeft())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploading", "stalledUP", "checkingUP"})
  void given_a_complete_torrent_when_read_then_the_time_until_it_is_shared_is_not_told(
      String state) {
    assertThat(torrent("'state':'%s','size':100,'amount_left':0,'eta':60".formatted(state)))
        .satisfies(torrent -> assertThat(torrent.timeLeft()).isEmpty())
        .satisfies(torrent -> assertThat(torrent.left()).isZero());
  }

  @Test
  void given_a_download_when_read_then_all_of_it_is_there() {
    Torrent torrent =
        torrent(
            "'hash':'%s','state':'downloading','size':6442450944,'amount_left':4294967296,"
                    .formatted("ABCDEF0123".repeat(4))
                + "'dlspeed':1048576,'eta':4096,'comment':'new in 5','private':null");

    assertThat(torrent)
        .isEqualTo(
            new Torrent(
                "abcdef0123".repeat(4),
                6L << 30,
                4L << 30,
                1 << 20,
                Optional.of(Duration.ofSeconds(4096)),
                State.DOWNLOADING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'size':0", "'size':-1,'amount_left':-1", "'total_size':-1"})
  void given_no_metadata_when_read_then_the_size_is_unknown(String sizes) {
    Torrent torrent = torrent("'state':'metaDL','eta':8640000," + sizes);

    assertThat(torrent.size()).isZero();
    assertThat(torrent.left()).isZero();
    assertThat(torrent.timeLeft()).isEmpty();
    assertThat(torrent.state()).isEqualTo(State.METADATA);
  }

  @ParameterizedTest
  @CsvSource({
    "torrents-info-mixed, 'DOWNLOADING=2, COMPLETE=2, PAUSED=1, QUEUED=2'",
    "torrents-info-mixed2, 'DOWNLOADING=1, COMPLETE=3, PAUSED=1, METADATA=1, STALLED=1'",
    "torrents-info-missingFiles, 'STALLED=1, COMPLETE=3, METADATA=1, PAUSED=1, FAILED=1'",
    "torrents-info-metaDL, METADATA=1"
  })
  void given_answers_of_a_real_one_when_read_then_every_torrent_makes_sense(
      String name, String states) throws IOException {
    List<Torrent> torrents = torrents(recorded(name));

    assertThat(torrents).allSatisfy(ReportedTorrentTest::assertSensible);
    Map<State, Long> counted =
        torrents.stream().collect(Collectors.groupingBy(Torrent::state, Collectors.counting()));
    assertThat(counted.entrySet().stream().map(Object::toString))
        .containsExactlyInAnyOrder(states.split(", "));
  }

  @Test
  void given_an_answer_of_another_version_when_read_then_every_torrent_makes_sense()
      throws IOException {
    Path file = ReferenceFiles.recording("qbittorrent/greateye-torrents_info.json");

    assertThat(torrents(Files.readString(file)))
        .isNotEmpty()
        .allSatisfy(ReportedTorrentTest::assertNamed);
  }

  /** The same members are in both answers; here they are by hash. */
  @Test
  void given_torrents_of_qbittorrent_5_when_read_then_every_one_makes_sense() throws IOException {
    Path file = ReferenceFiles.recording("qbittorrent/ha-5.x-maindata.json");
    JsonObject all =
        JSON.fromJson(Files.readString(file), JsonObject.class).getJsonObject("torrents");

    assertThat(all.entrySet())
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              JsonObject named =
                  Json.createObjectBuilder(entry.getValue().asJsonObject())
                      .add("hash", entry.getKey())
                      .build();
              assertNamed(JSON.fromJson(named.toString(), ReportedTorrent.class).torrent());
            });
  }

  private static void assertNamed(Torrent torrent) {
    assertThat(torrent.hash()).isEqualTo(torrent.hash().toLowerCase(Locale.ROOT));
    assertThat(torrent.size()).isPositive();
    assertThat(torrent.left()).isBetween(0L, torrent.size());
  }

  private static void assertSensible(Torrent torrent) {
    assertThat(torrent.hash()).matches("[0-9a-f]{40}");
    assertThat(torrent.left()).isBetween(0L, torrent.size());
    assertThat(torrent.timeLeft().isPresent()).isEqualTo(torrent.state() == State.DOWNLOADING);
    assertThat(torrent.size() == 0)
        .isEqualTo(torrent.hash().startsWith("0123456789") || torrent.state() == State.METADATA);
  }

  private static Torrent torrent(String members) {
    String json = "{'hash':'0a'," + members + "}";
    return JSON.fromJson(json.replace('\'', '"'), ReportedTorrent.class).torrent();
  }

  private static List<Torrent> torrents(String json) {
    return Stream.of(JSON.fromJson(json, ReportedTorrent[].class))
        .map(ReportedTorrent::torrent)
        .toList();
  }

  private static String recorded(String name) throws IOException {
    try (InputStream in =
        ReportedTorrentTest.class.getResourceAsStream("/qbittorrent/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
