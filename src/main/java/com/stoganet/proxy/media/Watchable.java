package com.stoganet.proxy.media;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An item that the caller may see, as far as watching it goes.
 *
 * @param titleItem the item of the title it belongs to: of an episode or a season, its series
 * @param title the title it belongs to
 * @param season the number of a season, or that of an episode; empty when there is none
 * @param versions what it can be watched in, the default one first; empty for what has no position
 * @param parts the parts of a video that is in several files, this item first; empty for any other
 */
public record Watchable(
    JellyfinId item,
    JellyfinId titleItem,
    CatalogId title,
    Kind kind,
    OptionalInt season,
    List<Version> versions,
    List<Version> parts) {

  /** What can be marked as watched. */
  public enum Kind {
    SERIES,
    SEASON,
    VIDEO
  }

  /**
   * A file.
   *
   * @param id of the version or part
   * @param runtimeMillis milliseconds; 0 when unknown
   */
  public record Version(JellyfinId id, long runtimeMillis) {}

  /** The same under another title. */
  Watchable with(CatalogId other) {
    return new Watchable(item, titleItem, other, kind, season, versions, parts);
  }

  /** Whether it has a position: a movie or an episode with a file. */
  public boolean playable() {
    return !versions.isEmpty();
  }

  /** The version or part with this id. */
  public Optional<Version> find(JellyfinId source) {
    return (parts.isEmpty() ? versions : parts)
        .stream().filter(version -> version.id().equals(source)).findFirst();
  }
}
