package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/login",
        "/auth/login/",
        "//auth//login",
        "/auth/login;x",
        "/auth;a=b;c/login;x=y",
        "/auth/%6Cogin",
        "/%61uth/login%3Bx/../login",
        "/./auth/./login/.",
        "/auth/x/../login",
        "/../auth/login",
        "/auth/%2e%2e/auth/%2E/login"
      })
  void given_a_spelling_of_a_path_when_made_plain_then_it_is_that_path(String spelling) {
    assertThat(NormalizedPath.of(spelling)).isEqualTo("/auth/login");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "/library/tmdb%3Amovie%3A603, /library/tmdb:movie:603",
    "/a+b, /a+b",
    "/%zz, /%zz",
    "/auth/logins, /auth/logins",
    "/AUTH/login, /AUTH/login"
  })
  void given_another_path_when_made_plain_then_it_stays_another(String spelling, String path) {
    assertThat(NormalizedPath.of(spelling)).isEqualTo(path);
  }
}
