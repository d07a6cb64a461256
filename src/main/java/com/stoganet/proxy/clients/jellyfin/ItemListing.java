package com.stoganet.proxy.clients.jellyfin;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Long lists of Jellyfin's items, page by page. */
public final class ItemListing {

  /** An item takes about 450 bytes. */
  private static final int BARE_PAGE = 5_000;

  /**
   * Jellyfin has no unique key to sort by; this order puts new titles at the end, so that they do
   * not shift earlier pages.
   */
  private static final String OLDEST_FIRST = "DateCreated,SortName";

  private ItemListing() {}

  /** Movies and series with only their ids, from position {@code start} on. */
  public static ItemQuery bare(int start) {
    return page(start, BARE_PAGE);
  }

  /** Movies and series, oldest first, from position {@code start} on. */
  public static ItemQuery page(int start, int limit) {
    ItemQuery query = new ItemQuery();
    query.sortBy = OLDEST_FIRST;
    query.startIndex = start;
    query.limit = limit;
    return query;
  }

  /** Asks for page after page until all items are read. */
  public static void eachPage(IntFunction<ItemPage> ask, Consumer<ItemPage> reader) {
    int read = 0;
    ItemPage page;
    do {
      page = ask.apply(read);
      reader.accept(page);
      read += page.size();
    } while (page.size() > 0 && read < page.total());
  }
}
