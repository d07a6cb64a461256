package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Source.AudioTrack;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.Airing;
import com.stoganet.proxy.media.TitleDetail.Chapter;
import com.stoganet.proxy.media.TitleDetail.ExternalIds;
import com.stoganet.proxy.media.TitleDetail.Extra;
import com.stoganet.proxy.media.TitleDetail.SeriesStatus;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.media.Unplayable;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a title tells, and whether it can be played. */
class ItemDetailsTest {

  private static final Jsonb JSON = TolerantJson.ofCapitalNames();
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "'VideoType':'BluRay','MediaSources':[{'VideoType':'BluRay'}]|DISC",
        "'VideoType':'Dvd','MediaSources':[{'VideoType':'Dvd','Size':71}]|DISC",
        "'VideoType':'Iso','MediaSources':[{'VideoType':'Iso'}]|DISC",
        "'MediaSources':[{'Id':'@','VideoType':'Iso','Container':'iso','Size':9}]|none",
        "'IsPlaceHolder':true,'MediaSources':[{'Type':'Placeholder'}]|PLACEHOLDER",
        "'IsPlaceHolder':true,'VideoType':'Dvd'|PLACEHOLDER",
        "'MediaSources':[{'Type':'Placeholder'}]|PLACEHOLDER",
        "'MediaSources':[]|NO_FILE",
        "'LocationType':'Virtual'|NO_FILE",
        "'PlayAccess':'None','MediaSources':[{}]|NOT_ALLOWED",
        "'PlayAccess':'Full','MediaSources':[{'Id':'@','Protocol':'File'}]|none",
        "'MediaSources':[{'Id':'@','Protocol':'Http','IsRemote':true}]|none",
        "'MediaSources':[{'Id':'@','Protocol':'Rtsp','IsRemote':true}]|REMOTE",
        "'MediaSources':[{'VideoType':'Dvd'},{'Id':'@'}]|none",
        "'MediaSources':[{}]|NO_FILE",
        "'MediaSources':[{'Id':null}]|NO_FILE",
        "'MediaSources':[{'Id':7,'Protocol':'File'}]|NO_FILE",
        "'MediaSources':[{'Id':'../x'}]|NO_FILE",
        "'MediaSources':[{},{'Id':'@'}]|none"
      })
  void given_an_item_when_read_then_it_is_known_whether_it_plays_R12_R20_B05_B10(
      String members, Unplayable problem) {
    BaseItem item = movie(members.replace('\'', '"').replace("@", ID));

    assertThat(ItemPlayability.problem(item)).isEqualTo(Optional.ofNullable(problem));
    assertThat(ItemSources.playable(item).isPresent()).isEqualTo(problem == null);
  }

  @ParameterizedTest
  @CsvSource({"item-disc-placeholder, PLACEHOLDER", "item-strm, "})
  void given_the_answers_of_a_real_server_when_read_then_it_is_known_whether_they_play_R12_R23(
      String name, Unplayable problem) throws IOException {
    BaseItem item = recorded(name);

    assertThat(ItemPlayability.problem(item)).isEqualTo(Optional.ofNullable(problem));
    Source source = ItemSources.all(item).get(0);
    assertThat(source.unplayable()).isEqualTo(Optional.ofNullable(problem));
    assertThat(source.remote()).isEqualTo(problem == null);
    assertThat(source.size()).isEqualTo(problem == null ? 0 : 71);
    assertThat(source.container()).isEqualTo(problem == null ? "" : "disc");
  }

  @Test
  void given_a_disc_beside_a_file_when_read_then_the_file_comes_first_R12() {
    BaseItem item =
        movie(
            "\"MediaSources\":[{\"Id\":\"%s\",\"VideoType\":\"Dvd\"},{\"Id\":\"%s\"}]"
                .formatted(ID, ID.replace('0', '1')));

    assertThat(ItemSources.all(item))
        .extracting(source -> source.unplayable().isPresent())
        .containsExactly(false, true);
  }

  @Test
  void given_several_tracks_when_read_then_the_audio_tracks_are_told_R16() throws IOException {
    Source source = ItemSources.all(recorded("item-many-tracks")).get(0);

    assertThat(source.audio())
        .containsExactly(
            new AudioTrack(1, "en", "English - AAC - Mono", "aac", 1, false),
            new AudioTrack(2, "de", "German - Dolby Digital - Mono", "ac3", 1, false));
    assertThat(source.durationMillis()).isPositive();
  }

  @Test
  void given_what_apps_show_when_read_then_it_is_told_R16() throws IOException {
    BaseItem item =
        movie(
            """
            "ProviderIds":{"Imdb":"tt0133093","tvdb":"169","Tmdb":"603","Other":"x"},
            "PremiereDate":"1999-03-31T00:00:00.0000000Z","Tags":["bullet time",null,""],
            "People":[{"Name":"A","Type":"Director"},{"Name":"B","Type":"Writer"},
              {"Name":"B","Type":"Writer","Role":"Story"},{"Name":"C","Type":"Actor"}],
            "Chapters":[{"StartPositionTicks":0,"Name":"One","ImagePath":"/config/1.jpg"},
              {"StartPositionTicks":600000000},{"Name":"lost"}]
            """);

    TitleDetail.Facts facts = detail(item).facts();

    assertThat(facts.ids()).isEqualTo(new ExternalIds("tt0133093", "169", "603"));
    assertThat(facts.airing())
        .isEqualTo(
            new Airing(Optional.of(LocalDate.of(1999, 3, 31)), Optional.empty(), Optional.empty()));
    assertThat(facts.directors()).containsExactly("A");
    assertThat(facts.writers()).containsExactly("B");
    assertThat(facts.tags()).containsExactly("bullet time");
    assertThat(facts.chapters()).containsExactly(new Chapter("One", 0), new Chapter("", 60_000));
    assertThat(detail(recorded("item-many-tracks")).facts().chapters())
        .containsExactly(new Chapter("One", 0), new Chapter("Two", 60_000));
  }

  @ParameterizedTest
  @CsvSource({"Continuing, CONTINUING", "Ended, ENDED", "Unreleased, UNRELEASED", "Paused,", ","})
  void given_a_series_when_read_then_it_is_told_whether_it_goes_on_R16(
      String text, SeriesStatus status) {
    BaseItem series = movie("\"EndDate\":\"2013-09-29T00:00:00.0000000Z\"");
    series.type = "Series";
    series.status = text;

    Airing airing =
        ItemDetails.series(
                List.of(series), new Show(List.of(), Optional.empty(), Optional.empty()), List.of())
            .facts()
            .airing();

    assertThat(airing.status()).isEqualTo(Optional.ofNullable(status));
    assertThat(airing.end()).contains(LocalDate.of(2013, 9, 29));
  }

  @ParameterizedTest
  @CsvSource({
    "Trailer, Trailer, TRAILER",
    "Trailer,, TRAILER",
    "Video, BehindTheScenes, BEHIND_THE_SCENES",
    "Video, DeletedScene, DELETED_SCENE",
    "Video, Unknown, OTHER"
  })
  void given_an_extra_when_read_then_it_plays_like_a_movie_R16(
      String type, String extraType, Extra.Type expected) {
    BaseItem item = movie("\"MediaSources\":[{\"Id\":\"" + ID + "\"}],\"RunTimeTicks\":400000000");
    item.type = type;
    item.extraType = extraType;

    assertThat(JellyfinItems.isVideo(item)).isTrue();
    assertThat(ItemDetails.extra(item))
        .hasValueSatisfying(
            extra -> {
              assertThat(extra.type()).isEqualTo(expected);
              assertThat(extra.durationMillis()).isEqualTo(40_000);
              assertThat(extra.playable().id()).hasToString(ID);
            });
    item.mediaSources = List.of();
    assertThat(ItemDetails.extra(item)).isEmpty();
  }

  private static TitleDetail detail(BaseItem item) {
    ItemVersions versions = new ItemVersions(List.of(item), List.of(), Map.of());
    return ItemDetails.video(List.of(item), versions, List.of());
  }

  private static BaseItem movie(String members) {
    return JSON.fromJson(
        "{\"Id\":\"" + ID + "\",\"Type\":\"Movie\",\"Name\":\"X\"," + members + "}",
        BaseItem.class);
  }

  private static BaseItem recorded(String name) throws IOException {
    Path file = Path.of("src/test/resources/recordings/jellyfin/rec-12.0-library", name + ".json");
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      return JSON.fromJson(reader.readObject().getJsonObject("body").toString(), BaseItem.class);
    }
  }
}
