package com.stoganet.proxy.http.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Unplayable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceMapperTest {

  private static final JellyfinId ID =
      JellyfinId.parse("05aa05aa05aa05aa05aa05aa05aa05aa").orElseThrow();

  private final SourceMapper mapper =
      new SourceMapper(
          Settings.read(
              name -> Optional.ofNullable(Map.of("PROXY_BASE_URL", "https://a.test").get(name))));

  @Test
  void given_a_version_that_plays_when_mapped_then_its_address_is_there_B10() {
    assertThat(mapper.source(version(Optional.empty())).getStreamUrl())
        .isEqualTo("https://a.test/stream/" + ID);
  }

  @ParameterizedTest
  @EnumSource
  void given_a_version_that_cannot_be_played_when_mapped_then_it_has_no_address_B10(
      Unplayable reason) {
    assertThat(mapper.source(version(Optional.of(reason))).getStreamUrl()).isNull();
  }

  private static Source version(Optional<Unplayable> problem) {
    return new Source(
        ID,
        "",
        "mkv",
        "",
        0,
        Optional.empty(),
        0,
        0,
        false,
        0,
        problem,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
