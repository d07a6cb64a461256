package com.stoganet.it;

import static com.stoganet.it.StreamClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.NginxFront;
import com.stoganet.launch.Requirement;
import com.stoganet.sandbox.SyntheticFile;
import com.stoganet.sandbox.Titles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of random ranges, each compared with the file byte by byte. */
@BlackBox
class RangesIT {

  private static final int REQUESTS = 3_000;
  private static final int THROUGH_NGINX = 1_000;
  private static final long SIZE = SyntheticFile.LENGTH;
  private static final String PATH = "/stream/" + Titles.MOVIE_BIG_FILE;

  /** A request and the bytes that it must get; none for 416. */
  private record Wanted(String range, String ifRange, long first, long length) {}

  @Test
  void given_random_ranges_when_asked_then_exactly_these_bytes_come() throws Exception {
    long seed = System.nanoTime();
    check("", seed, REQUESTS);
  }

  @Test
  void given_nginx_in_front_when_asked_then_the_same_bytes_come() throws Exception {
    Requirement.NGINX.assumeInstalled();
    try (NginxFront nginx = NginxFront.before(Proxy.currentPort())) {
      check(nginx.url(), System.nanoTime(), THROUGH_NGINX);
    }
  }

  private static void check(String base, long seed, int count) throws Exception {
    String token = Proxy.token("demo");
    HttpResponse<byte[]> probe = StreamClient.head(base + PATH, token);
    String tag = header(probe, "ETag");
    String date = header(probe, "Last-Modified");
    assertThat(tag).matches("\"[0-9a-f-]{34,80}\"");
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      Wanted wanted = random(random, tag, date);
      List<String> headers = new ArrayList<>(List.of("Range", wanted.range()));
      if (wanted.ifRange() != null) {
        headers.addAll(List.of("If-Range", wanted.ifRange()));
      }
      HttpResponse<byte[]> answer =
          StreamClient.get(base + PATH, token, headers.toArray(String[]::new));
      String what = "seed " + seed + ", request " + i + ": " + wanted;
      if (wanted.length() == 0) {
        assertThat(answer.statusCode()).as(what).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).as(what).isEqualTo("bytes */" + SIZE);
        continue;
      }
      assertThat(answer.statusCode()).as(what).isEqualTo(206);
      assertThat(header(answer, "Content-Length")).as(what).isEqualTo("" + wanted.length());
      assertThat(header(answer, "Content-Range"))
          .as(what)
          .isEqualTo(
              "bytes %d-%d/%d"
                  .formatted(wanted.first(), wanted.first() + wanted.length() - 1, SIZE));
      byte[] expected = new byte[(int) wanted.length()];
      SyntheticFile.read(wanted.first(), expected);
      assertThat(java.util.Arrays.mismatch(answer.body(), expected)).as(what).isEqualTo(-1);
    }
  }

  private static Wanted random(Random random, String tag, String date) {
    String[] conditions = {null, null, tag, date};
    String ifRange = conditions[random.nextInt(conditions.length)];
    // Mostly short, since each byte is compared, with some that are many buffers long.
    int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 3_000_000 : 70_000);
    switch (random.nextInt(6)) {
      case 0:
        return new Wanted("bytes=-" + length, ifRange, SIZE - length, length);
      case 1:
        return new Wanted("bytes=" + (SIZE - length) + "-", ifRange, SIZE - length, length);
      case 2:
        return new Wanted(
            "bytes=" + (SIZE - length) + "-" + (SIZE + random.nextInt(1_000)),
            ifRange,
            SIZE - length,
            length);
      case 3:
        long behind = SIZE + random.nextInt(10_000_000);
        return new Wanted(
            "bytes=" + behind + (random.nextBoolean() ? "-" : "-" + behind), ifRange, 0, 0);
      default:
        long first = (long) (random.nextDouble() * (SIZE - length));
        return new Wanted("bytes=" + first + "-" + (first + length - 1), ifRange, first, length);
    }
  }
}
