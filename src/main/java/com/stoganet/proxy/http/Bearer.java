package com.stoganet.proxy.http;

import jakarta.servlet.http.HttpServletRequest;

/** Reads the token of an Authorization header. */
final class Bearer {

  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /** The token as the client sent it, unverified; null when there is none. */
  static String token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer ? header.substring(SCHEME.length()).strip() : null;
  }
}
