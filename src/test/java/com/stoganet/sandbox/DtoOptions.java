package com.stoganet.sandbox;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which parts of an item a client has asked for. */
final class DtoOptions {
  private final boolean everything;
  private final Set<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> imageTypes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private boolean images = true;
  private int imageTypeLimit = Integer.MAX_VALUE;
  private boolean userData = true;

  private DtoOptions(boolean everything) {
    this.everything = everything;
  }

  /** A single item is written in full. */
  static DtoOptions all() {
    return new DtoOptions(true);
  }

  static DtoOptions none() {
    return new DtoOptions(false);
  }

  /** Jellyfin: fields that do not exist (UserData, RunTimeTicks…) are dropped silently. */
  static DtoOptions of(Query query) {
    DtoOptions options = new DtoOptions(false);
    options.fields.addAll(query.commas("fields"));
    options.imageTypes.addAll(query.commas("enableImageTypes"));
    options.images = query.flag("enableImages", true);
    options.imageTypeLimit = query.number("imageTypeLimit").orElse(Integer.MAX_VALUE);
    options.userData = query.flag("enableUserData", true);
    return options;
  }

  boolean has(String field) {
    return everything || fields.contains(field);
  }

  boolean userData() {
    return userData;
  }

  boolean images() {
    return images && imageTypeLimit > 0;
  }

  boolean images(String type) {
    return images() && (imageTypes.isEmpty() || imageTypes.contains(type));
  }

  <T> List<T> limited(List<T> list) {
    return list.subList(0, Math.min(list.size(), imageTypeLimit));
  }
}
