package com.stoganet.proxy.clients.jellyfin;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Long lists of Jellyfin's items, page by page. */
public final class ItemListing {

  /** Some 450 bytes each. */
  private static final int BARE_PAGE = 5_000;

  /** Jellyfin has no unique key to sort by; new titles come at the end, where they do no harm. */
  private static final String OLDEST_FIRST = "DateCreated,SortName";

  private ItemListing() {}

  /** Movies and series with nothing but their ids, from this one on. */
  public static ItemQuery bare(int start) {
    return page(start, BARE_PAGE);
  }

  /** Movies and series, oldest first, from this one on. */
  public static ItemQuery page(int start, int limit) {
    ItemQuery query = new ItemQuery();
    query.sortBy = OLDEST_FIRST;
    query.startIndex = start;
    query.limit = limit;
    return query;
  }

  /** Asks for page after page until all were there. */
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
