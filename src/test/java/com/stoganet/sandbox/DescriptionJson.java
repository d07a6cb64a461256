package com.stoganet.sandbox;

import java.util.List;
import java.util.stream.LongStream;

/** Writes those parts of an item that are only there when asked for by name. */
final class DescriptionJson {
  private static final int CHAPTERS = 4;

  private DescriptionJson() {}

  static void write(Dto dto, Item item, DtoOptions options) {
    Metadata about = item.metadata();
    if (options.has("Overview")) {
      dto.put("Overview", about.overview);
    }
    if (options.has("OriginalTitle")) {
      dto.put("OriginalTitle", about.originalTitle);
    }
    if (options.has("SortName")) {
      dto.put("SortName", item.sortName());
    }
    if (options.has("DateCreated")) {
      dto.put("DateCreated", item.created());
    }
    if (options.has("Etag")) {
      dto.put("Etag", Guid.of("etag/" + item.id() + item.lastSaved()));
    }
    if (options.has("ProviderIds")) {
      dto.put("ProviderIds", about.providerIds);
    }
    if (options.has("Taglines")) {
      dto.put("Taglines", about.tagline == null ? List.of() : List.of(about.tagline));
    }
    if (options.has("Tags")) {
      dto.put("Tags", about.tags);
    }
    if (options.has("CanDelete")) {
      dto.put("CanDelete", false);
    }
    if (options.has("CanDownload")) {
      dto.put("CanDownload", !item.versions().isEmpty());
    }
    if (options.has("PrimaryImageAspectRatio") && !Artwork.tags(item).isEmpty()) {
      dto.put("PrimaryImageAspectRatio", item.type() == ItemType.EPISODE ? 16.0 / 9 : 2.0 / 3);
    }
    lists(dto, item, options);
  }

  private static void lists(Dto dto, Item item, DtoOptions options) {
    Metadata about = item.metadata();
    if (options.has("Genres")) {
      dto.put("Genres", about.genres);
      dto.put("GenreItems", about.genres.stream().map(DescriptionJson::genre).toList());
    }
    if (options.has("Studios")) {
      dto.put("Studios", about.studio == null ? List.of() : List.of(named(about.studio)));
    }
    if (options.has("People")) {
      dto.put("People", about.people.stream().map(DescriptionJson::person).toList());
    }
    if (options.has("Chapters") && !item.type().folder()) {
      long step = item.runtimeTicks() / CHAPTERS;
      long chapters = step == 0 ? 0 : CHAPTERS;
      dto.put("Chapters", LongStream.range(0, chapters).mapToObj(n -> chapter(n, step)).toList());
    }
  }

  static Dto genre(String name) {
    return new Dto().put("Name", name).put("Id", genreId(name));
  }

  static String genreId(String name) {
    return Guid.of("genre/" + name);
  }

  private static Dto named(String studio) {
    return new Dto().put("Name", studio).put("Id", Guid.of("studio/" + studio));
  }

  /** Role is the character's name, Type the craft; a role may be empty or absent. */
  private static Dto person(Person person) {
    return new Dto()
        .put("Name", person.name())
        .put("Id", person.id())
        .put("Role", person.role())
        .put("Type", person.kind());
  }

  /** Jellyfin: the path of the picture on disk is in it; nobody should pass it on. */
  private static Dto chapter(long number, long step) {
    return new Dto()
        .put("StartPositionTicks", number * step)
        .put("Name", "Chapter " + (number + 1))
        .put("ImagePath", "/config/data/chapters/" + number + ".jpg")
        .put("ImageDateModified", "2026-01-01T00:00:00.0000000Z");
  }
}
