package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParsingTest {

  @Test
  void readsTheAuthorizationHeader() {
    assertThat(
            AuthorizationHeader.parameters(
                "mediabrowser Client=\"a, b\", Device=\"x%22y+z\", Token=abc, Strange=\"1\""))
        .isEqualTo(Map.of("Client", "a, b", "Device", "x\"y z", "Token", "abc", "Strange", "1"));
    assertThat(AuthorizationHeader.parameters("Bearer Token=\"abc\"")).isEmpty();
    assertThat(AuthorizationHeader.parameters("MediaBrowser")).isEmpty();
    assertThat(AuthorizationHeader.parameters(null)).isEmpty();
  }

  @Test
  void noticesValuesThatAreNotEncoded() {
    String header = "MediaBrowser Device=\"Tom's TV\", DeviceId=\"a%20b\", Token=\"t\"";
    RecordedRequest request =
        new RecordedRequest("GET", "/Items", null, Map.of("Authorization", List.of(header)), "");
    assertThat(Violations.of(request)).containsExactly("Device is not URL-encoded");
  }

  @Test
  void noticesObsoletePaths() {
    RecordedRequest request =
        new RecordedRequest("GET", "/Users/" + Guid.EMPTY + "/Items/Latest", null, Map.of(), "");
    assertThat(Violations.of(request)).containsExactly("obsolete path");
  }

  @Test
  void readsIdentifiersInAllNetFormats() {
    String dashed = Guid.dashed(Titles.MOVIE);
    assertThat(Guid.parse(dashed)).contains(Titles.MOVIE);
    assertThat(Guid.parse("{" + dashed + "}")).contains(Titles.MOVIE);
    assertThat(Guid.parse("(" + dashed + ")")).contains(Titles.MOVIE);
    assertThat(Guid.parse(Titles.MOVIE.toUpperCase(Locale.ROOT))).contains(Titles.MOVIE);
    assertThat(Guid.parse(Titles.MOVIE + "0")).isEmpty();
    assertThat(Guid.parse("../../System/Info")).isEmpty();
  }

  @Test
  void decodesLeniently() {
    assertThat(Percent.decode("a+b%20c%C3%A9%zz%")).isEqualTo("a b cé%zz%");
  }

  @Test
  void readsTheCommandLine() {
    assertThat(
            CommandLine.options(
                new String[] {"--port", "1", "--version", "10.11", "--api-key", "k"}))
        .isEqualTo(new SandboxJellyfin.Options(1, JellyfinVersion.V10_11, "k", 0, 0));
    assertThat(CommandLine.options(new String[] {}).port()).isEqualTo(8096);
    assertThatThrownBy(() -> CommandLine.options(new String[] {"--port"}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTakenPortIsSaidClearly() {
    try (SandboxJellyfin first = SandboxJellyfin.start(SandboxJellyfin.Options.defaults())) {
      String[] arguments = {"--port", Integer.toString(first.port())};
      assertThat(CommandLine.run(arguments)).isEqualTo(1);
    }
  }
}
