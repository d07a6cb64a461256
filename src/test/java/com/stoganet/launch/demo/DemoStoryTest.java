package com.stoganet.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.auth.MovingClock;
import com.stoganet.sandbox.Item;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import com.stoganet.sandbox.arr.Hashes;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoStoryTest {

  private static final int MOVIE = SampleMovies.REQUESTABLE;
  private static final int SHOW = SampleShows.REQUESTABLE;
  private static final String DOWNLOAD = Hashes.of("1 The Bellfounder's Apprentice");

  private final MovingClock clock = new MovingClock();
  private final SandboxJellyfin jellyfin =
      SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  private final SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
  private final SandboxSonarr sonarr = SandboxSonarr.start(SandboxArr.Options.defaults());
  private final SimulatedTorrents torrents = new SimulatedTorrents(clock);
  private final List<String> hooks = new ArrayList<>();
  private final DemoStory story =
      new DemoStory(radarr, sonarr, jellyfin.library(), torrents, hooks::add, clock);

  @BeforeEach
  void fill() {
    SampleMovies.fill(radarr);
    SampleShows.fill(sonarr);
    radarr.keep(MOVIE);
  }

  @AfterEach
  void close() {
    torrents.close();
    sonarr.close();
    radarr.close();
    jellyfin.close();
  }

  @Test
  void given_a_movie_when_it_is_looked_for_then_jellyfin_has_it_within_a_minute() {
    radarr.search(MOVIE);
    pass(10);
    assertThat(radarr.queues(DOWNLOAD)).isTrue();
    assertThat(radarr.hasFile(MOVIE)).isFalse();
    assertThat(hooks).containsExactly("radarr");

    pass(50);

    assertThat(radarr.hasFile(MOVIE)).isTrue();
    assertThat(radarr.queues(DOWNLOAD)).isFalse();
    assertThat(hooks).containsExactly("radarr", "radarr");
    assertThat(jellyfin.library().movies())
        .extracting(item -> item.tmdb().orElse(0))
        .containsOnlyOnce(MOVIE);
  }

  @Test
  void given_a_movie_that_nobody_looks_for_when_time_passes_then_it_does_not_come() {
    pass(60);

    assertThat(radarr.misses(MOVIE)).isTrue();
    assertThat(hooks).isEmpty();
  }

  @Test
  void given_a_season_when_it_is_looked_for_then_its_episodes_come() {
    sonarr.keep(SHOW, 1);
    sonarr.search(SHOW);

    pass(60);

    assertThat(sonarr.missing(SHOW)).isEmpty();
    Item series =
        jellyfin.library().series().stream()
            .filter(item -> item.tmdb().orElse(0) == SampleShows.tmdb(SHOW))
            .findFirst()
            .orElseThrow();
    assertThat(jellyfin.library().episodes(series.id())).hasSize(6);
  }

  @Test
  void given_an_episode_that_jellyfin_misses_when_it_comes_then_there_is_one_of_it() {
    sonarr.search(SampleShows.PLAYABLE);

    pass(60);

    assertThat(jellyfin.library().episodes(Titles.SERIES))
        .filteredOn(item -> item.parentIndex().orElse(0) == 1)
        .extracting(item -> item.index().orElse(0))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    assertThat(jellyfin.library().find(Titles.EPISODE_MISSING)).isEmpty();
  }

  @Test
  void given_a_download_that_is_paused_when_time_passes_then_it_waits_until_it_is_resumed() {
    radarr.search(MOVIE);
    pass(10);
    torrents.pause(DOWNLOAD);

    pass(100);
    assertThat(radarr.queues(DOWNLOAD)).isTrue();
    assertThat(radarr.hasFile(MOVIE)).isFalse();

    torrents.resume(DOWNLOAD);
    pass(60);
    assertThat(radarr.hasFile(MOVIE)).isTrue();
  }

  @Test
  void given_a_download_that_is_dropped_when_time_passes_then_nothing_comes() {
    radarr.search(MOVIE);
    pass(10);

    radarr.vanish(DOWNLOAD);
    pass(60);

    assertThat(radarr.hasFile(MOVIE)).isFalse();
    assertThat(torrents.progress(DOWNLOAD)).isEmpty();
  }

  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      clock.pass(Duration.ofSeconds(1));
      story.step();
    }
  }
}
