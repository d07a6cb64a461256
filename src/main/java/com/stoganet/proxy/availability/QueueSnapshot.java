package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.QueueItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The queue of one server, its items grouped by download: a season pack has an item for each
 * episode, all with the full size.
 *
 * @param byTitle the downloads of each title, each as its queue items, by {@link ArrTitle#key()}
 */
public record QueueSnapshot(Map<Integer, List<List<QueueItem>>> byTitle) {

  static QueueSnapshot of(List<QueueItem> rows) {
    Map<String, List<QueueItem>> downloads = new LinkedHashMap<>();
    for (QueueItem row : rows) {
      downloads.computeIfAbsent(row.belongsTo(), unused -> new ArrayList<>()).add(row);
    }
    Map<Integer, List<List<QueueItem>>> byTitle = new LinkedHashMap<>();
    for (List<QueueItem> download : downloads.values()) {
      int title = download.get(0).title();
      byTitle.computeIfAbsent(title, unused -> new ArrayList<>()).add(List.copyOf(download));
    }
    return new QueueSnapshot(byTitle);
  }

  List<List<QueueItem>> of(int title) {
    return byTitle.getOrDefault(title, List.of());
  }
}
