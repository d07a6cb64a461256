package com.stoganet.proxy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.stream.Conditions.Verdict;
import com.stoganet.proxy.stream.MediaSource.FileFacts;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

  private static final String THEN = "Fri, 02 Jan 2026 03:04:05 GMT";
  private static final String BEFORE = "Fri, 02 Jan 2026 03:04:04 GMT";
  private static final String LATER = "Fri, 02 Jan 2026 03:04:06 GMT";
  private static final JellyfinId ID = new JellyfinId(1, 2);
  private static final MediaFile FILE =
      new MediaFile(ID, ID, "mkv", false, Optional.empty(), List.of());
  private static final Validators NOW =
      Validators.of(
          FILE, new FileFacts(100, Instant.parse("2026-01-02T03:04:05Z"), "video/mp4", true));
  private static final Validators DATELESS =
      Validators.of(FILE, new FileFacts(100, null, "video/mp4", true));

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, TAG, NOT_MODIFIED",
    "If-None-Match, *, NOT_MODIFIED",
    "If-None-Match, W/TAG, NOT_MODIFIED",
    "If-None-Match, OTHER, SEND",
    "If-Modified-Since, BEFORE, SEND",
    "If-Modified-Since, THEN, NOT_MODIFIED",
    "If-Modified-Since, LATER, NOT_MODIFIED",
    "If-Modified-Since, nonsense, SEND",
    "If-Match, TAG, SEND",
    "If-Match, *, SEND",
    "If-Match, W/TAG, FAILED",
    "If-Match, OTHER, FAILED",
    "If-Unmodified-Since, BEFORE, FAILED",
    "If-Unmodified-Since, THEN, SEND",
    "If-Unmodified-Since, nonsense, SEND"
  })
  void given_a_condition_when_judged_then_rfc_9110_says_so(
      String header, String value, Verdict verdict) {
    assertThat(conditions(header, value).judge(NOW)).isEqualTo(verdict);
  }

  @Test
  void given_several_conditions_when_judged_then_tags_beat_dates_and_failure_beats_all() {
    assertThat(conditions("If-None-Match", "OTHER", "If-Modified-Since", "THEN").judge(NOW))
        .isEqualTo(Verdict.SEND);
    assertThat(conditions("If-Match", "TAG", "If-Unmodified-Since", "BEFORE").judge(NOW))
        .isEqualTo(Verdict.SEND);
    assertThat(conditions("If-Match", "OTHER", "If-None-Match", "TAG").judge(NOW))
        .isEqualTo(Verdict.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "TAG, true",
    "THEN, true",
    "W/TAG, false",
    "OTHER, false",
    "BEFORE, false",
    "LATER, false",
    "nonsense, false"
  })
  void given_if_range_when_judged_then_only_the_very_same_file_holds(String value, boolean holds) {
    assertThat(conditions("If-Range", value).rangeHolds(NOW)).isEqualTo(holds);
  }

  @Test
  void given_a_file_without_a_date_when_judged_then_no_condition_holds_by_accident() {
    assertThat(DATELESS.etag()).isEmpty();
    assertThat(conditions("If-Range", "").rangeHolds(DATELESS)).isFalse();
    assertThat(conditions("If-None-Match", "\"\"").judge(DATELESS)).isEqualTo(Verdict.SEND);
    assertThat(conditions("If-Match", "").judge(DATELESS)).isEqualTo(Verdict.FAILED);
    assertThat(conditions("If-Modified-Since", "LATER").judge(DATELESS)).isEqualTo(Verdict.SEND);
  }

  @Test
  void given_no_condition_when_asked_then_there_is_none() {
    assertThat(conditions().any()).isFalse();
    assertThat(conditions("Range", "bytes=0-1").any()).isFalse();
    assertThat(conditions("If-Range", "TAG").any()).isTrue();
    assertThat(conditions().rangeHolds(NOW)).isTrue();
  }

  @Test
  void given_another_state_of_a_file_when_tagged_then_it_is_another_tag() {
    FileFacts longer = new FileFacts(101, NOW.modified(), "video/mp4", true);
    FileFacts newer = new FileFacts(100, NOW.modified().plusSeconds(1), "video/mp4", true);
    MediaFile other =
        new MediaFile(ID, new JellyfinId(1, 3), "mkv", false, Optional.empty(), List.of());

    assertThat(
            List.of(
                NOW.etag(),
                Validators.of(FILE, longer).etag(),
                Validators.of(FILE, newer).etag(),
                Validators.of(other, longer).etag()))
        .doesNotHaveDuplicates();
  }

  private static Conditions conditions(String... headers) {
    Map<String, String> sent = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      sent.put(headers[i], value(headers[i + 1]));
    }
    return new Conditions(
        (HttpServletRequest)
            Proxy.newProxyInstance(
                ConditionsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                  String found = sent.get((String) arguments[0]);
                  return "getHeaders".equals(method.getName())
                      ? Collections.enumeration(found == null ? List.of() : List.of(found))
                      : found;
                }));
  }

  private static String value(String name) {
    return switch (name) {
      case "TAG" -> NOW.etag();
      case "W/TAG" -> "W/" + NOW.etag();
      case "OTHER" -> "\"other\"";
      case "THEN" -> THEN;
      case "BEFORE" -> BEFORE;
      case "LATER" -> LATER;
      default -> name;
    };
  }
}
