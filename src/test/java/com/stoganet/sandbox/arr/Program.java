package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;

/** Which of the two programs is imitated, and what they call things. */
enum Program {
  RADARR("Radarr", "6.0.3.10276", "Movie"),
  SONARR("Sonarr", "4.0.16.2944", "Series");

  final String appName;
  final String version;

  /** What its exceptions call a title. */
  final String title;

  Program(String appName, String version, String title) {
    this.appName = appName;
    this.version = version;
    this.title = title;
  }

  /** The quality of every release here; the two have different names for the source. */
  Dto quality() {
    Dto quality = new Dto().put("id", 3).put("name", "WEBDL-1080p");
    quality.put("source", this == RADARR ? "webdl" : "web").put("resolution", 1080);
    return this == RADARR ? quality.put("modifier", "none") : quality;
  }

  Dto qualityModel() {
    return new Dto()
        .put("quality", quality())
        .put("revision", new Dto().put("version", 1).put("real", 0).put("isRepack", false));
  }
}
