package com.stoganet.proxy.http;

import java.util.Set;

/** The paths that need no token; a test holds them against {@code security: []} in the spec. */
final class PublicPaths {

  static final String LIVENESS = "/healthz";

  static final Set<String> ALL =
      Set.of(
          LIVENESS,
          "/auth/login",
          "/auth/refresh",
          "/auth/quick-connect/start",
          "/auth/quick-connect/poll");

  private PublicPaths() {}

  static boolean contains(String path) {
    return ALL.contains(path);
  }
}
