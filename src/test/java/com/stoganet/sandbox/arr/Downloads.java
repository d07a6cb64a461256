package com.stoganet.sandbox.arr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** The queue: a row for each target of each download. */
final class Downloads {
  static final String CLIENT = "qBittorrent";

  /** A row under its number. */
  record Row(int id, Download download, Download.Target target) {}

  private final Map<Integer, Row> rows = new LinkedHashMap<>();

  /** Those with the client, by its name for them. */
  private final Map<String, Download> downloads = new HashMap<>();

  private int pending;

  void add(Download download) {
    String name = download.held() ? "pending-" + ++pending : "trackedDownload-" + download.id;
    if (!download.held()) {
      downloads.put(download.id, download);
    }
    for (Download.Target target : download.targets) {
      int id = number(CLIENT + name + (target.episode() == 0 ? "" : "-" + target.episode()));
      while (rows.containsKey(id)) {
        id++;
      }
      rows.put(id, new Row(id, download, target));
    }
  }

  List<Row> rows() {
    return new ArrayList<>(rows.values());
  }

  /** Null when it is gone. */
  Row row(int id) {
    return rows.get(id);
  }

  Download get(String downloadId) {
    Download download = downloads.get(downloadId);
    if (download == null) {
      throw new IllegalArgumentException("no download " + downloadId);
    }
    return download;
  }

  /** All rows of it. */
  void remove(Download download) {
    rows.values().removeIf(row -> row.download() == download);
    downloads.remove(download.id);
  }

  /** Both: a hash of 31 bits that stays the same, not a number of the database. */
  private static int number(String text) {
    CRC32 hash = new CRC32();
    hash.update(text.getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() & Integer.MAX_VALUE);
  }
}
