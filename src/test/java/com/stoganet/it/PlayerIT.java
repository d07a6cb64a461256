package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.Requirement;
import com.stoganet.sandbox.Titles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A real program that reads video, as a user would have one. */
@BlackBox
class PlayerIT {

  @Test
  void given_ffprobe_when_it_reads_the_stream_then_it_finds_the_video() throws Exception {
    Requirement.FFMPEG.assumeInstalled();
    Process process =
        new ProcessBuilder(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "format=duration:stream=codec_name",
                "-of",
                "default=noprint_wrappers=1",
                "-headers",
                "Authorization: Bearer " + Proxy.token("demo"),
                Proxy.setting("PROXY_BASE_URL") + "/stream/" + Titles.MOVIE)
            .redirectErrorStream(true)
            .start();
    String output = output(process);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("codec_name=h264", "codec_name=aac")
        .containsPattern("duration=40\\.");
  }

  @Test
  void given_ffmpeg_when_it_reads_a_ticket_then_it_decodes_every_frame() throws Exception {
    Requirement.FFMPEG.assumeInstalled();
    String url = Proxy.as("demo").post("/stream/" + Titles.MOVIE + "/ticket").path("url");
    Process process =
        new ProcessBuilder("ffmpeg", "-v", "error", "-xerror", "-i", url, "-f", "null", "-")
            .redirectErrorStream(true)
            .start();
    String output = output(process);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isBlank();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
