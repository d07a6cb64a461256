package com.stoganet.proxy.stream;

import com.stoganet.proxy.shared.IfNoneMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request makes its answer depend on (RFC 9110, section 13). */
final class Conditions {

  /** What a condition makes of an answer. */
  enum Verdict {
    SEND,
    NOT_MODIFIED,
    FAILED
  }

  private static final List<String> HEADERS =
      List.of("If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since", "If-Range");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final HttpServletRequest request;

  Conditions(HttpServletRequest request) {
    this.request = request;
  }

  /** Whether the request has a conditional header. */
  boolean any() {
    return HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
  }

  /** Follows the order of RFC 9110: 412 takes precedence over 304. */
  Verdict judge(Validators file) {
    if (request.getHeader("If-Match") != null) {
      if (!matches(file)) {
        return Verdict.FAILED;
      }
    } else if (date("If-Unmodified-Since").filter(file::newerThan).isPresent()) {
      return Verdict.FAILED;
    }
    if (request.getHeader("If-None-Match") != null) {
      return IfNoneMatch.of(request.getHeaders("If-None-Match")).contain(file.etag())
          ? Verdict.NOT_MODIFIED
          : Verdict.SEND;
    }
    Optional<Instant> since = date("If-Modified-Since");
    return file.modified() != null && since.isPresent() && !file.newerThan(since.get())
        ? Verdict.NOT_MODIFIED
        : Verdict.SEND;
  }

  /** Whether a range may be sent; otherwise the client's part belongs to another file. */
  boolean rangeHolds(Validators file) {
    String validator = request.getHeader("If-Range");
    return validator == null
        || (validator.equals(file.etag()) && !validator.isEmpty())
        || date("If-Range").filter(date -> date.equals(file.modified())).isPresent();
  }

  /** The strong comparison, for which a weak tag equals nothing. */
  private boolean matches(Validators file) {
    return Collections.list(request.getHeaders("If-Match")).stream()
        .flatMap(COMMA::splitAsStream)
        .map(String::strip)
        .anyMatch(tag -> "*".equals(tag) || (tag.equals(file.etag()) && !tag.isEmpty()));
  }

  private Optional<Instant> date(String name) {
    return HttpDates.parse(request.getHeader(name));
  }
}
