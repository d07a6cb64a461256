package com.stoganet.proxy.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.images.PictureSource.Format;
import com.stoganet.proxy.images.PictureSource.PictureBytes;
import com.stoganet.proxy.images.PictureSource.PictureName;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.ApiException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureLinksTest {

  private static final String KEY = "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo";
  private static final JellyfinId ITEM = id("0123456789abcdef0123456789abcdef");
  private static final PictureName NAME = new PictureName(ITEM, Picture.Kind.POSTER, "a1-b_2");

  private final PictureLinks links = links(KEY, Optional.empty());

  @Test
  void given_a_picture_when_addressed_then_the_address_is_absolute_and_stays_the_same() {
    String address = links.address(picture("a1-b_2"), 300);

    assertThat(address)
        .matches(
            "https://media\\.home\\.test/images/[A-Za-z0-9_-]{22}"
                + "/0123456789abcdef0123456789abcdef/poster/a1-b_2/320");
    assertThat(links(KEY, Optional.empty()).address(picture("a1-b_2"), 300)).isEqualTo(address);
  }

  @Test
  void given_our_signature_when_checked_then_it_is_genuine_for_that_picture_alone() {
    String signature = signature(links);

    assertThat(links.genuine(signature, NAME)).isTrue();
    for (PictureName other :
        new PictureName[] {
          new PictureName(id("0123456789abcdef0123456789abcdee"), Picture.Kind.POSTER, "a1-b_2"),
          new PictureName(ITEM, Picture.Kind.THUMB, "a1-b_2"),
          new PictureName(ITEM, Picture.Kind.POSTER, "a1-b_3")
        }) {
      assertThat(links.genuine(signature, other)).as(other.toString()).isFalse();
    }
  }

  @Test
  void given_another_key_or_another_text_when_checked_then_it_is_not_genuine() {
    String signature = signature(links);

    assertThat(links(KEY + "!", Optional.empty()).genuine(signature, NAME)).isFalse();
    assertThat(links.genuine(signature.substring(1), NAME)).isFalse();
    assertThat(links.genuine(signature + "A", NAME)).isFalse();
    assertThat(links.genuine("", NAME)).isFalse();
  }

  @Test
  void given_a_new_key_when_the_previous_one_is_known_then_its_addresses_stay_genuine() {
    String signature = signature(links);
    PictureLinks next =
        links(Map.of("JWT_SIGNING_KEY", KEY + "!", "JWT_SIGNING_KEY_PREVIOUS", KEY));

    assertThat(next.genuine(signature, NAME)).isTrue();
    assertThat(signature(next)).isNotEqualTo(signature);
    assertThat(next.genuine(signature(next), NAME)).isTrue();
  }

  @Test
  void given_a_signature_whose_spare_bits_differ_when_checked_then_it_is_not_genuine() {
    String signature = signature(links);
    // 22 characters hold 132 bits; a decoder would overlook the last 4 of them.
    char other = (char) (signature.charAt(21) + 1);

    assertThat(links.genuine(signature.substring(0, 21) + other, NAME)).isFalse();
  }

  @Test
  void given_a_public_jellyfin_when_addressed_then_the_picture_is_there() {
    PictureLinks direct = links(KEY, Optional.of("https://jellyfin.home.test/picture"));

    assertThat(direct.address(picture("a1"), 1000))
        .isEqualTo("https://jellyfin.home.test/picture?width=780&tag=a1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a.b", "a?b", "ä", "../x", "a b"})
  void given_a_tag_that_fits_into_no_address_when_addressed_then_there_is_none(String tag) {
    assertThat(links.address(picture(tag), 320)).isEmpty();
    assertThat(links.address(picture("x".repeat(65)), 320)).isEmpty();
    assertThat(links.address(picture("x".repeat(64)), 320)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0,160",
    "160,160",
    "239,160",
    "240,320",
    "320,320",
    "500,480",
    "700,780",
    "1100,1280",
    "1599,1280",
    "1600,1920",
    "999999999,1920"
  })
  void given_any_width_when_rounded_then_it_is_the_nearest_there_is(int width, int rung) {
    assertThat(PictureLinks.rung(width)).isEqualTo(rung);
  }

  private static String signature(PictureLinks links) {
    return links.address(picture("a1-b_2"), 320).split("/", -1)[4];
  }

  private static Picture picture(String tag) {
    return new Picture(ITEM, Picture.Kind.POSTER, tag, "", 0);
  }

  private static JellyfinId id(String hex) {
    return JellyfinId.parse(hex).orElseThrow();
  }

  private static PictureLinks links(String key, Optional<String> direct) {
    return links(Map.of("JWT_SIGNING_KEY", key), direct);
  }

  private static PictureLinks links(Map<String, String> keys) {
    return links(keys, Optional.empty());
  }

  private static PictureLinks links(Map<String, String> keys, Optional<String> direct) {
    Map<String, String> environment = new HashMap<>(keys);
    environment.put("PROXY_BASE_URL", "https://media.home.test/");
    return new PictureLinks(
        Settings.read(name -> Optional.ofNullable(environment.get(name))), new Elsewhere(direct));
  }

  /** A source whose pictures are at most elsewhere. */
  private record Elsewhere(Optional<String> place) implements PictureSource {

    @Override
    public PictureBytes open(PictureName picture, int width, Format format) {
      throw ApiException.itemNotFound();
    }

    @Override
    public Optional<String> directAddress(PictureName picture, int width) {
      return place.map(address -> address + "?width=" + width + "&tag=" + picture.tag());
    }
  }
}
