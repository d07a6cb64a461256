package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PicturesAndTextTest {
  private static final String IMAGES = "/Items/" + Titles.MOVIE + "/Images";
  private static final String SUBTITLES =
      "/Videos/" + Titles.MOVIE + "/" + Titles.MOVIE + "/Subtitles/";

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
  void paintsPostersOfTheSizeAskedFor() throws IOException {
    Answer poster = anonymous.get(IMAGES + "/Primary?maxWidth=120");
    assertThat(poster.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(ImageIO.read(new ByteArrayInputStream(poster.bytes())).getWidth()).isEqualTo(120);
    assertThat(poster.header("Cache-Control")).isEqualTo("public");
    assertThat(poster.header("ETag")).isNull();
  }

  @Test
  void echoesTheTagAsETagInVersion12() {
    Answer tagged = anonymous.get(IMAGES + "/Backdrop/1?tag=abc");
    assertThat(tagged.header("ETag")).isEqualTo("\"abc\"");
    assertThat(tagged.header("Cache-Control")).endsWith("immutable");
    assertThat(anonymous.get(IMAGES + "/Primary?tag=abc", "If-None-Match", "\"abc\"").status())
        .isEqualTo(304);
    assertThat(anonymous.send("HEAD", IMAGES + "/Primary", null).status()).isEqualTo(200);
  }

  @Test
  void checksVisibilityOnlyForUserTokens() {
    String hidden = "/Items/" + Titles.MOVIE_HIDDEN_FROM_KID + "/Images/Primary?maxWidth=20";
    assertThat(anonymous.get(hidden).status()).isEqualTo(200);
    assertThat(SandboxClient.as(jellyfin, "kid").get(hidden).status()).isEqualTo(404);
    assertThat(anonymous.get(IMAGES + "/Backdrop/2").status()).isEqualTo(404);
    assertThat(anonymous.get(IMAGES + "/Portrait").status()).isEqualTo(400);
    assertThat(anonymous.get("/UserImage").status()).isEqualTo(400);
    assertThat(anonymous.get("/UserImage?userId=" + jellyfin.users().idOf("demo")).status())
        .isEqualTo(200);
  }

  @Test
  void writesSubtitlesForAnybody() {
    Answer vtt = anonymous.get(SUBTITLES + "2/0/Stream.vtt");
    assertThat(vtt.header("Content-Type")).isEqualTo("text/vtt");
    assertThat(vtt.text()).startsWith("WEBVTT").contains(Titles.MOVIE_NAME);
    assertThat(anonymous.get(SUBTITLES + "3/Stream.srt").text()).contains("00:00:04,000 -->");
    assertThat(anonymous.get(SUBTITLES + "3/Stream.ass").text()).contains("Dialogue:");
  }

  @Test
  void subtitleMistakesAreServerErrors() {
    assertThat(anonymous.get(SUBTITLES + "99/0/Stream.vtt").status()).isEqualTo(500);
    assertThat(anonymous.get(SUBTITLES + "1/0/Stream.vtt").status()).isEqualTo(500);
    assertThat(anonymous.get(SUBTITLES + "4/0/Stream.vtt").status()).isEqualTo(400);
    assertThat(anonymous.send("HEAD", SUBTITLES + "2/0/Stream.vtt", null).status()).isEqualTo(405);
    assertThat(anonymous.get(SUBTITLES + "2/0/Stream.exe").status()).isEqualTo(400);
    assertThat(anonymous.get(SUBTITLES + "x/0/Stream.vtt").status()).isEqualTo(400);
    assertThat(
            anonymous
                .get(
                    SUBTITLES
                        + "2/0/Stream.vtt?itemId="
                        + Titles.MOVIE_HIDDEN_FROM_KID
                        + "&mediaSourceId="
                        + Titles.MOVIE_HIDDEN_FROM_KID)
                .text())
        .as("the query wins over the path")
        .contains("Midnight on Tallow Street");
  }
}
