package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.isTrue;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.stream;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Unplayable;
import java.util.Optional;
import java.util.Set;

/** Whether the bytes of an item can be had from Jellyfin, and if not, why. */
public final class ItemPlayability {

  /** Of the protocols of sources, Jellyfin passes on the bytes of these only. */
  private static final Set<String> PROTOCOLS = Set.of("", "File", "Http");

  private ItemPlayability() {}

  /** Why no version of the item can be played; empty when one can. */
  public static Optional<Unplayable> problem(BaseItem item) {
    Optional<Unplayable> own = ownProblem(item);
    if (own.isPresent()) {
      return own;
    }
    boolean playable =
        stream(item.mediaSources).anyMatch(source -> problem(item, source).isEmpty());
    return playable
        ? Optional.empty()
        : ItemSources.defaultSource(item)
            .flatMap(source -> problem(item, source))
            .or(() -> Optional.of(Unplayable.NO_FILE));
  }

  /** Why an item of a list cannot be played, as far as a list without versions tells it. */
  static Optional<Unplayable> known(BaseItem item) {
    if (item.mediaSources != null) {
      return problem(item);
    }
    boolean folder = "Dvd".equals(item.videoType) || "BluRay".equals(item.videoType);
    return ownProblem(item).or(() -> folder ? Optional.of(Unplayable.DISC) : Optional.empty());
  }

  /** Why this version cannot be played; empty when it can. One without a valid id has no bytes. */
  static Optional<Unplayable> problem(BaseItem item, BaseItem.Source source) {
    Optional<Unplayable> own = ownProblem(item);
    if (own.isPresent()) {
      return own;
    }
    if ("Placeholder".equals(source.type)) {
      return Optional.of(Unplayable.PLACEHOLDER);
    }
    if (isDisc(source)) {
      return Optional.of(Unplayable.DISC);
    }
    if (JellyfinId.parse(text(source.id)).isEmpty()) {
      return Optional.of(Unplayable.NO_FILE);
    }
    return PROTOCOLS.contains(text(source.protocol))
        ? Optional.empty()
        : Optional.of(Unplayable.REMOTE);
  }

  private static Optional<Unplayable> ownProblem(BaseItem item) {
    if ("None".equals(item.playAccess)) {
      return Optional.of(Unplayable.NOT_ALLOWED);
    }
    if (!JellyfinItems.hasFile(item)) {
      return Optional.of(Unplayable.NO_FILE);
    }
    return isTrue(item.isPlaceHolder) ? Optional.of(Unplayable.PLACEHOLDER) : Optional.empty();
  }

  /**
   * Whether Jellyfin would start ffmpeg for this version: it does so at each request for a disc
   * folder, whatever the request says. The image of a disc is a file like others, of which Jellyfin
   * knows the size.
   */
  private static boolean isDisc(BaseItem.Source source) {
    return switch (text(source.videoType)) {
      case "Dvd", "BluRay" -> true;
      case "Iso" -> source.size == null;
      default -> false;
    };
  }
}
