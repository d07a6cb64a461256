package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to downloads, for those who ask what is new since they asked last. */
final class History {
  /** Something that happened to one target of a download. */
  record Event(
      int id, Instant date, String type, String release, String download, Download.Target target) {}

  private final List<Event> events = new ArrayList<>();

  void add(Instant now, String type, Download download) {
    for (Download.Target target : download.targets) {
      if (target.title() > 0) {
        int id = events.size() + 1;
        events.add(new Event(id, now, type, download.release, download.id, target));
      }
    }
  }

  List<Event> since(Instant date) {
    return events.stream().filter(event -> !event.date().isBefore(date)).toList();
  }

  /** The members that both programs have. */
  static Dto json(Program program, Event event) {
    return new Dto()
        .put("sourceTitle", event.release())
        .put("languages", Wire.languages())
        .put("quality", program.qualityModel())
        .put("customFormats", List.of())
        .put("customFormatScore", 0)
        .put("qualityCutoffNotMet", false)
        .put("date", Wire.date(event.date()))
        .put("downloadId", event.download())
        .put("eventType", event.type())
        .put("data", Map.of("downloadClient", Downloads.CLIENT))
        .put("id", event.id());
  }
}
