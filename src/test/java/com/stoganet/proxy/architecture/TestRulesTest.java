package com.stoganet.proxy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How tests are written. */
@AnalyzeClasses(packages = "com.stoganet")
class TestRulesTest {

  @ArchTest
  static final ArchRule assertions_are_assertj =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.junit.jupiter.api.Assertions");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule nothing_is_switched_off =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.junit.jupiter.api.Disabled");

  /** So that no test is skipped without a line of output, or where a run requires it. */
  @ArchTest
  static final ArchRule requirements_alone_skip_tests =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.stoganet.launch")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.(junit\\.jupiter\\.api|assertj\\.core\\.api)\\.(Assumptions|condition\\..*)"
                  + "|org\\.opentest4j\\.TestAbortedException");
}
