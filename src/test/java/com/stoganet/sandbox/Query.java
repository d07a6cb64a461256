package com.stoganet.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The query of a request as ASP.NET sees it: names in any case, unknown names ignored. */
public final class Query {
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public Query(String raw) {
    if (raw == null) {
      return;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        String value = equals < 0 ? "" : Percent.decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
  }

  public Set<String> names() {
    return values.keySet();
  }

  /** All values as they were sent. */
  public List<String> raw(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return text(name).isPresent();
  }

  /** The first value, if it is not empty: ASP.NET binds an empty value to null. */
  public Optional<String> text(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst().filter(v -> !v.isEmpty());
  }

  /** Jellyfin: a malformed scalar is a 400 from model binding. */
  public Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            value -> {
              if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw Refusal.invalid(name, value);
              }
              return Boolean.valueOf(value);
            });
  }

  public boolean flag(String name, boolean otherwise) {
    return flag(name).orElse(otherwise);
  }

  public Optional<Integer> number(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return Integer.valueOf(value);
              } catch (NumberFormatException e) {
                throw Refusal.invalid(name, value);
              }
            });
  }

  public Optional<Double> decimal(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return Double.valueOf(value);
              } catch (NumberFormatException e) {
                throw Refusal.invalid(name, value);
              }
            });
  }

  public Optional<String> guid(String name) {
    return text(name)
        .map(value -> Guid.parse(value).orElseThrow(() -> Refusal.invalid(name, value)));
  }

  public Optional<Instant> date(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return value.endsWith("Z")
                    ? Instant.parse(value)
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
              } catch (DateTimeException e) {
                throw Refusal.invalid(name, value);
              }
            });
  }

  /** Entries separated by commas, or the parameter repeated. */
  public List<String> commas(String name) {
    return entries(name, ",");
  }

  /** Genres and the like are separated by a pipe. */
  public List<String> pipes(String name) {
    return entries(name, "\\|");
  }

  /** Jellyfin drops invalid list entries silently, here those that are no identifiers. */
  public List<String> guids(String name) {
    return commas(name).stream().map(Guid::parse).flatMap(Optional::stream).toList();
  }

  /** Likewise for numbers. */
  public List<Integer> numbers(String name) {
    return commas(name).stream().flatMap(Query::numberOrNothing).toList();
  }

  private static Stream<Integer> numberOrNothing(String text) {
    try {
      return Stream.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Stream.empty();
    }
  }

  private List<String> entries(String name, String separator) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(separator, -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
