package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTest {
  private static final String MOVIE = "/Videos/" + Titles.MOVIE + "/stream.mp4?static=true";
  private static final long SIZE = SampleVideo.INSTANCE.length();

  private static SandboxJellyfin jellyfin;
  private static SandboxClient anonymous;

  @BeforeAll
  static void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    anonymous = SandboxClient.anonymous(jellyfin);
  }

  @AfterAll
  static void stop() {
    jellyfin.close();
  }

  @Test
  void servesAnybodyEvenHiddenTitles() {
    Answer answer =
        anonymous.get("/Videos/" + Titles.MOVIE_HIDDEN_FROM_KID + "/stream.mp4?static=true");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).hasSize((int) SIZE);
    assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("Last-Modified")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
    assertThat(answer.header("ETag")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 206, 1",
    "bytes=10-19, 206, 10",
    "bytes=-100, 206, 100",
    "'bytes=0-1,4-5', 200, 967884",
    "bytes=9-5, 200, 967884",
    "bytes=x-5, 200, 967884",
    "items=0-5, 206, 6",
    "bytes=967880-9223372036854775807, 206, 4",
    "bytes=967880-9223372036854775808, 200, 967884",
    "bytes=999999999-, 416, 0",
    "bytes=-0, 416, 0"
  })
  void followsTheRangeRules(String range, int status, int length) {
    Answer answer = anonymous.get(MOVIE, "Range", range);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.bytes()).hasSize(length);
    if (status == 416) {
      assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + SIZE);
    }
  }

  @Test
  void answersHeadWithoutABody() {
    Answer head = anonymous.send("HEAD", MOVIE, null, "Range", "bytes=5-9");
    assertThat(head.status()).isEqualTo(206);
    assertThat(head.header("Content-Length")).isEqualTo("5");
    assertThat(head.header("Content-Range")).isEqualTo("bytes 5-9/" + SIZE);
  }

  @Test
  void followsTheConditions() {
    String modified = "Fri, 02 Jan 2026 03:04:05 GMT";
    String before = "Thu, 01 Jan 2026 00:00:00 GMT";
    assertThat(anonymous.get(MOVIE, "If-Modified-Since", modified).status()).isEqualTo(304);
    assertThat(anonymous.get(MOVIE, "If-Modified-Since", before).status()).isEqualTo(200);
    assertThat(anonymous.get(MOVIE, "If-Unmodified-Since", before).status()).isEqualTo(412);
    String[] range = {"Range", "bytes=0-9", "If-Range", modified};
    assertThat(anonymous.get(MOVIE, range).status()).isEqualTo(206);
    range[3] = before;
    assertThat(anonymous.get(MOVIE, range).status()).isEqualTo(200);
    range[3] = "\"an-etag\"";
    assertThat(anonymous.get(MOVIE, range).status()).isEqualTo(206);
  }

  @Test
  void findsTheVersionByItsSourceId() {
    String path = "/Videos/" + Titles.MOVIE_TWO_VERSIONS + "/stream?static=true&mediaSourceId=";
    assertThat(head(path + Titles.SECOND_VERSION).status()).isEqualTo(200);
    assertThat(head(path + Titles.SECOND_VERSION).header("Content-Type")).isEqualTo("video/mp4");
    assertThat(head(path + Guid.dashed(Titles.SECOND_VERSION)).status()).isEqualTo(400);
    assertThat(head(path + Guid.random()).status()).isEqualTo(400);
    assertThat(head(path + "nonsense").status()).isEqualTo(500);
    assertThat(head("/Videos/nonsense/stream?static=true").status()).isEqualTo(400);
    assertThat(head("/Videos/" + Guid.random() + "/stream?static=true").status()).isEqualTo(404);
  }

  @Test
  void transcodesWithoutStatic() {
    Answer answer =
        anonymous.get("/Videos/" + Titles.MOVIE_SHORT + "/stream.mp4", "Range", "bytes=0-9");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Accept-Ranges")).isEqualTo("none");
    assertThat(answer.header("Content-Length")).isNull();
    assertThat(jellyfin.violations()).anyMatch(text -> text.contains("ffmpeg"));
  }

  @Test
  void servesTheSyntheticFileFromAnyOffset() {
    String path = "/Videos/" + Titles.MOVIE_BIG_FILE + "/stream.mkv?static=true";
    long offset = SyntheticFile.LENGTH - 3_000_000;
    Answer tail = anonymous.get(path, "Range", "bytes=" + offset + "-");
    byte[] expected = new byte[3_000_000];
    SyntheticFile.read(offset, expected);
    assertThat(tail.bytes()).isEqualTo(expected);
    assertThat(expected[17]).isEqualTo(SyntheticFile.byteAt(offset + 17));
    assertThat(head(path).header("Content-Length")).isEqualTo("629145600");
  }

  @Test
  void checksAccessOnlyForTheFileRoute() {
    String file = "/Items/" + Titles.MOVIE_HIDDEN_FROM_KID + "/File";
    assertThat(anonymous.get(file).status()).isEqualTo(401);
    assertThat(SandboxClient.as(jellyfin, "kid").get(file).status()).isEqualTo(404);
    SandboxClient demo = SandboxClient.as(jellyfin, "demo");
    assertThat(demo.get(file, "Range", "bytes=0-9").status()).isEqualTo(206);
    assertThat(demo.send("HEAD", file, null).status()).isEqualTo(405);
  }

  private static Answer head(String path) {
    return anonymous.send("HEAD", path, null);
  }
}
