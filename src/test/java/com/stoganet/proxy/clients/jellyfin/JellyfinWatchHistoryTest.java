package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.SandboxJellyfin;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rows of the home screen are made of, in front of each version. */
class JellyfinWatchHistoryTest {

  @ParameterizedTest
  @EnumSource
  void given_many_new_episodes_of_one_series_when_asked_then_the_other_series_are_there_R09(
      JellyfinVersion version) {
    try (SandboxJellyfin jellyfin = start(version)) {
      Library library = jellyfin.library();
      String dumped = library.series().get(0).id();
      for (int number = 1; number <= 250; number++) {
        library.addEpisode(dumped, 9, number, "Episode " + number);
      }

      List<Title> series = history(jellyfin).recentSeries(caller(jellyfin, "demo"), 21);

      assertThat(series).extracting(title -> title.item().hex()).startsWith(dumped);
      assertThat(series).hasSizeGreaterThan(1).extracting(Title::item).doesNotHaveDuplicates();
      assertThat(jellyfin.violations()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void given_a_series_that_was_never_begun_when_asked_then_it_is_not_next_up_R05(
      JellyfinVersion version) {
    try (SandboxJellyfin jellyfin = start(version)) {
      Library library = jellyfin.library();
      String series = library.addSeries("The Long Pier", 919_005).id();
      library.addEpisode(series, 1, 1, "One");

      assertThat(history(jellyfin).nextUp(caller(jellyfin, "demo"), 40))
          .extracting(viewed -> viewed.title().item().hex())
          .isNotEmpty()
          .doesNotContain(series);
    }
  }

  @ParameterizedTest
  @EnumSource
  void given_odd_episodes_when_asked_then_the_others_are_there_B05(JellyfinVersion version) {
    try (SandboxJellyfin jellyfin = start(version)) {
      Caller demo = caller(jellyfin, "demo");
      JellyfinWatchHistory history = history(jellyfin);
      List<CatalogId> before = ids(history, demo);
      String episode = history.nextUp(demo, 40).get(0).episode().id().hex();
      jellyfin.library().distort(episode, "Chapters", Arrays.asList((Object) null));
      jellyfin.library().distort(episode, "RunTimeTicks", Long.MAX_VALUE);
      jellyfin.library().distort(episode, "IndexNumber", "x");
      assertThat(ids(history, demo)).isEqualTo(before);

      jellyfin.library().distort(episode, "Id", null);
      assertThat(ids(history, demo)).hasSize(before.size() - 1);
    }
  }

  private static List<CatalogId> ids(JellyfinWatchHistory history, Caller caller) {
    return history.nextUp(caller, 40).stream().map(viewed -> viewed.title().id()).toList();
  }

  private static SandboxJellyfin start(JellyfinVersion version) {
    return SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(version));
  }

  private static JellyfinWatchHistory history(SandboxJellyfin jellyfin) {
    Map<String, String> environment =
        Map.of("JELLYFIN_URL", jellyfin.url().toString(), "JELLYFIN_API_KEY", jellyfin.apiKey());
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    return new JellyfinWatchHistory(
        new JellyfinConnection(settings, new RememberedServer()), Clock.systemUTC());
  }

  private static Caller caller(SandboxJellyfin jellyfin, String user) {
    String token = jellyfin.users().signIn(user, "device-of-" + user);
    return new Caller("session", "our-" + user, jellyfin.users().idOf(user), false, token);
  }
}
