package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the real Jellyfin does with players of which it hears no more, and with odd titles. */
class SilentPlayersTest {

  private static final long SECOND = 10_000_000;
  private static final Duration SHORT = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofMinutes(11);

  private SandboxJellyfin jellyfin;
  private SandboxClient demo;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    demo = SandboxClient.as(jellyfin, "demo");
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_silence_after_a_report_when_time_passes_then_the_position_is_counted_on_R01(
      JellyfinVersion version) {
    jellyfin.become(version);
    report("/Progress", Titles.MOVIE, 600, false);

    jellyfin.passTime(SHORT);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(600 * SECOND);

    jellyfin.passTime(LONG);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(973 * SECOND);

    jellyfin.passTime(LONG);
    assertThat(state(Titles.MOVIE).positionTicks()).as("stopped once").isEqualTo(973 * SECOND);
  }

  @Test
  void given_a_film_nearly_over_when_its_player_is_silent_then_it_becomes_watched_R01() {
    long runtime = jellyfin.library().get(Titles.MOVIE).runtimeTicks() / SECOND;
    report("/Progress", Titles.MOVIE, runtime * 89 / 100, false);

    jellyfin.passTime(LONG);

    assertThat(state(Titles.MOVIE).played()).isTrue();
    assertThat(state(Titles.MOVIE).positionTicks()).isZero();
  }

  @Test
  void given_a_paused_or_stopped_player_when_it_is_silent_then_the_position_stands_R01() {
    report("/Progress", Titles.MOVIE, 600, true);
    jellyfin.passTime(LONG);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(600 * SECOND);

    report("/Progress", Titles.MOVIE, 700, false);
    report("/Stopped", Titles.MOVIE, 700, false);
    jellyfin.passTime(LONG);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(700 * SECOND);
  }

  @Test
  void given_no_length_when_reported_then_the_item_is_watched_R02() {
    jellyfin.library().lengthUnknown(Titles.MOVIE);

    report("/Progress", Titles.MOVIE, 600, false);

    assertThat(state(Titles.MOVIE).played()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_watched_title_when_it_begins_then_only_12_leaves_the_mark_R39(
      JellyfinVersion version) {
    jellyfin.become(version);

    report("", Titles.MOVIE_WATCHED, 0, false);

    assertThat(state(Titles.MOVIE_WATCHED).played()).isEqualTo(version == JellyfinVersion.V12);
  }

  @Test
  void given_a_copy_when_the_other_one_is_watched_then_10_10_lists_both_but_shows_one_R41() {
    jellyfin.become(JellyfinVersion.V10_10);
    String copy = jellyfin.library().addCopy(Titles.MOVIE, Titles.SECOND_SHELF_LIBRARY).id();
    report("/Progress", Titles.MOVIE, 600, true);

    assertThat(demo.get("/UserItems/Resume?mediaTypes=Video").each("Id"))
        .contains(Titles.MOVIE, copy);
    assertThat(state(copy).positionTicks()).isZero();

    demo.post("/UserPlayedItems/" + Titles.MOVIE, "");
    assertThat(demo.get("/Items?recursive=true&isPlayed=true&includeItemTypes=Movie").each("Id"))
        .contains(Titles.MOVIE, copy);
    assertThat(demo.get("/Items?recursive=true&isPlayed=false&includeItemTypes=Movie").each("Id"))
        .doesNotContain(Titles.MOVIE, copy);
    assertThat(state(copy).played()).isFalse();
  }

  @Test
  void given_a_film_in_parts_when_read_then_the_parts_are_told_and_in_no_list_R06() {
    String part = jellyfin.library().addPart(Titles.MOVIE, Duration.ofMinutes(20)).id();

    assertThat(demo.get("/Items/" + Titles.MOVIE).json().getInt("PartCount")).isEqualTo(2);
    assertThat(demo.get("/Videos/" + Titles.MOVIE + "/AdditionalParts").each("Id"))
        .containsExactly(part);
    report("/Progress", part, 600, true);
    assertThat(demo.get("/UserItems/Resume?mediaTypes=Video").each("Id")).doesNotContain(part);
    assertThat(demo.get("/Items?recursive=true").each("Id")).doesNotContain(part);
  }

  private WatchState state(String item) {
    return jellyfin.users().watchState("demo", item);
  }

  private void report(String event, String item, long seconds, boolean paused) {
    String body =
        "{\"ItemId\":\"%s\",\"PositionTicks\":%d,\"IsPaused\":%b}"
            .formatted(item, seconds * SECOND, paused);
    assertThat(demo.post("/Sessions/Playing" + event, body).status()).isEqualTo(204);
  }
}
