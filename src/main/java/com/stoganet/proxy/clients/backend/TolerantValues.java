package com.stoganet.proxy.clients.backend;

import java.lang.reflect.Type;
import java.math.BigDecimal;

/** Text, numbers and flags as the type of a field wants them; null when they do not fit. */
final class TolerantValues {

  /** Longer numbers do not fit any field. */
  private static final int DIGITS = 40;

  private TolerantValues() {}

  /** A number or a flag may come as text. */
  static Object ofText(String text, Type type) {
    if (type == String.class) {
      return text;
    }
    if (type == Boolean.class || type == boolean.class) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
    return ofNumber(text, type);
  }

  /** A number that is out of the range of the field, or not whole where it must be, is absent. */
  static Object ofNumber(String number, Type type) {
    if (type == String.class) {
      return number;
    }
    if (number.length() > DIGITS) {
      return null;
    }
    try {
      if (type == Integer.class || type == int.class) {
        return new BigDecimal(number).intValueExact();
      }
      if (type == Long.class || type == long.class) {
        return new BigDecimal(number).longValueExact();
      }
      if (type == Double.class || type == double.class) {
        double value = new BigDecimal(number).doubleValue();
        return Double.isFinite(value) ? value : null;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
    return null;
  }

  static Object ofFlag(boolean flag, Type type) {
    if (type == String.class) {
      return Boolean.toString(flag);
    }
    return type == Boolean.class || type == boolean.class ? flag : null;
  }
}
