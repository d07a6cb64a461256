package com.stoganet.proxy.persistence;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the seasons and episodes of a request, always in the same order, so that they compare. */
final class RequestedScopeText {

  private static final String COMMA = ",";

  private RequestedScopeText() {}

  static String seasons(RequestedScope scope) {
    return scope.seasons().stream()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(COMMA));
  }

  static String episodes(RequestedScope scope) {
    return scope.episodes().stream()
        .sorted()
        .map(each -> each.season() + "x" + each.number())
        .collect(Collectors.joining(COMMA));
  }

  static Set<Integer> seasons(String text) {
    return parts(text, Integer::valueOf);
  }

  static Set<EpisodeNumber> episodes(String text) {
    return parts(text, RequestedScopeText::episode);
  }

  private static EpisodeNumber episode(String text) {
    int cross = text.indexOf('x');
    return new EpisodeNumber(
        Integer.parseInt(text.substring(0, cross)), Integer.parseInt(text.substring(cross + 1)));
  }

  private static <T> Set<T> parts(String text, Function<String, T> read) {
    return Arrays.stream(text.split(COMMA, -1))
        .filter(part -> !part.isEmpty())
        .map(read)
        .collect(Collectors.toUnmodifiableSet());
  }
}
