package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.clients.jellyfin.catalogue.ServerVersion;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Title;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded answers of real servers are read as the client reads them. */
class FixturesTest {

  private static final Jsonb JSON = TolerantJson.ofCapitalNames();
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cinemax-10.11-NextUp.json",
        "cinemax-12.0-Resume.json",
        "jellyash-10.8-episodes.json",
        "jellyash-10.8-items-search-episodes.json",
        "jellyash-10.8-items-search-limit5.json",
        "jellyash-10.8-items-search-series.json",
        "jellyash-10.8-seasons.json",
        "jellytrim-12.1-items-episodes.json",
        "jellytrim-12.1-items-userdata.json"
      })
  void given_a_list_of_a_real_server_when_read_then_every_item_makes_sense(String name)
      throws IOException {
    ItemPage page = JSON.fromJson(recorded(name), ItemPage.class);

    assertThat(page.size()).isPositive();
    assertThat(page.total()).isGreaterThanOrEqualTo(page.size());
    assertThat(page.stream()).hasSize(page.size()).allSatisfy(FixturesTest::assertReadable);
  }

  @Test
  void given_an_empty_list_of_a_real_server_when_read_then_it_is_empty() throws IOException {
    ItemPage page =
        JSON.fromJson(recorded("jellyash-10.8-items-search-empty.json"), ItemPage.class);

    assertThat(page.size()).isZero();
  }

  @Test
  void given_a_movie_of_a_real_server_when_read_then_nothing_is_missed() throws IOException {
    BaseItem item = JSON.fromJson(recorded("jellytrim-12.1-item-movie.json"), BaseItem.class);

    assertReadable(item);
    assertThat(ItemSources.all(item)).isNotEmpty();
    assertThat(ItemSources.all(item).get(0).container()).isNotBlank();
    assertThat(ItemSources.playable(item).orElseThrow().id()).isEqualTo(JellyfinItems.id(item));
    assertThat(ItemDetails.video(List.of(item), versions(item), List.of()).about()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jellyfin-MediaSourceInfo-mkv-dvhe.08-eac3-15200k.json",
        "wholphin-mediasource-embedded_subs.json",
        "wholphin-mediasource-external_subs.json",
        "wholphin-mediasource-no_embedded_subs.json"
      })
  void given_a_version_of_a_real_server_when_read_then_its_tracks_make_sense(String name)
      throws IOException {
    Source source = version(name);

    assertThat(source.container()).matches("[a-z0-9]+");
    assertThat(source.videoCodec()).isNotBlank();
    assertThat(source.height()).isPositive();
    assertThat(source.subtitles())
        .allSatisfy(track -> assertThat(track.language()).matches("|[a-z]{2,3}(-[A-Za-z0-9]+)*"));
  }

  /** The server's own test data write enumerations as numbers, which no answer of it does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jellyfin-MediaSourceInfo-mkv-av1-aac-srt-2600k.json",
        "jellyfin-MediaSourceInfo-mp4-h264-ac3-aac-srt-2600k.json",
        "jellyfin-MediaSourceInfo-numstreams-32.json"
      })
  void given_tracks_of_unknown_types_when_read_then_the_rest_of_the_version_is_there(String name)
      throws IOException {
    assertThat(version(name).size()).isPositive();
    assertThat(version(name).container()).isIn("mkv", "mp4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jellyash-10.8-system-info-public.json", "jellytrim-12.1-system-info-public.json"})
  void given_a_real_server_when_it_introduces_itself_then_its_version_is_understood(String name)
      throws IOException {
    PublicSystemInfo info = JSON.fromJson(recorded(name), PublicSystemInfo.class);

    assertThat(ServerVersion.parse(info.version).major()).isIn(10, 12);
  }

  @Test
  void given_a_real_sign_in_when_read_then_the_user_and_the_token_are_there() throws IOException {
    AuthenticationResult result =
        JSON.fromJson(recorded("jellyash-10.8-auth-login.json"), AuthenticationResult.class);

    assertThat(result.accessToken).isNotBlank();
    assertThat(result.user.id).isNotBlank();
    assertThat(result.user.policy).isNotNull();
  }

  private static void assertReadable(BaseItem item) {
    Title title = JellyfinItems.title(item);
    assertThat(title.name()).isNotBlank();
    assertThat(title.pictures()).allSatisfy(p -> assertThat(p.tag()).isNotBlank());
    assertThat(JellyfinItems.progress(item).positionMillis()).isNotNegative();
    if (JellyfinItems.isEpisode(item)) {
      Episode episode = ItemEpisodes.episode(item, TODAY);
      assertThat(episode.id()).isEqualTo(JellyfinItems.id(item));
      assertThat(JellyfinItems.seriesOf(item).name()).isNotBlank();
    }
    assertThat(ItemEpisodes.season(new MergedShow.Part(1, List.of(item), List.of())).name())
        .isNotEmpty();
  }

  private static Source version(String name) throws IOException {
    BaseItem item = new BaseItem();
    item.id = "0123456789abcdef0123456789abcdef";
    BaseItem.Source recorded = JSON.fromJson(recorded(name), BaseItem.Source.class);
    recorded.id = item.id;
    item.mediaSources = List.of(recorded);
    return ItemSources.all(item).get(0);
  }

  private static String recorded(String name) throws IOException {
    return Files.readString(ReferenceFiles.recording("jellyfin/" + name));
  }

  private static ItemVersions versions(BaseItem item) {
    return new ItemVersions(List.of(item), List.of(), Map.of());
  }
}
