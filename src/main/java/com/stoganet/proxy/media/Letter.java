package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The letter a title stands under in an alphabet to jump by.
 *
 * @param codePoint in upper case, without accents; {@link #OTHER} for whatever is no letter
 */
public record Letter(int codePoint) {

  static final int OTHER = '#';

  /**
   * Reads one letter or #; null stays null.
   *
   * @throws ApiException validation_failed for anything else
   */
  public static Letter parse(String text) {
    if (text == null) {
      return null;
    }
    boolean one = text.codePointCount(0, text.length()) == 1;
    if (!one || (text.codePointAt(0) != OTHER && !Character.isLetter(text.codePointAt(0)))) {
      throw ApiException.invalid("letter", "letter must be one letter, or # for everything else.");
    }
    return of(text);
  }

  static Letter of(String sortName) {
    String plain = Normalizer.normalize(firstOf(sortName), Normalizer.Form.NFD);
    int first = plain.isEmpty() ? OTHER : plain.toUpperCase(Locale.ROOT).codePointAt(0);
    return new Letter(Character.isLetter(first) ? first : OTHER);
  }

  private static String firstOf(String text) {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
