package com.stoganet.proxy.media;

/** Movies and series; TMDB numbers them separately. */
public enum MediaKind {
  MOVIE("movie"),
  TV("tv");

  private final String text;

  MediaKind(String text) {
    this.text = text;
  }

  /** The spelling in catalogue ids and in the contract. */
  public String text() {
    return text;
  }
}
