package com.stoganet.sandbox;

/** The kinds of library item that the sandbox knows, with the names used on the wire. */
public enum ItemType {
  MOVIE("Movie", false),
  SERIES("Series", true),
  SEASON("Season", true),
  EPISODE("Episode", false),

  /** A part of a movie that is in several files. */
  VIDEO("Video", false),
  BOX_SET("BoxSet", true),
  COLLECTION_FOLDER("CollectionFolder", true);

  private final String wireName;
  private final boolean folder;

  ItemType(String wireName, boolean folder) {
    this.wireName = wireName;
    this.folder = folder;
  }

  /** The value of {@code Type} in JSON. */
  public String wireName() {
    return wireName;
  }

  boolean folder() {
    return folder;
  }
}
