package com.stoganet.proxy.arrivals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The queue of one server, its rows put together by download: a season pack has a row for each
 * episode, all with its full size.
 *
 * @param byTitle the downloads of each title, each as its rows, by {@link Kept#key()}
 */
record Queue(Map<Integer, List<List<QueueRow>>> byTitle) {

  static Queue of(List<QueueRow> rows) {
    Map<String, List<QueueRow>> downloads = new LinkedHashMap<>();
    for (QueueRow row : rows) {
      downloads.computeIfAbsent(row.belongsTo(), unused -> new ArrayList<>()).add(row);
    }
    Map<Integer, List<List<QueueRow>>> byTitle = new LinkedHashMap<>();
    for (List<QueueRow> download : downloads.values()) {
      int title = download.get(0).title();
      byTitle.computeIfAbsent(title, unused -> new ArrayList<>()).add(List.copyOf(download));
    }
    return new Queue(byTitle);
  }

  List<List<QueueRow>> of(int title) {
    return byTitle.getOrDefault(title, List.of());
  }
}
