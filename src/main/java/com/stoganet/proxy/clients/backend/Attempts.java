package com.stoganet.proxy.clients.backend;

import java.util.function.Supplier;

/** How often an exchange with a backend is tried, and whether a circuit may prevent it. */
@FunctionalInterface
public interface Attempts {

  /** Once, even while the circuit is open. */
  Attempts DIRECT = Supplier::get;

  <T> T make(Supplier<T> exchange);
}
