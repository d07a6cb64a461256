package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.media.Picture.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of Jellyfin's items. */
final class ItemPictures {

  private ItemPictures() {}

  /** The pictures that the item itself has. */
  static List<Picture> own(BaseItem item) {
    JellyfinId id = JellyfinItems.id(item);
    List<Picture> pictures = new ArrayList<>();
    float ratio =
        item.primaryImageAspectRatio == null ? 0 : item.primaryImageAspectRatio.floatValue();
    tagged(item, "Primary")
        .map(tag -> new Picture(id, Kind.POSTER, tag, blurHash(item, "Primary", tag), ratio))
        .ifPresent(pictures::add);
    first(item.backdropImageTags)
        .map(tag -> new Picture(id, Kind.BACKDROP, tag, blurHash(item, "Backdrop", tag), 0))
        .ifPresent(pictures::add);
    tagged(item, "Logo")
        .map(tag -> new Picture(id, Kind.LOGO, tag, blurHash(item, "Logo", tag), 0))
        .ifPresent(pictures::add);
    tagged(item, "Thumb")
        .map(tag -> new Picture(id, Kind.THUMB, tag, blurHash(item, "Thumb", tag), 0))
        .ifPresent(pictures::add);
    return List.copyOf(pictures);
  }

  /** The pictures of the episode, and those of its series for types that the episode lacks. */
  static List<Picture> ofEpisode(BaseItem item) {
    List<Picture> pictures = new ArrayList<>(own(item));
    inherited(item.parentThumbItemId, Kind.THUMB, Optional.ofNullable(item.parentThumbImageTag))
        .filter(thumb -> Picture.among(pictures, Kind.THUMB).isEmpty())
        .ifPresent(pictures::add);
    inherited(item.parentBackdropItemId, Kind.BACKDROP, first(item.parentBackdropImageTags))
        .filter(backdrop -> Picture.among(pictures, Kind.BACKDROP).isEmpty())
        .ifPresent(pictures::add);
    return List.copyOf(pictures);
  }

  private static Optional<Picture> inherited(String item, Kind kind, Optional<String> tag) {
    return JellyfinId.parse(JellyfinItems.text(item))
        .flatMap(id -> tag.filter(ItemPictures::usable).map(t -> new Picture(id, kind, t, "", 0)));
  }

  private static Optional<String> tagged(BaseItem item, String type) {
    return item.imageTags == null
        ? Optional.empty()
        : Optional.ofNullable(item.imageTags.get(type)).filter(ItemPictures::usable);
  }

  private static Optional<String> first(List<String> tags) {
    return JellyfinItems.stream(tags).findFirst().filter(ItemPictures::usable);
  }

  private static boolean usable(String tag) {
    return tag != null && Picture.isTag(tag);
  }

  private static String blurHash(BaseItem item, String type, String tag) {
    Map<String, String> hashes =
        item.imageBlurHashes == null ? null : item.imageBlurHashes.get(type);
    return JellyfinItems.text(hashes == null ? null : hashes.get(tag));
  }
}
