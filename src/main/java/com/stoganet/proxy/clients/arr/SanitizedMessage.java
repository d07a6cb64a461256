package com.stoganet.proxy.clients.arr;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of Radarr or Sonarr without private parts: paths are cut to their last name, addresses
 * are removed.
 */
final class SanitizedMessage {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-zA-Z][a-zA-Z0-9+.-]{1,19}://\\S+"
              + "|\\b[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?::[0-9]{1,5})?\\b"
              + "|\\b(?:localhost|[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*):[0-9]{4,5}\\b");

  /** Matches up to the last separator, since names of folders may contain blanks. */
  private static final Pattern FOLDERS =
      Pattern.compile(
          "(?<![\\w.)\\]])(?:/(?:[^/\\v]++/)*+|(?:[a-zA-Z]:\\\\|\\\\\\\\)(?:[^\\\\\\v]++\\\\)*+)");

  private SanitizedMessage() {}

  static String of(String message) {
    String local = ADDRESS.matcher(message).replaceAll("\u2026");
    return FOLDERS.matcher(local).replaceAll(found -> name(found, local)).strip();
  }

  /** The name of the folder when the path ends with a folder. */
  private static String name(MatchResult found, String message) {
    boolean ends = found.end() == message.length() || !nameGoesOn(message.charAt(found.end()));
    if (!ends) {
      return "";
    }
    String[] names = found.group().split("[/\\\\]+", -1);
    return names.length < 2 ? "" : Matcher.quoteReplacement(names[names.length - 2]);
  }

  private static boolean nameGoesOn(char next) {
    return !Character.isWhitespace(next) && "'\"),;".indexOf(next) < 0;
  }
}
