package com.stoganet.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.stoganet.proxy.config.Backends.Arr;
import com.stoganet.proxy.config.RequestRules.Rule;
import com.stoganet.proxy.config.RequestRules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendsTest {

  private static final String SECRET = "5f8a7c6d3e2b1a0998877665544332fe";

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void aProxyWithoutBackends() {
    environment.put("JELLYFIN_URL", "http://jellyfin.local:8096");
    environment.put("JELLYFIN_API_KEY", "0f8a7c6d3e2b1a0998877665544332fe");
    environment.put("PROXY_BASE_URL", "https://media.home.test");
    environment.put("JWT_SIGNING_KEY", "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo");
    environment.put("DB_PATH", directory.resolve("proxy.db").toString());
    environment.put("LISTEN_ADDR", ":8080");
  }

  private Settings read() {
    return Settings.read(name -> Optional.ofNullable(environment.get(name)));
  }

  private List<String> names() {
    return read().problems().stream().map(SettingProblem::name).toList();
  }

  @Test
  void given_nothing_when_read_then_there_are_no_backends_and_that_is_no_problem() {
    assertThat(read().problems()).isEmpty();
    assertThat(read().backends()).isEqualTo(new Backends(List.of(), null, null, null));
  }

  @Test
  void given_several_of_a_kind_when_read_then_movies_come_first_and_each_has_its_own_settings() {
    environment.put("SONARR_URL", "http://sonarr.local:8989/sonarr/");
    environment.put("SONARR_API_KEY", "s");
    environment.put("RADARR_URL_2", "http://radarr.local:7879");
    environment.put("RADARR_API_KEY_2", "r2");
    environment.put("RADARR_QUALITY_PROFILE_2", "Ultra-HD");
    environment.put("RADARR_MINIMUM_AVAILABILITY_2", "inCinemas");
    environment.put("RADARR_URL", "http://radarr.local:7878");
    environment.put("RADARR_API_KEY", "r1");

    assertThat(read().problems()).isEmpty();
    assertThat(read().backends().arrs())
        .extracting(Arr::name, Arr::apiKey, Arr::qualityProfile, Arr::minimumAvailability)
        .containsExactly(
            tuple("radarr", "r1", null, "released"),
            tuple("radarr_2", "r2", "Ultra-HD", "inCinemas"),
            tuple("sonarr", "s", null, null));
    assertThat(read().backends().arrs().get(2).url())
        .hasToString("http://sonarr.local:8989/sonarr");
  }

  @Test
  void given_a_secret_in_a_file_when_read_then_it_counts() throws IOException {
    environment.put("RADARR_URL_2", "http://radarr.local:7878");
    environment.put(
        "RADARR_API_KEY_2_FILE",
        Files.writeString(directory.resolve("key"), SECRET + "\n").toString());

    assertThat(read().problems()).isEmpty();
    assertThat(read().backends().arrs()).extracting(Arr::apiKey).containsExactly(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "RADARR_URL, RADARR_API_KEY",
    "RADARR_URL_9, RADARR_API_KEY_9",
    "SONARR_URL_2, SONARR_API_KEY_2",
    "SEERR_URL, SEERR_API_KEY"
  })
  void given_a_server_when_its_key_is_missing_then_that_is_named(String url, String key) {
    environment.put(url, "http://server.local:7878");

    assertThat(names()).containsExactly(key);
  }

  @Test
  void given_a_qbittorrent_when_read_then_it_needs_a_key_or_a_user_with_a_password() {
    environment.put("QBITTORRENT_URL", "http://client.local:8080");
    assertThat(names()).containsExactly("QBITTORRENT_USERNAME", "QBITTORRENT_PASSWORD");

    environment.put("QBITTORRENT_API_KEY", SECRET);
    assertThat(read().problems()).isEmpty();
    assertThat(read().backends().qbittorrent().apiKey()).isEqualTo(SECRET);
    assertThat(read().backends().qbittorrent().username()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "RADARR_URL, ftp://radarr.local",
    "SONARR_URL_3, sonarr",
    "QBITTORRENT_URL, http://",
    "SEERR_URL, seerr:5055",
    "WEBHOOK_SECRET, too-short",
    "REQUESTS_USERS, yes",
    "REQUESTS_RESTRICTED, never",
    "REQUESTS_USERS_QUOTA, 10",
    "REQUESTS_USERS_QUOTA, 0/7",
    "REQUESTS_RESTRICTED_QUOTA, 3/0",
    "REQUESTS_RESTRICTED_QUOTA, -3/7"
  })
  void given_a_wrong_value_when_read_then_it_is_named(String name, String value) {
    environment.put(name, value);

    assertThat(names()).containsExactly(name);
  }

  @Test
  void given_a_minimum_availability_when_it_is_not_one_then_it_is_named() {
    environment.put("RADARR_URL", "http://radarr.local:7878");
    environment.put("RADARR_API_KEY", SECRET);
    environment.put("RADARR_MINIMUM_AVAILABILITY", "soon");

    assertThat(names()).containsExactly("RADARR_MINIMUM_AVAILABILITY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUESTS_USERS", "REQUESTS_RESTRICTED"})
  void given_rules_when_read_then_they_are_those_or_an_administrator_decides(String name) {
    assertThat(rule(name)).isEqualTo(new Rule(Verdict.NEEDS_APPROVAL, 0, 1));

    environment.put(name, "auto");
    environment.put(name + "_QUOTA", "10/7");
    assertThat(rule(name)).isEqualTo(new Rule(Verdict.APPROVED, 10, 7));

    environment.put(name, "off");
    environment.put(name + "_QUOTA", "none");
    assertThat(rule(name)).isEqualTo(new Rule(Verdict.FORBIDDEN, 0, 1));
    assertThat(read().problems()).isEmpty();
  }

  private Rule rule(String name) {
    RequestRules rules = read().requestRules();
    return "REQUESTS_USERS".equals(name) ? rules.users() : rules.restricted();
  }

  @Test
  void given_secrets_when_settings_are_written_down_then_they_are_not() {
    for (String name : List.of("RADARR", "SONARR", "SEERR", "QBITTORRENT")) {
      environment.put(name + "_URL", "http://hidden.local:1234");
      environment.put(name + "_API_KEY", SECRET);
    }
    environment.put("WEBHOOK_SECRET", SECRET);
    Settings settings = read();
    assertThat(settings.problems()).isEmpty();

    Backends backends = settings.backends();
    String written = settings + " " + backends + backends.qbittorrent() + backends.seerr();

    assertThat(written).contains("radarr", "sonarr").doesNotContain(SECRET, "hidden.local");
  }
}
