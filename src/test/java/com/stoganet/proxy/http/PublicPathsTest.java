package com.stoganet.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
            .collect(Collectors.toSet());

    assertThat(PublicPaths.ALL).isEqualTo(open);
  }
}
