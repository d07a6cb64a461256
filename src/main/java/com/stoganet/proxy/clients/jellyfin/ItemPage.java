package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.Required;
import com.stoganet.proxy.media.JellyfinId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A page of items; an answer without the list is not one. */
public class ItemPage {

  /** With null for an element that is no object, so that the next page starts where it should. */
  @Required public BaseItem[] items;

  /** Not reliable when the request has switched it off. */
  public Integer totalRecordCount;

  /** The items that have an id; nothing can be done with the others. */
  public Stream<BaseItem> stream() {
    return known(Arrays.asList(items));
  }

  /** The number of elements, also those without an id. */
  public int size() {
    return items.length;
  }

  /** The number of elements without an id. */
  public int skipped() {
    return size() - (int) stream().count();
  }

  public int total() {
    return totalRecordCount == null ? 0 : totalRecordCount;
  }

  /** The items of a list that have an id. */
  static Stream<BaseItem> known(List<BaseItem> items) {
    return items.stream()
        .filter(item -> item != null && JellyfinId.parse(JellyfinItems.text(item.id)).isPresent());
  }
}
