package com.stoganet.sandbox;

/** What became of the file of an external subtitle track since Jellyfin found it. */
public enum SideFile {
  THERE,
  EMPTY,
  DELETED
}
