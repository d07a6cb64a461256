package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the demo and the bench start from. */
class SamplesTest {

  @Test
  void given_the_sample_movies_then_there_is_one_in_every_state() {
    try (SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults())) {
      SampleMovies.fill(radarr);
      ArrClient client = new ArrClient(radarr);

      assertThat(
              client.get("/queue/details").array().getValuesAs(JsonObject.class).stream()
                  .map(row -> row.getString("status"))
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(
              "downloading", "paused", "warning", "completed", "failed", "delay");
      assertThat(radarr.keeps(SampleMovies.REQUESTABLE)).isFalse();
      assertThat(radarr.hasFile(SampleMovies.IMPORTED)).isTrue();
      assertThat(radarr.hasFile(SampleMovies.SEARCHING)).isFalse();
      assertThat(radarr.monitors(SampleMovies.UNMONITORED)).isFalse();
      assertThat(
              client
                  .get("/movie?tmdbId=" + SampleMovies.UNRELEASED)
                  .only()
                  .getBoolean("isAvailable"))
          .isFalse();
    }
  }

  @Test
  void given_the_sample_series_then_a_hundred_percent_may_be_three_of_28() {
    try (SandboxSonarr sonarr = SandboxSonarr.start(SandboxArr.Options.defaults())) {
      SampleShows.fill(sonarr);
      ArrClient client = new ArrClient(sonarr);

      JsonObject series = client.get("/series?tvdbId=" + SampleShows.HUNDRED_PERCENT).only();

      JsonObject statistics = series.getJsonObject("statistics");
      assertThat(statistics.getInt("episodeFileCount")).isEqualTo(3);
      assertThat(statistics.getInt("totalEpisodeCount")).isEqualTo(28);
      assertThat(statistics.getJsonNumber("percentOfEpisodes").intValue()).isEqualTo(100);
      assertThat(client.get("/queue/details").array()).hasSize(9);
      assertThat(sonarr.hasFile(SampleShows.PARTLY, 2, 3)).isTrue();
      assertThat(sonarr.hasFile(SampleShows.PARTLY, 2, 4)).isFalse();
    }
  }

  @Test
  @Timeout(60)
  void given_large_libraries_when_filled_then_everything_is_there_at_once() {
    try (SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
        SandboxSonarr sonarr = SandboxSonarr.start(SandboxArr.Options.defaults())) {
      LargeArr.fill(radarr, 10_000, 5_000);
      LargeArr.fill(sonarr, 500, 5_000);

      assertThat(new ArrClient(radarr).get("/movie").array()).hasSize(10_000);
      assertThat(new ArrClient(radarr).get("/queue/details").array()).hasSize(5_000);
      assertThat(new ArrClient(sonarr).get("/series").array()).hasSize(500);
      assertThat(new ArrClient(sonarr).get("/queue/details").array()).hasSize(5_000);
    }
  }
}
