package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicPathsTest {

  @Test
  void given_the_contract_when_compared_then_exactly_its_open_operations_are_public() {
    OpenAPI contract = new OpenAPIV3Parser().read("api/openapi.yaml");

    Set<String> open =
        contract.getPaths().entrySet().stream()
            .filter(
                path ->
                    path.getValue().readOperations().stream()
                        .anyMatch(
                            operation ->
                                operation.getSecurity() != null
                                    && operation.getSecurity().isEmpty()))
            .map(path -> path.getKey())
            .filter(path -> !PublicPaths.isWebhook(path.replace("{server}", "radarr_2")))
            .filter(path -> !PublicPaths.isPicture(path, "/images"))
            .filter(path -> !PublicPaths.isTicketed(path, "/play"))
            .filter(path -> !PublicPaths.isTicketed(path, "/events"))
            .collect(Collectors.toSet());

    assertThat(PublicPaths.ALL).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "/images/x/y/poster/z/320, /images",
    "/images/, /images",
    "/images/a/../../images/b, /images"
  })
  void given_a_path_of_the_picture_servlet_when_asked_then_it_is_a_picture(
      String path, String servlet) {
    assertThat(PublicPaths.isPicture(path, servlet)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/images/../library, /library",
    "/images/%2e%2e/library, ''",
    "/images/../stream/x, /stream",
    "/images, /images",
    "/imagesx/y, ''",
    "/x/images/y, ''",
    "//images/y, /images",
    "/IMAGES/y, ''",
    "/library/images/x, /library"
  })
  void given_any_other_path_when_asked_then_it_is_not_a_picture(String path, String servlet) {
    assertThat(PublicPaths.isPicture(path, servlet)).isFalse();
    assertThat(PublicPaths.contains(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/play/x/y, /play, true",
    "/play/a/../../play/b, /play, true",
    "/play/../library, /library, false",
    "/play/../stream/x, /stream, false",
    "/stream/../play/x/y, /play, false",
    "//play/x/y, /play, false",
    "/play, /play, false",
    "/playx/y, '', false",
    "/PLAY/x/y, '', false",
    "/playback/x, '', false",
    "/events/x, /events, true",
    "/events/%74icket, /events, true",
    "/events, /events, false",
    "/events/ticket, /events, false",
    "/events/../library, /library, false",
    "/events/../stream/x, /stream, false",
    "//events/x, /events, false",
    "/play/../events/x, /events, false",
    "/eventsx/y, '', false"
  })
  void given_a_path_when_asked_then_only_one_with_a_ticket_is_let_past(
      String path, String servlet, boolean ticketed) {
    assertThat(PublicPaths.isTicketed(path, servlet)).isEqualTo(ticketed);
    assertThat(PublicPaths.contains(path)).isFalse();
  }
}
