package com.stoganet.proxy.clients.arr;

import java.util.List;
import java.util.Objects;

/** Reads what may be missing: Radarr and Sonarr leave out every null. */
final class Absent {

  private static final double BEST_RATING = 10;

  private Absent() {}

  static String text(String value) {
    return value == null ? "" : value.strip();
  }

  static int number(Integer value) {
    return value == null ? 0 : value;
  }

  static boolean truth(Boolean value) {
    return value != null && value;
  }

  static <T> List<T> list(List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  /** A rating from 0 to 10; a value outside is set to the nearest limit. */
  static float rating(Double value) {
    return value == null ? 0 : (float) Math.max(0, Math.min(BEST_RATING, value));
  }
}
