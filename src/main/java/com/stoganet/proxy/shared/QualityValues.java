package com.stoganet.proxy.shared;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a client takes, and how much it likes it: a header such as Accept or Accept-Encoding.
 *
 * <p>Names are exact: the caller decides what {@code *} means.
 */
public final class QualityValues {

  private static final String WEIGHT = "q=";

  private final Map<String, Double> weights;

  private QualityValues(Map<String, Double> weights) {
    this.weights = weights;
  }

  /** Reads all headers of one name, as a servlet request gives them. */
  public static QualityValues of(Enumeration<String> headers) {
    Map<String, Double> weights = new HashMap<>();
    for (String header : Collections.list(headers)) {
      for (String element : header.split(",", -1)) {
        String[] parts = element.split(";", -1);
        weights.put(parts[0].strip().toLowerCase(Locale.ROOT), weight(parts));
      }
    }
    return new QualityValues(weights);
  }

  /** From 0, which is a refusal, to 1; empty when the name is not mentioned. */
  public OptionalDouble weight(String name) {
    Double weight = weights.get(name);
    return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
  }

  /** Whether the name is mentioned, and not to refuse it. */
  public boolean accepts(String name) {
    return weight(name).orElse(0) > 0;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith(WEIGHT)) {
        return number(parameter.substring(WEIGHT.length()));
      }
    }
    return 1;
  }

  /** Treats an invalid weight as a refusal: the plain response is safe, another one may not be. */
  private static double number(String text) {
    try {
      double weight = Double.parseDouble(text);
      return weight >= 0 && weight <= 1 ? weight : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
