package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Guid;
import java.util.Locale;

/** Download ids as qBittorrent's come out of both programs: 40 upper-case hexadecimal digits. */
public final class Hashes {
  private Hashes() {}

  /** The same text always gives the same id. */
  public static String of(String seed) {
    return (Guid.of(seed) + Guid.of("more/" + seed)).substring(0, 40).toUpperCase(Locale.ROOT);
  }
}
