package com.stoganet.sandbox;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which pictures an item has, and their tags and blur hashes. */
final class Artwork {
  private static final Set<String> TYPES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private static final String BASE_83 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

  static {
    TYPES.addAll(
        List.of(
            "Primary",
            "Art",
            "Backdrop",
            "Banner",
            "Logo",
            "Thumb",
            "Disc",
            "Box",
            "Screenshot",
            "Menu",
            "Chapter",
            "BoxRear",
            "Profile"));
  }

  private Artwork() {}

  static boolean knows(String type) {
    return TYPES.contains(type);
  }

  static String tag(String id, String image) {
    return Guid.of("image/" + id + "/" + image);
  }

  /** Home videos and missing episodes have no pictures, so that clients must cope. */
  static Map<String, String> tags(Item item) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (item.missing() || item.id().equals(Titles.MOVIE_WITHOUT_TMDB)) {
      return tags;
    }
    tags.put("Primary", tag(item.id(), "Primary"));
    if (item.type() == ItemType.SERIES) {
      tags.put("Thumb", tag(item.id(), "Thumb"));
      tags.put("Logo", tag(item.id(), "Logo"));
    }
    return tags;
  }

  static List<String> backdrops(Item item) {
    boolean painted = item.type() == ItemType.MOVIE || item.type() == ItemType.SERIES;
    if (!painted || item.id().equals(Titles.MOVIE_WITHOUT_TMDB)) {
      return List.of();
    }
    return List.of(tag(item.id(), "Backdrop0"), tag(item.id(), "Backdrop1"));
  }

  static boolean has(Item item, String type, int index) {
    if (type.equalsIgnoreCase("Backdrop")) {
      return index >= 0 && index < backdrops(item).size();
    }
    return index == 0 && tags(item).keySet().stream().anyMatch(type::equalsIgnoreCase);
  }

  /** The same title always gets the same colour. */
  static Color colour(String id) {
    int hash = Integer.parseUnsignedInt(id.substring(0, 8), 16);
    return Color.getHSBColor(Math.floorMod(hash, 360) / 360f, 0.55f, 0.55f);
  }

  /** The shortest valid blur hash: one component, the average colour. */
  static String blurHash(String id) {
    StringBuilder hash = new StringBuilder("00");
    int rgb = colour(id).getRGB() & 0xFFFFFF;
    for (int divisor = 83 * 83 * 83; divisor > 0; divisor /= 83) {
      hash.append(BASE_83.charAt(rgb / divisor % 83));
    }
    return hash.toString();
  }

  static Map<String, Map<String, String>> blurHashes(Item item, DtoOptions options) {
    Map<String, Map<String, String>> hashes = new LinkedHashMap<>();
    String primary = options.images("Primary") ? tags(item).get("Primary") : null;
    if (primary != null) {
      hashes.put("Primary", Map.of(primary, blurHash(item.id())));
    }
    List<String> backdrops = options.images("Backdrop") ? backdrops(item) : List.of();
    if (!backdrops.isEmpty()) {
      hashes.put("Backdrop", Map.of(backdrops.get(0), blurHash(item.id())));
    }
    return hashes;
  }
}
