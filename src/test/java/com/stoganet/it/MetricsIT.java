package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Titles;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a monitoring system sees of the streams. */
@BlackBox
class MetricsIT {

  private static final String PATH = "/stream/" + Titles.MOVIE;

  /** Figures of streams are there from the first one on, which may be this. */
  @BeforeEach
  void streamed() throws Exception {
    StreamClient.get(PATH, Proxy.token("demo"), "Range", "bytes=0-0");
    await().until(() -> value("stoganet_streams_open") == 0);
  }

  @Test
  void given_a_stream_when_it_is_over_then_its_bytes_and_its_end_are_counted() throws Exception {
    double bytes = value("stoganet_stream_bytes_total");
    double sent = ended("sent");

    StreamClient.get(PATH, Proxy.token("demo"), "Range", "bytes=0-9999");

    await().until(() -> ended("sent") == sent + 1);
    assertThat(value("stoganet_stream_bytes_total")).isEqualTo(bytes + 10_000);
    await().until(() -> value("stoganet_streams_open") == 0);
    assertThat(value("stoganet_stream_first_byte_seconds_count")).isPositive();
  }

  @Test
  void given_a_backend_that_dies_when_streamed_then_the_cause_is_counted() {
    String token = Proxy.token("demo");
    double failed = ended("backend_failed");
    Proxy.jellyfin()
        .behave(Behaviour.cuttingBodiesAfter(1_000).onlyFor(path -> path.startsWith("/Videos")));

    Assertions.assertThatThrownBy(() -> StreamClient.get(PATH, token))
        .isInstanceOf(IOException.class);

    await().until(() -> ended("backend_failed") == failed + 1);
  }

  private static double ended(String cause) {
    return value("stoganet_streams_ended_total{[^}]*cause=\"" + cause + "\"[^}]*}");
  }

  /** The value of a metric, named by a regular expression that may lack its tags. */
  private static double value(String metric) {
    String all = RestAssured.get("/metrics").asString();
    String tags = metric.contains("{") ? "" : "(?:\\{[^}]*})?";
    Matcher line =
        Pattern.compile("(?m)^" + metric.replace("{[", "\\{[") + tags + " ([0-9.E+-]+)")
            .matcher(all);
    assertThat(line.find()).as(metric + " in " + all).isTrue();
    return Double.parseDouble(line.group(1));
  }
}
