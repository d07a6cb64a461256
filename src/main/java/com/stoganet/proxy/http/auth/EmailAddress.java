package com.stoganet.proxy.http.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes valid email addresses of user names: no mail is ever sent there, but apps check them. */
final class EmailAddress {

  private static final String DOMAIN = "@jellyfin.local";

  /** RFC 5321: the longest part before the at sign. */
  private static final int LONGEST = 64;

  private EmailAddress() {}

  /**
   * The address of a user: the name in lower case, in which everything but ASCII letters, digits,
   * {@code -}, {@code _}, {@code +} and dots between them is percent-encoded.
   *
   * @param id takes the place of a name that is too long
   */
  static String of(String name, String id) {
    String encoded =
        URLEncoder.encode(name.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("%2B", "+")
            .replace("*", "%2A")
            .replaceAll("^\\.|\\.$|(?<=\\.)\\.", "%2E");
    boolean fits = !encoded.isEmpty() && encoded.length() <= LONGEST;
    return (fits ? encoded : id) + DOMAIN;
  }
}
