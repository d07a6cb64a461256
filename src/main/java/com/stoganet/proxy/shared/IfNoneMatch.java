package com.stoganet.proxy.shared;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags of what a client has already: the header If-None-Match.
 *
 * <p>The comparison is the weak one, as RFC 9110 has it for this header.
 */
public final class IfNoneMatch {

  private static final String ANY = "*";
  private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

  private final Set<String> tags;
  private final boolean any;

  private IfNoneMatch(Set<String> tags, boolean any) {
    this.tags = tags;
    this.any = any;
  }

  /** Reads all headers of this name, as a servlet request gives them. */
  public static IfNoneMatch of(Enumeration<String> headers) {
    Set<String> tags = new HashSet<>();
    boolean any = false;
    for (String header : Collections.list(headers)) {
      any |= ANY.equals(header.strip());
      Matcher matcher = TAG.matcher(header);
      while (matcher.find()) {
        tags.add(matcher.group());
      }
    }
    return new IfNoneMatch(tags, any);
  }

  /** Whether the client has what this tag names, which is written with its quotes. */
  public boolean contain(String tag) {
    return any || tags.contains(tag);
  }
}
