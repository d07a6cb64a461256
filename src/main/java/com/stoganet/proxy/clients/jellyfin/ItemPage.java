package com.stoganet.proxy.clients.jellyfin;

import java.util.List;
import java.util.stream.Stream;

/** A page of items; the list may be absent. */
public class ItemPage {
  public List<BaseItem> items;

  /** Not reliable when the request has switched it off. */
  public Integer totalRecordCount;

  public Stream<BaseItem> stream() {
    return items == null ? Stream.empty() : items.stream();
  }

  public int size() {
    return items == null ? 0 : items.size();
  }

  public int total() {
    return totalRecordCount == null ? 0 : totalRecordCount;
  }
}
