package com.stoganet.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
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

class SettingsTest {

  private static final String KEY = "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo";

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void validEnvironment() {
    environment.put("JELLYFIN_URL", "http://jellyfin.local:8096/base/");
    environment.put("JELLYFIN_API_KEY", "5f8a7c6d3e2b1a0998877665544332fe");
    environment.put("PROXY_BASE_URL", "https://media.home.test");
    environment.put("JWT_SIGNING_KEY", KEY);
    environment.put("DB_PATH", directory.resolve("proxy.db").toString());
    environment.put("LISTEN_ADDR", ":8080");
  }

  @Test
  void given_a_complete_environment_when_read_then_there_is_no_problem() {
    Settings settings = read();

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.complete()).isTrue();
    assertThat(settings.jellyfinUrl()).hasToString("http://jellyfin.local:8096/base");
    assertThat(settings.proxyBaseUrl()).hasToString("https://media.home.test");
    assertThat(settings.keys().algorithm()).isEqualTo(Keys.Algorithm.HS256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JELLYFIN_URL",
        "JELLYFIN_API_KEY",
        "PROXY_BASE_URL",
        "JWT_SIGNING_KEY",
        "DB_PATH",
        "LISTEN_ADDR"
      })
  void given_a_missing_or_blank_value_when_read_then_it_is_named_with_an_example(String name) {
    environment.remove(name);
    assertThat(read().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.name()).isEqualTo(name);
              assertThat(problem.toString()).contains("is missing", "for example " + name + "=");
            });

    environment.put(name, "  ");
    assertThat(names()).containsExactly(name);
  }

  @Test
  void given_nothing_when_read_then_everything_is_told_at_once() {
    environment.clear();

    assertThat(names())
        .containsExactlyInAnyOrder(
            "JELLYFIN_URL",
            "JELLYFIN_API_KEY",
            "PROXY_BASE_URL",
            "JWT_SIGNING_KEY",
            "DB_PATH",
            "LISTEN_ADDR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jellyfin:8096",
        "/jellyfin",
        "ftp://jellyfin",
        "http://",
        "http://jellyfin?x=1",
        "http://jellyfin#top",
        "http://jelly fin",
        "http://user:secret@jellyfin"
      })
  void given_something_that_is_not_a_plain_web_address_when_read_then_it_is_refused(String url) {
    environment.put("JELLYFIN_URL", url);
    environment.put("JELLYFIN_PUBLIC_URL", url);
    environment.put("PROXY_BASE_URL", url);

    assertThat(names()).containsExactly("JELLYFIN_URL", "JELLYFIN_PUBLIC_URL", "PROXY_BASE_URL");
  }

  @Test
  void given_no_public_address_of_jellyfin_when_read_then_that_is_no_problem() throws IOException {
    assertThat(read().jellyfinPublicUrl()).isNull();

    environment.put("JELLYFIN_PUBLIC_URL_FILE", file("https://jellyfin.home.test/base/\n"));
    assertThat(read().problems()).isEmpty();
    assertThat(read().jellyfinPublicUrl()).hasToString("https://jellyfin.home.test/base");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short-but-random-Zr2Vw7LxTn5Bd9",
        "01234567890123456789012345678901",
        "change-me-to-a-random-32-byte-secret",
        "your-256-bit-secret-your-256-bit-secret",
        "a-string-secret-at-least-256-bits-long",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "{xor}kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo",
        "kq8Zr2Vw7LxTn5Bd9GyHm3${env.PATH}Pc6JsFa1Ue4RtYi0Oo"
      })
  void given_a_weak_or_published_key_when_read_then_it_is_refused_and_not_shown(String key) {
    environment.put("JWT_SIGNING_KEY", key);

    Settings settings = read();

    assertThat(settings.problems()).extracting(SettingProblem::name).contains("JWT_SIGNING_KEY");
    assertThat(settings.toString()).doesNotContain(key);
    assertThat(settings.problems().toString()).doesNotContain(key);
  }

  @Test
  void given_the_sample_api_key_of_the_original_when_read_then_it_is_refused() {
    environment.put("JELLYFIN_API_KEY", "replace-me");

    assertThat(names()).containsExactly("JELLYFIN_API_KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":8080", "127.0.0.1:8080", "[::1]:8080", "proxy.local:1", "0.0.0.0:65535"})
  void given_an_address_to_listen_on_when_read_then_it_is_accepted(String address) {
    environment.put("LISTEN_ADDR", address);

    assertThat(read().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", ":0", ":65536", ":", "::1:8080", "host:port", "[::1]", "a b:80"})
  void given_something_else_than_an_address_when_read_then_it_is_refused(String address) {
    environment.put("LISTEN_ADDR", address);

    assertThat(names()).containsExactly("LISTEN_ADDR");
  }

  @Test
  void given_a_database_in_a_directory_that_does_not_exist_when_read_then_it_is_refused() {
    environment.put("DB_PATH", directory.resolve("nowhere").resolve("proxy.db").toString());
    assertThat(names()).containsExactly("DB_PATH");

    environment.put("DB_PATH", directory.toString());
    assertThat(names()).containsExactly("DB_PATH");
  }

  @Test
  void given_a_secret_in_a_file_when_read_then_it_is_trimmed() throws IOException {
    environment.remove("JWT_SIGNING_KEY");
    environment.put("JWT_SIGNING_KEY_FILE", file("\n  " + KEY + " \n"));

    assertThat(read().problems()).isEmpty();
    assertThat(read().keys().signing()).isEqualTo(KEY);
  }

  @Test
  void given_a_value_and_its_file_when_read_then_it_is_refused() throws IOException {
    environment.put("JELLYFIN_API_KEY_FILE", file("5f8a7c6d3e2b1a0998877665544332fe"));

    assertThat(read().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.problem()).contains("both set"));
  }

  @Test
  void given_a_file_that_is_missing_or_empty_when_read_then_the_file_is_named() throws IOException {
    environment.remove("JWT_SIGNING_KEY");
    environment.put("JWT_SIGNING_KEY_FILE", directory.resolve("missing").toString());
    assertThat(names()).containsExactly("JWT_SIGNING_KEY_FILE");

    environment.put("JWT_SIGNING_KEY_FILE", file(" \n"));
    assertThat(names()).containsExactly("JWT_SIGNING_KEY_FILE");
  }

  @ParameterizedTest
  @CsvSource({"HS512", "none", "es256"})
  void given_an_unknown_algorithm_when_read_then_it_is_refused(String algorithm) {
    environment.put("JWT_ALGORITHM", algorithm);

    assertThat(names()).containsExactly("JWT_ALGORITHM");
  }

  @Test
  void given_es256_without_keys_when_read_then_both_are_asked_for() {
    environment.put("JWT_ALGORITHM", "ES256");
    assertThat(names()).containsExactly("JWT_PRIVATE_KEY", "JWT_PUBLIC_KEY");

    environment.put(
        "JWT_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    environment.put("JWT_PUBLIC_KEY", "not a key");
    assertThat(names()).containsExactly("JWT_PRIVATE_KEY", "JWT_PUBLIC_KEY");
  }

  @Test
  void given_tls_without_a_keystore_when_read_then_all_that_is_missing_is_told() {
    environment.put("TLS_LISTEN_ADDR", ":none");

    assertThat(names()).containsExactly("TLS_LISTEN_ADDR", "TLS_KEYSTORE", "TLS_KEYSTORE_PASSWORD");
  }

  @Test
  void given_a_keystore_that_the_password_does_not_open_when_read_then_it_is_told()
      throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Path file = directory.resolve("tls.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "right".toCharArray());
    }
    environment.put("TLS_LISTEN_ADDR", ":8443");
    environment.put("TLS_KEYSTORE", file.toString());
    environment.put("TLS_KEYSTORE_PASSWORD", "wrong");
    assertThat(names()).containsExactly("TLS_KEYSTORE_PASSWORD");

    environment.put("TLS_KEYSTORE_PASSWORD", "right");
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void given_no_lifetimes_when_read_then_they_are_fifteen_minutes_and_thirty_seconds() {
    assertThat(read().accessTokenLifetime()).isEqualTo(Duration.ofMinutes(15));
    assertThat(read().refreshGrace()).isEqualTo(Duration.ofSeconds(30));

    environment.put("ACCESS_TOKEN_MINUTES", "60");
    environment.put("REFRESH_GRACE_SECONDS", "0");
    assertThat(read().problems()).isEmpty();
    assertThat(read().accessTokenLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(read().refreshGrace()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"4,61", "61,-1", "x,1.5", "99999999999,0x1f"})
  void given_lifetimes_out_of_range_when_read_then_they_are_refused(String minutes, String grace) {
    environment.put("ACCESS_TOKEN_MINUTES", minutes);
    environment.put("REFRESH_GRACE_SECONDS", grace);

    assertThat(names()).containsExactly("ACCESS_TOKEN_MINUTES", "REFRESH_GRACE_SECONDS");
  }

  @Test
  void given_trusted_proxies_when_read_then_they_are_ranges() {
    environment.put("TRUSTED_PROXIES", "127.0.0.1, 10.1.2.3/8 ,fd00::/8,::1");

    assertThat(read().problems()).isEmpty();
    assertThat(read().trustedProxies())
        .extracting(Object::toString)
        .containsExactly("127.0.0.1", "10.0.0.0/8", "fd00::/8", "::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "traefik",
        "10.0.0.0/33",
        "10.0.0",
        "*",
        "1-2.0.0.1",
        "10.0.0.1;::1",
        "0x7f.0.0.1"
      })
  void given_something_else_than_ranges_when_read_then_it_is_refused(String proxies) {
    environment.put("TRUSTED_PROXIES", proxies);

    assertThat(names()).containsExactly("TRUSTED_PROXIES");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATA_KEY", "DATA_KEY_PREVIOUS", "JWT_SIGNING_KEY_PREVIOUS"})
  void given_another_key_that_is_weak_when_read_then_it_is_refused(String name) {
    environment.put(name, "short");
    assertThat(names()).containsExactly(name);

    environment.put(name, KEY);
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void given_a_database_server_when_read_then_no_file_is_needed() {
    environment.remove("DB_PATH");
    environment.put("DATABASE_URL", "postgres://me:pa%40ss@db:5432/stoganet?sslmode=require");
    assertThat(read().problems()).isEmpty();

    environment.put("DATABASE_URL", "postgresql://me:a?b=c&d+e$f@[::1]:65535,db2/stoganet");
    assertThat(read().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me:pass@db/stoganet",
        "postgres://me@db/stoganet",
        "postgres://me:pass@db",
        "postgres://me:pa%ss@db/stoganet",
        "postgres://me:pass@db:port/stoganet",
        "postgres://me:pass@db:65536/stoganet",
        "postgres://me:pass@db/stoganet?sslmode=%"
      })
  void given_a_database_server_that_the_driver_would_not_find_when_read_then_it_is_told(
      String url) {
    environment.put("DATABASE_URL", url);
    assertThat(names()).containsExactly("DATABASE_URL");
  }

  @Test
  void given_origins_of_web_pages_when_read_then_they_are_as_browsers_write_them() {
    environment.put(
        "CORS_ORIGINS", "https://app.example.org, http://127.0.0.1:3000,http://[::1]:80");

    assertThat(read().corsOrigins())
        .containsExactlyInAnyOrder(
            "https://app.example.org", "http://127.0.0.1:3000", "http://[::1]:80");
    assertThat(read().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "app.example.org",
        "https://a.org/",
        "https://A.org",
        "ionic://",
        "x"
      })
  void given_what_is_no_origin_when_read_then_it_is_named_B15(String origin) {
    environment.put("CORS_ORIGINS", "https://app.example.org," + origin);

    assertThat(read().problems()).extracting(SettingProblem::name).containsExactly("CORS_ORIGINS");
    assertThat(read().problems().get(0).toString()).contains('"' + origin + '"');
    assertThat(read().corsOrigins()).isEmpty();
  }

  @Test
  void given_origins_of_app_shells_when_read_then_they_are_accepted_B15() {
    String origins = "capacitor://localhost,ionic://localhost,tauri://localhost,app://-,app://.";
    environment.put("CORS_ORIGINS", "https://app.example.org," + origins);

    assertThat(read().corsOrigins())
        .contains("https://app.example.org", "app://-")
        .containsAll(List.of(origins.split(",")));
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void given_a_flag_when_read_then_it_is_true_or_false_and_nothing_else() {
    assertThat(read().metricsPublic()).isFalse();
    environment.put("METRICS_PUBLIC", "true");
    assertThat(read().metricsPublic()).isTrue();
    environment.put("METRICS_PUBLIC", "yes");
    assertThat(read().problems())
        .extracting(SettingProblem::name)
        .containsExactly("METRICS_PUBLIC");
  }

  @Test
  void given_limits_of_streams_when_read_then_they_are_those_or_the_usual_ones() {
    assertThat(read().streams()).isEqualTo(new Settings.StreamLimits(20, 200));
    environment.put("MAX_STREAMS", "7");
    environment.put("MAX_STREAMS_PER_USER", "3");
    assertThat(read().streams()).isEqualTo(new Settings.StreamLimits(3, 7));
    environment.put("MAX_STREAMS", "0");
    assertThat(read().problems()).extracting(SettingProblem::name).containsExactly("MAX_STREAMS");
  }

  private Settings read() {
    return Settings.read(name -> Optional.ofNullable(environment.get(name)));
  }

  private List<String> names() {
    return read().problems().stream().map(SettingProblem::name).toList();
  }

  private String file(String content) throws IOException {
    Path file = Files.createTempFile(directory, "secret", ".txt");
    return Files.writeString(file, content).toString();
  }
}
