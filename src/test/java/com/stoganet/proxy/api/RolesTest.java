package com.stoganet.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The extension of the contract that says who may call an operation; EveryOperationIT tries it. */
class RolesTest {

  private static final String ROLES = "x-roles";

  private final List<Operation> operations =
      new OpenAPIV3Parser()
          .read("api/openapi.yaml").getPaths().values().stream()
              .map(PathItem::readOperations)
              .flatMap(List::stream)
              .toList();

  @Test
  void given_the_contract_when_operations_are_extended_then_by_known_roles_only() {
    Map<String, Map<String, Object>> extended =
        operations.stream()
            .filter(operation -> !extensions(operation).isEmpty())
            .collect(Collectors.toMap(Operation::getOperationId, RolesTest::extensions));

    assertThat(extended).isNotEmpty();
    assertThat(extended.values())
        .allSatisfy(
            extensions ->
                assertThat(extensions).isEqualTo(Map.of(ROLES, List.of("administrator"))));
  }

  @Test
  void given_an_operation_with_roles_when_read_then_it_needs_a_token_and_tells_of_the_refusal() {
    assertThat(operations)
        .filteredOn(operation -> extensions(operation).containsKey(ROLES))
        .isNotEmpty()
        .allSatisfy(operation -> assertThat(operation.getSecurity()).isNull())
        .allSatisfy(operation -> assertThat(operation.getResponses()).containsKey("403"));
  }

  private static Map<String, Object> extensions(Operation operation) {
    return Optional.ofNullable(operation.getExtensions()).orElse(Map.of());
  }
}
