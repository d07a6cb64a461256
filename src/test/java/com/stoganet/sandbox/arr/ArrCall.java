package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Exchange;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Refusal;
import com.sun.net.httpserver.HttpExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One request to a Radarr or Sonarr on its way through an endpoint. */
final class ArrCall extends Exchange {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

  ArrCall(HttpExchange http, RecordedRequest request, Map<String, String> route, long bodyLimit) {
    super(http, request, route, bodyLimit);
  }

  /** ASP.NET: the place in the path takes numbers only; anything else is another path. */
  int id() {
    try {
      return Integer.parseInt(route("id"));
    } catch (NumberFormatException e) {
      throw Refusal.empty(404);
    }
  }

  /** A date with or without a time. */
  Optional<Instant> instant(String name) {
    return query().text(name).map(ArrCall::instantOf);
  }

  private static Instant instantOf(String text) {
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(text);
      } catch (DateTimeException e) {
        continue;
      }
    }
    throw Refusal.problem(400);
  }
}
