package com.stoganet.proxy.health;

import java.util.Map;

/** Port: what the proxy serves without, though less well. */
public interface OptionalDependencies {

  /** How each of them is, by the name readiness shows; waits for two seconds at most. */
  Map<String, Dependency.Condition> conditions();
}
