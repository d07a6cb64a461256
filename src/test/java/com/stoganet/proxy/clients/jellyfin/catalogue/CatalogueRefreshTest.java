package com.stoganet.proxy.clients.jellyfin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.auth.MovingClock;
import com.stoganet.proxy.clients.jellyfin.JellyfinConnection;
import com.stoganet.proxy.clients.jellyfin.RememberedServer;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.CatalogueSnapshot;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Title;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.SandboxJellyfin;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue follows Jellyfin, whatever that sends. */
class CatalogueRefreshTest {

  @ParameterizedTest
  @EnumSource
  void given_any_version_when_titles_come_change_and_go_then_the_next_look_shows_it_R42(
      JellyfinVersion version) {
    try (SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(version))) {
      CatalogueRefresh refresh = refresh(jellyfin);
      CatalogueSnapshot first = refresh.next(CatalogueSnapshot.EMPTY);
      Library library = jellyfin.library();
      String changing = library.movies().get(0).id();
      String going = library.movies().get(1).id();

      library.addMovie("Quicksilver Ferry", 919_003);
      library.rename(changing, "The Longest Pier");
      library.remove(going);
      jellyfin.clearRequests();
      CatalogueSnapshot next = refresh.next(first);

      assertThat(names(next)).contains("Quicksilver Ferry", "The Longest Pier");
      assertThat(next.items()).hasSameSizeAs(first.items()).doesNotContain(id(going));
      assertThat(jellyfin.requests()).as("not everything is read anew").hasSizeLessThan(8);
      assertThat(jellyfin.violations()).isEmpty();
    }
  }

  static Stream<Arguments> oddMembers() {
    List<Object> nulls = Arrays.asList((Object) null);
    return Stream.of(
        Arguments.of("Genres", Arrays.asList(null, "Drama"), true),
        Arguments.of("BackdropImageTags", nulls, true),
        Arguments.of("People", nulls, true),
        Arguments.of("ProviderIds", 7, true),
        Arguments.of("ProductionYear", Long.MAX_VALUE, true),
        Arguments.of("RunTimeTicks", Long.MAX_VALUE, true),
        Arguments.of("CommunityRating", "NaN", true),
        Arguments.of("ImageTags", List.of(), true),
        Arguments.of("ImageBlurHashes", Map.of("Primary", 1), true),
        Arguments.of("PremiereDate", "9999999-01-01T00:00:00Z", true),
        Arguments.of("DateCreated", 12, true),
        Arguments.of("SortName", null, true),
        Arguments.of("Name", null, true),
        Arguments.of("Id", null, false),
        Arguments.of("Id", "../x", false));
  }

  @ParameterizedTest
  @MethodSource("oddMembers")
  void given_an_odd_title_when_read_then_its_neighbours_are_there_and_it_is_counted_B05(
      String member, Object value, boolean readable) {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      Library library = jellyfin.library();
      String odd = library.movies().get(0).id();
      int all = library.movies().size() + library.series().size();
      library.distort(odd, member, value);

      CatalogueRefresh refresh = refresh(jellyfin);
      CatalogueSnapshot first = refresh.next(CatalogueSnapshot.EMPTY);
      assertThat(first.items()).hasSize(readable ? all : all - 1);
      assertThat(refresh.skipped()).isEqualTo(readable ? 0 : 1);

      library.addMovie("Sentinel", 919_004);
      library.distort(odd, member, value);
      CatalogueSnapshot next = refresh.withPeople(refresh.next(first));
      assertThat(names(next)).contains("Sentinel");
      assertThat(next.items()).hasSize(readable ? all + 1 : all);
    }
  }

  @Test
  void given_a_skipped_title_when_it_is_readable_again_then_it_is_there_after_a_minute_B05() {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      Library library = jellyfin.library();
      String odd = library.movies().get(0).id();
      library.distort(odd, "Id", null);
      MovingClock clock = new MovingClock();
      // So late that Jellyfin reports no title as changed since.
      clock.pass(Duration.ofDays(36_500));
      CatalogueRefresh refresh = refresh(jellyfin, clock);
      CatalogueSnapshot first = refresh.next(CatalogueSnapshot.EMPTY);
      library.distort(odd, "Id", odd);

      clock.pass(Duration.ofSeconds(59));
      assertThat(refresh.next(first).items()).doesNotContain(id(odd));
      clock.pass(Duration.ofSeconds(1));
      CatalogueSnapshot next = refresh.next(first);
      assertThat(next.items()).contains(id(odd));
      assertThat(refresh.skipped()).isZero();

      jellyfin.clearRequests();
      clock.pass(Duration.ofMinutes(1));
      refresh.next(next);
      assertThat(jellyfin.requests())
          .as("all is well: the ids are not compared")
          .isNotEmpty()
          .noneMatch(request -> request.toString().contains("limit=5000"));
    }
  }

  @Test
  void given_a_refused_key_when_read_then_it_is_told_R18() {
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      CatalogueRefresh refresh = refresh(jellyfin);
      CatalogueSnapshot known = refresh.next(CatalogueSnapshot.EMPTY);
      jellyfin.behave(Behaviour.unauthorized().onlyFor("/Items"::equals));

      assertThatThrownBy(() -> refresh.next(known))
          .hasMessage("Jellyfin does not accept JELLYFIN_API_KEY");

      jellyfin.behave(Behaviour.normal());
      assertThat(refresh.next(known).items()).isEqualTo(known.items());
    }
  }

  private static CatalogueRefresh refresh(SandboxJellyfin jellyfin) {
    return refresh(jellyfin, Clock.systemUTC());
  }

  private static CatalogueRefresh refresh(SandboxJellyfin jellyfin, Clock clock) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JELLYFIN_URL", jellyfin.url().toString());
    environment.put("JELLYFIN_API_KEY", jellyfin.apiKey());
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    JellyfinConnection connection = new JellyfinConnection(settings, new RememberedServer());
    return new CatalogueRefresh(new CatalogueReader(connection, settings), connection, clock);
  }

  private static List<String> names(CatalogueSnapshot snapshot) {
    return snapshot.titles().stream().map(Title::name).toList();
  }

  private static JellyfinId id(String hex) {
    return JellyfinId.parse(hex).orElseThrow();
  }
}
