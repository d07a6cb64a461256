package com.stoganet.proxy.health;

import java.util.Map;
import java.util.Optional;

/** Port: something the proxy cannot serve without. */
public interface Dependency {

  /** As readiness names it. */
  String name();

  /** How it is now. */
  Condition condition();

  /**
   * How a dependency is; free of hosts and secrets.
   *
   * @param problem what is wrong with it; empty when it works
   * @param serving whether the proxy can serve in spite of a problem
   * @param facts what else an administrator wants to know, by name
   */
  record Condition(Optional<String> problem, boolean serving, Map<String, String> facts) {

    public static Condition ok() {
      return ok(Map.of());
    }

    public static Condition ok(Map<String, String> facts) {
      return new Condition(Optional.empty(), true, facts);
    }

    public static Condition problem(String problem) {
      return new Condition(Optional.of(problem), false, Map.of());
    }

    /** A problem with which the proxy serves, though less well. */
    public static Condition warning(String problem, Map<String, String> facts) {
      return new Condition(Optional.of(problem), true, facts);
    }
  }
}
