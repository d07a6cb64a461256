package com.stoganet.proxy.ops;

import java.util.Optional;

/** Port: something the proxy cannot serve without. */
public interface Dependency {

  /** As readiness names it. */
  String name();

  /** What is wrong with it, free of hosts and secrets; empty when it works. */
  Optional<String> problem();
}
