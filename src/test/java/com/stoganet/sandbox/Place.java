package com.stoganet.sandbox;

/** Where an item belongs: its parent, and for episodes and seasons their series and numbers. */
record Place(
    String parentId, String seriesId, String seasonId, Integer parentIndex, Integer index) {

  static final Place NOWHERE = new Place(null, null, null, null, null);

  static Place in(String parent) {
    return new Place(parent, null, null, null, null);
  }

  static Place seasonOf(String series, Integer number) {
    return new Place(series, series, null, null, number);
  }

  static Place episodeOf(String series, String season, Integer seasonNumber, Integer number) {
    return new Place(season, series, season, seasonNumber, number);
  }
}
