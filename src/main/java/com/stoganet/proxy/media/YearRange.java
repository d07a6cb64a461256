package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The years from first to last, both included. */
public record YearRange(int first, int last) {

  public static final YearRange ALL = new YearRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final Pattern ONE = Pattern.compile("[0-9]{4}");
  private static final Pattern RANGE = Pattern.compile("([0-9]{4})?-([0-9]{4})?");

  /**
   * Reads 1999, 1990-1999, 1990- or -1999; null stands for all years.
   *
   * @throws ApiException validation_failed for anything else
   */
  public static YearRange parse(String text) {
    if (text == null) {
      return ALL;
    }
    if (ONE.matcher(text).matches()) {
      return new YearRange(Integer.parseInt(text), Integer.parseInt(text));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches() && text.length() > 1) {
      int first = range.group(1) == null ? ALL.first : Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? ALL.last : Integer.parseInt(range.group(2));
      if (first <= last) {
        return new YearRange(first, last);
      }
    }
    throw ApiException.invalid("year", "year must be like 1999, 1990-1999, 1990- or -1999.");
  }

  /** Whether the year is one of them; 0 stands for an unknown year, which is in no real range. */
  boolean contains(int year) {
    return equals(ALL) || (year != 0 && first <= year && year <= last);
  }
}
