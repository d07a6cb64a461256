package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Subtitle;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.CastMember;
import com.stoganet.proxy.media.TitleDetail.Trailer;
import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JellyfinItemsTest {

  private static final Jsonb JSON = TolerantJson.ofCapitalNames();

  @Test
  void given_a_movie_when_mapped_then_it_carries_its_tmdb_number_and_its_facts() {
    BaseItem item =
        item(
            """
            {"Id":"0123456789abcdef0123456789abcdef","Name":"Harbour","Type":"Movie",
             "ProductionYear":1999,"RunTimeTicks":81600000000,"ProviderIds":{"tmdb":"603"},
             "People":[{"Name":"A","Role":"Ann","Type":"Actor"},{"Name":"B","Type":"Director"},
                       {"Name":"C","Type":"GuestStar"}],
             "UserData":{"PlaybackPositionTicks":12345678,"Played":false,"Key":"x"},
             "Unknown":{"Extra":[1]}}
            """);

    assertThat(JellyfinItems.title(item))
        .satisfies(
            title -> {
              assertThat(title.id()).isEqualTo(new CatalogId.Tmdb(MediaKind.MOVIE, 603));
              assertThat(title.year()).isEqualTo(1999);
              assertThat(title.overview()).isEmpty();
            });
    assertThat(JellyfinItems.runtimeMillis(item) / 60_000).isEqualTo(136);
    assertThat(JellyfinItems.progress(item)).isEqualTo(new Progress(1234, false));
    assertThat(ItemDetails.video(List.of(item), versions(item), List.of()).about().cast())
        .containsExactly(new CastMember("A", "Ann"), new CastMember("C", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'910001 ', tmdb:movie:910001",
    "' 910001', tmdb:movie:910001",
    "0910001, tmdb:movie:910001",
    "' 00910001 ', tmdb:movie:910001",
    "0009999999999, tmdb:movie:9999999999",
    "00010000000000, jf:0123456789abcdef0123456789abcdef",
    "000, jf:0123456789abcdef0123456789abcdef",
    "'91 0001', jf:0123456789abcdef0123456789abcdef"
  })
  void given_a_tmdb_number_with_blanks_or_zeros_when_mapped_then_it_is_the_number_B05(
      String number, String id) {
    BaseItem item =
        item(
            """
            {"Id":"0123456789abcdef0123456789abcdef","Type":"Movie","ProviderIds":{"Tmdb":"%s"}}
            """
                .formatted(number));

    assertThat(JellyfinItems.catalogId(item)).hasToString(id);
    assertThat(id).endsWith(JellyfinItems.providerNumber(item, "Tmdb").orElse(id));
  }

  @Test
  void given_no_usable_tmdb_number_or_no_title_when_mapped_then_the_id_is_jellyfins() {
    String id = "\"Id\":\"0123456789abcdef0123456789abcdef\"";

    assertThat(JellyfinItems.catalogId(item("{" + id + ",\"Type\":\"Movie\"}")))
        .hasToString("jf:0123456789abcdef0123456789abcdef");
    assertThat(
            JellyfinItems.catalogId(
                item("{" + id + ",\"Type\":\"Movie\",\"ProviderIds\":{\"Tmdb\":\"\"}}")))
        .isInstanceOf(CatalogId.Jellyfin.class);
    assertThat(
            JellyfinItems.catalogId(
                item("{" + id + ",\"Type\":\"Episode\",\"ProviderIds\":{\"Tmdb\":\"62085\"}}")))
        .isInstanceOf(CatalogId.Jellyfin.class);
  }

  @Test
  void given_two_versions_when_mapped_then_the_default_one_gives_the_text_tracks() {
    BaseItem item =
        item(
            """
            {"Id":"0123456789abcdef0123456789abcdef","Type":"Movie","MediaSources":[
              {"Id":"ffffffffffffffffffffffffffffffff","MediaStreams":[]},
              {"Id":"0123456789abcdef0123456789abcdef","MediaStreams":[
                {"Type":"Video","Index":0},
                {"Type":"Subtitle","Index":2,"Codec":"subrip","Language":"eng",
                 "DisplayTitle":"English","IsTextSubtitleStream":true,"IsForced":true},
                {"Type":"Subtitle","Index":3,"Codec":"PGSSUB","IsTextSubtitleStream":false}]}]}
            """);

    assertThat(ItemSources.playable(item).orElseThrow().subtitles())
        .containsExactly(
            new Subtitle(2, "en", "English", "subrip", Subtitle.Kind.FORCED, true, false, false));
    assertThat(ItemSources.all(item))
        .extracting(source -> source.id().hex())
        .containsExactly("0123456789abcdef0123456789abcdef", "ffffffffffffffffffffffffffffffff");
  }

  @Test
  void given_what_people_read_before_they_decide_when_mapped_then_it_is_all_there() {
    BaseItem item =
        item(
            """
            {"Id":"0123456789abcdef0123456789abcdef","Type":"Movie","Name":"Der Hafen",
             "OriginalTitle":"Harbour","SortName":"Hafen","Taglines":["Nine berths."],
             "OfficialRating":"PG-13","CommunityRating":7.43,"Studios":[{"Name":"Pier"},{}],
             "RemoteTrailers":[{"Url":"https://video.example/1","Name":"One"},
                               {"Url":"javascript:alert(1)"},{}],
             "ImageTags":{"Primary":"aa","Logo":"../x"},"BackdropImageTags":["bb","cc"],
             "ImageBlurHashes":{"Primary":{"aa":"L0"}},"PrimaryImageAspectRatio":0.6667,
             "DateCreated":"2026-02-01T18:30:00.1234567Z","UserData":{"IsFavorite":true}}
            """);

    TitleDetail detail = ItemDetails.video(List.of(item), versions(item), List.of());

    assertThat(detail.about().tagline()).isEqualTo("Nine berths.");
    assertThat(detail.about().officialRating()).isEqualTo("PG-13");
    assertThat(detail.about().studios()).containsExactly("Pier");
    assertThat(detail.about().trailers())
        .containsExactly(new Trailer("One", "https://video.example/1"));
    assertThat(detail.viewing().favorite()).isTrue();
    assertThat(detail.title().originalName()).isEqualTo("Harbour");
    assertThat(detail.title().sortName()).isEqualTo("hafen");
    assertThat(detail.title().rating()).isEqualTo(7.43f);
    assertThat(detail.title().pictures())
        .extracting(Picture::kind, Picture::tag, Picture::blurHash)
        .containsExactly(
            tuple(Picture.Kind.POSTER, "aa", "L0"), tuple(Picture.Kind.BACKDROP, "bb", ""));
  }

  private static BaseItem item(String json) {
    return JSON.fromJson(json, BaseItem.class);
  }

  private static ItemVersions versions(BaseItem item) {
    return new ItemVersions(List.of(item), List.of(), Map.of());
  }
}
