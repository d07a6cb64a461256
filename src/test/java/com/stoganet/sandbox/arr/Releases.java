package com.stoganet.sandbox.arr;

/** Names of releases as they are usual. */
final class Releases {
  private Releases() {}

  static String of(String what) {
    return what.replaceAll("[^\\p{L}\\d]+", ".") + ".1080p.WEB-DL.DDP5.1.H.264-INVENTED";
  }
}
