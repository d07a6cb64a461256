package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks for every operation of the contract, so that a new one can be neither forgotten nor open.
 */
@BlackBox
class EveryOperationIT {

  private static final Map<String, String> PATH_VALUES =
      Map.of(
          "{id}", "tmdb:movie:1",
          "{jfId}", "0123456789abcdef0123456789abcdef",
          "{seasonNumber}", "1",
          "{index}", "2",
          // No signature: what is made up is told so before anything is looked for.
          "{signature}", "x",
          "{kind}", "poster",
          "{tag}", "x",
          "{width}", "320");

  static Stream<Arguments> operations() {
    return new OpenAPIV3Parser()
        .read("api/openapi.yaml").getPaths().entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().readOperationsMap().entrySet().stream()
                        .map(
                            operation ->
                                Arguments.of(
                                    operation.getKey().name(),
                                    path.getKey(),
                                    isOpen(operation.getValue()))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operations")
  void given_no_token_when_asked_then_only_open_operations_look_any_further(
      String method, String path, boolean open) {
    Response answer = ask(given(), method, path);

    if (open) {
      assertThat(answer.statusCode()).isNotIn(401, 404, 405);
    } else {
      ErrorBody.of(answer, 401, "token_invalid");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operations")
  void given_a_token_when_asked_then_somebody_is_responsible(
      String method, String path, boolean open) {
    Response answer = ask(Proxy.as("demo"), method, path);

    assertThat(answer.statusCode()).isNotIn(405, 500);
    assertThat(answer.asString()).doesNotContain("There is no such path");
  }

  private static Response ask(RequestSpecification request, String method, String path) {
    String concrete = path;
    for (Map.Entry<String, String> value : PATH_VALUES.entrySet()) {
      concrete = concrete.replace(value.getKey(), value.getValue());
    }
    RequestSpecification complete =
        Set.of("POST", "PUT").contains(method)
            ? request.contentType(ContentType.JSON).body("{}")
            : request;
    return complete.request(method, concrete);
  }

  private static boolean isOpen(Operation operation) {
    return operation.getSecurity() != null && operation.getSecurity().isEmpty();
  }
}
