package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.Titles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JellyfinItemAccessTest {

  private final SandboxJellyfin jellyfin =
      SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  private final JellyfinItemAccess access = access();
  private final Caller demo = caller("demo");

  @AfterEach
  void close() {
    assertThat(jellyfin.violations()).isEmpty();
    jellyfin.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = JellyfinVersion.class,
      names = {"V12", "V10_11"})
  void given_a_second_score_above_a_limit_without_one_when_asked_then_it_is_hidden_as_in_lists_R29(
      JellyfinVersion version) {
    jellyfin.become(version);
    jellyfin.users().limits("demo").rating(17, null);
    String movie = rated(jellyfin.library().addMovie("Too Much", 990_017).id(), "NC-17");
    String series = rated(jellyfin.library().addSeries("Too Much As Well", 990_018).id(), "TV-MA");
    String episode = jellyfin.library().addEpisode(series, 1, 1, "Pilot").id();

    assertThat(List.of(movie, series, episode)).noneMatch(this::seen);
    assertThat(seen(rated(movie, "R"))).isTrue();
    assertThat(seen(Titles.SERIES)).isTrue();
    assertThat(seen(Titles.EPISODE)).isTrue();
    assertThat(seen(Titles.SERIES_SEASON_1)).isTrue();
    assertThat(seen(Titles.EPISODE_MISSING)).isTrue();
  }

  @Test
  void given_jellyfin_1010_without_second_scores_when_asked_then_both_are_seen() {
    jellyfin.become(JellyfinVersion.V10_10);
    jellyfin.users().limits("demo").rating(17, null);

    assertThat(seen(rated(Titles.MOVIE, "NC-17"))).isTrue();
  }

  @Test
  void given_a_limit_when_the_second_version_of_a_film_is_asked_for_then_it_is_seen() {
    jellyfin.users().limits("demo").rating(10, 0);

    assertThat(seen(Titles.SECOND_VERSION)).isTrue();
  }

  @Test
  void given_a_hidden_library_when_asked_then_no_list_lets_the_item_through() {
    jellyfin.users().hideLibrary("demo", Titles.LATE_NIGHT_LIBRARY);
    jellyfin.users().limits("demo").rating(17, 0);

    assertThat(seen(Titles.MOVIE_HIDDEN_FROM_KID)).isFalse();
  }

  @Test
  void given_a_user_without_limits_when_asked_then_no_list_is_asked_for() {
    assertThat(seen(Titles.MOVIE)).isTrue();

    assertThat(jellyfin.requests()).extracting(RecordedRequest::path).doesNotContain("/Items");
  }

  private boolean seen(String id) {
    return access.maySee(demo, JellyfinId.parse(id).orElseThrow());
  }

  private String rated(String id, String rating) {
    jellyfin.library().describe(id, 2020, rating, "", List.of());
    return id;
  }

  private Caller caller(String user) {
    String token = jellyfin.users().signIn(user, "device");
    return new Caller("session", "our-" + user, jellyfin.users().idOf(user), false, token);
  }

  private JellyfinItemAccess access() {
    Map<String, String> environment =
        Map.of("JELLYFIN_URL", jellyfin.url().toString(), "JELLYFIN_API_KEY", jellyfin.apiKey());
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    JellyfinConnection connection = new JellyfinConnection(settings, new RememberedServer());
    return new JellyfinItemAccess(connection, new JellyfinRestrictions(connection, settings));
  }
}
