package com.stoganet.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RequirementTest {

  private static final String WHAT = "chromium not found";

  @Test
  void given_an_optional_program_when_it_is_missing_then_the_test_is_skipped() {
    assertThatThrownBy(() -> Requirement.BROWSER.skipOrFail("optional", WHAT))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("not checked: pages in a real browser: " + WHAT);
  }

  @Test
  void given_a_required_program_when_it_is_missing_then_the_test_fails() {
    assertThatThrownBy(() -> Requirement.BROWSER.skipOrFail("required", WHAT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(WHAT)
        .hasMessageContaining("it.browser=required");
  }

  @Test
  void given_a_misspelt_mode_when_a_program_is_missing_then_the_test_fails() {
    assertThatThrownBy(() -> Requirement.CONTRACTS.skipOrFail("require", WHAT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it.contracts");
  }
}
