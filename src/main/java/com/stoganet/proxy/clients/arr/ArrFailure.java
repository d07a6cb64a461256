package com.stoganet.proxy.clients.arr;

import java.util.List;
import java.util.Set;

/** An answer of Radarr or Sonarr that is not a success. */
final class ArrFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not to be mistaken for QualityProfileExistsValidator, which says that there is none. */
  private static final Set<String> EXISTS = Set.of("MovieExistsValidator", "SeriesExistsValidator");

  /**
   * A rule that the request broke.
   *
   * @param property in Pascal case, such as TmdbId
   * @param code the class of the rule; empty for what was found out later than by a rule
   */
  record Violation(String property, String code) {}

  private final int status;
  private final transient List<Violation> violations;

  /** Of the answer nothing else is kept: its texts name hosts, paths and lines of code. */
  ArrFailure(int status, List<Violation> violations) {
    super("answered " + status + (violations.isEmpty() ? "" : " " + violations));
    this.status = status;
    this.violations = violations;
  }

  int status() {
    return status;
  }

  /**
   * Whether what was to be added is there already: said by a rule, or by the database when two add
   * the same at the same time.
   */
  boolean existsAlready() {
    return status == 409
        || violations.stream().anyMatch(violation -> EXISTS.contains(violation.code()));
  }

  /** Whether one of these properties is not liked. */
  boolean concerns(String... properties) {
    return violations.stream()
        .anyMatch(violation -> List.of(properties).contains(violation.property()));
  }
}
