package com.stoganet.proxy.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.shared.ApiException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRequestTest {

  private static final String SIGNATURE = "abcdefghijklmnopqrst-_";
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void given_a_path_when_read_then_every_part_is_there() {
    PictureRequest request =
        PictureRequest.of("/images/" + SIGNATURE + "/" + ID + "/backdrop/a_-9/1000");

    assertThat(request.signature()).isEqualTo(SIGNATURE);
    assertThat(request.picture().item().hex()).isEqualTo(ID);
    assertThat(request.picture().kind()).isEqualTo(Picture.Kind.BACKDROP);
    assertThat(request.picture().tag()).isEqualTo("a_-9");
    assertThat(request.width()).isEqualTo(780);
  }

  @ParameterizedTest
  @CsvSource({
    "short/ID/poster/t/320, signature",
    "abcdefghijklmnopqrst+=/ID/poster/t/320, signature",
    "SIGNATURE/..%2f/poster/t/320, jfId",
    "SIGNATURE/0123/poster/t/320, jfId",
    "SIGNATURE/ID/POSTER/t/320, kind",
    "SIGNATURE/ID/Primary/t/320, kind",
    "SIGNATURE/ID/poster//320, tag",
    "SIGNATURE/ID/poster/../320, tag",
    "SIGNATURE/ID/poster/t%20/320, tag",
    "SIGNATURE/ID/poster/t;a=b/320, tag",
    "SIGNATURE/ID/poster/t/wide, width",
    "SIGNATURE/ID/poster/t/-1, width",
    "SIGNATURE/ID/poster/t/1e3, width",
    "SIGNATURE/ID/poster/t/1234567890, width",
    "SIGNATURE/ID/poster/t/, width",
    "SIGNATURE/ID/poster/t/320;x, width"
  })
  void given_a_malformed_part_when_read_then_it_is_named(String parts, String field) {
    String path = "/images/" + parts.replace("SIGNATURE", SIGNATURE).replace("ID", ID);

    assertThatThrownBy(() -> PictureRequest.of(path))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.status()).isEqualTo(400);
              assertThat(failure.details()).isEqualTo(Map.of("field", field));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/images/", "/images", "/images/a/b/c/d", "/images/a/b/c/d/1/", "/x"})
  void given_too_few_or_too_many_parts_when_read_then_there_is_no_such_path(String path) {
    assertThatThrownBy(() -> PictureRequest.of(path))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.status()).isEqualTo(404));
  }
}
