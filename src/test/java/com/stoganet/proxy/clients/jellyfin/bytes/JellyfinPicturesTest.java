package com.stoganet.proxy.clients.jellyfin.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.images.PictureSource.PictureName;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Picture;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JellyfinPicturesTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "POSTER,Primary,''",
    "BACKDROP,Backdrop/0,''",
    "LOGO,Logo,&format=Png",
    "THUMB,Thumb,''"
  })
  void given_a_public_jellyfin_when_addressed_then_it_is_where_jellyfin_has_the_picture_B30(
      Picture.Kind kind, String type, String format) {
    Map<String, String> environment =
        Map.of(
            "JELLYFIN_URL", "http://10.0.0.1:8096",
            "JELLYFIN_API_KEY", "5f8a7c6d3e2b1a0998877665544332fe",
            "JELLYFIN_PUBLIC_URL", "https://jellyfin.home.test/base/");

    assertThat(pictures(environment).directAddress(name(kind), 320))
        .hasValue(
            "https://jellyfin.home.test/base/Items/"
                + ID
                + "/Images/"
                + type
                + "?tag=a1&maxWidth=320&quality=90"
                + format);
  }

  @Test
  void given_no_public_jellyfin_when_addressed_then_its_own_address_is_not_told() {
    Map<String, String> environment = Map.of("JELLYFIN_URL", "http://10.0.0.1:8096");

    assertThat(pictures(environment).directAddress(name(Picture.Kind.POSTER), 320)).isEmpty();
  }

  private static PictureName name(Picture.Kind kind) {
    return new PictureName(JellyfinId.parse(ID).orElseThrow(), kind, "a1");
  }

  private static JellyfinPictures pictures(Map<String, String> environment) {
    Settings settings = Settings.read(name -> Optional.ofNullable(environment.get(name)));
    return new JellyfinPictures(settings, null);
  }
}
