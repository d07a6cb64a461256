package com.stoganet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void given_hundredLatencies_when_askedForPercentiles_then_theyAreThoseOfThatRank() {
    long[] nanos = LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000).toArray();
    Latencies latencies = new Latencies(nanos, 0);
    assertThat(latencies.percentile(50)).isEqualTo(50);
    assertThat(latencies.percentile(99)).isEqualTo(99);
    assertThat(latencies.percentile(100)).isEqualTo(100);
    assertThat(latencies.summary()).isEqualTo("p50 50.0, p95 95.0, p99 99.0 ms (100 requests)");
  }

  @Test
  void given_twoRuns_when_putTogether_then_latenciesAndFailuresAddUp() {
    Latencies fast = new Latencies(new long[] {1_000_000, 1_000_000}, 0);
    Latencies slow = new Latencies(new long[] {9_000_000, 9_000_000}, 1);
    Latencies both = Latencies.of(List.of(slow, fast));
    assertThat(both.percentile(50)).isEqualTo(1);
    assertThat(both.percentile(75)).isEqualTo(9);
    assertThat(both.failures()).isEqualTo(1);
  }
}
