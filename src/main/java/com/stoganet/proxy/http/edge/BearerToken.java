package com.stoganet.proxy.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Reads the token of the Authorization header. */
final class BearerToken {

  /** In exactly this spelling: neither container verifies a token behind any other. */
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** The token as the client sent it, unverified; null when there is none, or more than one. */
  static String token(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.size() != 1) {
      return null;
    }
    String header = headers.get(0);
    return header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : null;
  }
}
