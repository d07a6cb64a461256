package com.stoganet.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.api.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** The apps of the original work unchanged: same paths, names and types. */
class CompatibilityTest {

  private static final Path ORIGINAL =
      Path.of("src/test/resources/contracts/stoganet-openapi.yaml");

  @Test
  void given_the_contract_of_the_original_when_compared_then_ours_is_backward_compatible()
      throws IOException {
    // It says 3.1 but is written in the words of 3.0 (nullable), which the comparison takes
    // at its word: then every type of the one differs from every type of the other.
    String original = Files.readString(ORIGINAL).replace("openapi: 3.1.0", "openapi: 3.0.3");

    ChangedOpenApi difference =
        OpenApiCompare.fromContents(original, Files.readString(Path.of("api/openapi.yaml")));

    assertThat(difference.getMissingEndpoints()).isEmpty();
    assertThat(difference.getChangedOperations())
        .isNotEmpty()
        .filteredOn(operation -> operation.isIncompatible())
        .extracting(operation -> operation.getHttpMethod() + " " + operation.getPathUrl())
        .isEmpty();
    assertThat(difference.isIncompatible()).isFalse();
  }

  @Test
  void given_the_error_codes_when_compared_then_contract_and_program_have_the_same() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::toString))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(com.stoganet.proxy.shared.ErrorCode.values())
                .map(com.stoganet.proxy.shared.ErrorCode::text)
                .toList());
  }
}
