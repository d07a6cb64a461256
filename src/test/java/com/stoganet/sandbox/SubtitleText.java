package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Subtitles for the sample video: a line every four seconds, saying what it belongs to. */
final class SubtitleText {
  private static final int STEP = 4;
  private static final long TICKS_PER_SECOND = 10_000_000;

  private SubtitleText() {}

  /** What FFmpeg does not make itself is, before 12, written with a mark and a region. */
  private static final String OLD_HEAD =
      "\uFEFFWEBVTT\n\nRegion: id:subtitle width:80% lines:3 regionanchor:50%,100%"
          + " viewportanchor:50%,90%\n\n";

  static String of(Item item, Track track, String format, boolean v12) {
    String line = item.name() + " – " + track.language() + (track.forced() ? " (forced)" : "");
    int end = (int) SampleVideo.RUNTIME.toSeconds();
    return switch (format) {
      case "vtt" -> vtt(v12, line, end);
      case "srt", "subrip" -> cues("", ",", line, end);
      case "ass", "ssa" -> ass(line, end);
      default -> json(line, end);
    };
  }

  /** Without the numbers of the cues. */
  private static String vtt(boolean v12, String line, int end) {
    String numbered = cues("", ".", line, end).replaceAll("(?m)^\\d+\n", "");
    return v12
        ? "WEBVTT\n\n" + numbered
        : OLD_HEAD + numbered.replaceAll("(?m)-->.*$", "$0 region:subtitle line:90%");
  }

  private static String cues(String head, String point, String line, int end) {
    StringBuilder text = new StringBuilder(head);
    for (int second = 0; second < end; second += STEP) {
      text.append(second / STEP + 1)
          .append('\n')
          .append(time(second, point))
          .append(" --> ")
          .append(time(second + STEP - 1, point))
          .append('\n')
          .append(line)
          .append(", ")
          .append(second)
          .append(" s\n\n");
    }
    return text.toString();
  }

  private static String time(int second, String point) {
    return String.format(Locale.ROOT, "00:%02d:%02d%s000", second / 60, second % 60, point);
  }

  private static String ass(String line, int end) {
    StringBuilder text =
        new StringBuilder("[Script Info]\nScriptType: v4.00+\n\n[Events]\n")
            .append("Format: Layer, Start, End, Style, Text\n");
    for (int second = 0; second < end; second += STEP) {
      text.append(
          String.format(
              Locale.ROOT,
              "Dialogue: 0,0:00:%02d.00,0:00:%02d.00,Default,%s%n",
              second,
              second + STEP - 1,
              line));
    }
    return text.toString();
  }

  private static String json(String line, int end) {
    List<Dto> events = new ArrayList<>();
    for (int second = 0; second < end; second += STEP) {
      events.add(
          new Dto()
              .put("Id", Integer.toString(second / STEP + 1))
              .put("Text", line)
              .put("StartPositionTicks", second * TICKS_PER_SECOND)
              .put("EndPositionTicks", (second + STEP - 1) * TICKS_PER_SECOND));
    }
    return Dto.json(new Dto().put("TrackEvents", events));
  }
}
