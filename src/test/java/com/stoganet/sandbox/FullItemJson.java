package com.stoganet.sandbox;

import java.util.List;
import java.util.Map;

/** Writes what an item has only when it is asked for alone: links, counts, locks. */
final class FullItemJson {
  private static final int HD = 1280;

  private FullItemJson() {}

  static void write(Dto dto, Item item, DtoOptions options, JellyfinVersion version) {
    add(dto, options, "PlayAccess", "Full");
    add(dto, options, "ExternalUrls", links(item));
    add(dto, options, "EnableMediaSourceDisplay", true);
    add(dto, options, "RemoteTrailers", List.of());
    add(dto, options, "LocalTrailerCount", 0);
    add(dto, options, "SpecialFeatureCount", 0);
    add(dto, options, "DisplayPreferencesId", Guid.of("display/" + item.type()));
    if (options.has("Settings")) {
      dto.put("LockedFields", List.of()).put("LockData", false);
    }
    if (item.type() == ItemType.MOVIE) {
      add(dto, options, "ProductionLocations", List.of());
    }
    if (item.type() == ItemType.EPISODE && version != JellyfinVersion.V10_10) {
      add(dto, options, "SeriesStudio", "");
    }
    if (item.type() == ItemType.SERIES) {
      add(dto, options, "DateLastMediaAdded", item.lastSaved());
      add(dto, options, "Path", "/media/shows/" + item.name());
      add(dto, options, "Chapters", version == JellyfinVersion.V12 ? List.of() : null);
    }
    if (!item.type().folder() && !item.missing()) {
      add(dto, options, "Trickplay", trickplay(item));
    }
    if (item.versions().stream().limit(1).anyMatch(each -> each.width() >= HD)) {
      add(dto, options, "IsHD", true);
    }
  }

  private static void add(Dto dto, DtoOptions options, String field, Object value) {
    if (options.has(field)) {
      dto.put(field, value);
    }
  }

  private static List<Dto> links(Item item) {
    String kind = item.type() == ItemType.MOVIE ? "movie" : "tv";
    return item.tmdb().stream()
        .map(number -> "https://www.themoviedb.org/" + kind + "/" + number)
        .map(url -> new Dto().put("Name", "TMDB").put("Url", url))
        .toList();
  }

  /** Small pictures of every ten seconds, by the version and their width; not for each title. */
  private static Map<String, Object> trickplay(Item item) {
    if (item.versions().isEmpty() || item.runtimeTicks() == 0) {
      return Map.of();
    }
    Dto tiles =
        new Dto()
            .put("Width", 320)
            .put("Height", 180)
            .put("TileWidth", 10)
            .put("TileHeight", 10)
            .put("ThumbnailCount", item.runtimeTicks() / 100_000_000)
            .put("Interval", 10_000)
            .put("Bandwidth", 659);
    return Map.of(item.versions().get(0).id(), Map.of("320", tiles));
  }
}
