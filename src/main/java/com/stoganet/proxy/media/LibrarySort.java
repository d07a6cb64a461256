package com.stoganet.proxy.media;

/** What a list of titles is sorted by. */
public enum LibrarySort {
  TITLE,
  ADDED,
  RELEASED,
  RATING,
  RANDOM
}
