package com.stoganet.proxy.media;

import com.stoganet.proxy.media.TitleOrder.Place;
import java.util.List;

/**
 * The titles of a query as one user sees them, all of them, in order.
 *
 * @param version the unique id of this selection, also across proxies
 */
public record Selection(String version, LibraryQuery query, List<Title> titles) {

  /**
   * A page and where the next one starts.
   *
   * @param total titles on all pages
   * @param nextCursor null on the last page
   */
  public record Page(List<Title> titles, int total, String nextCursor) {}

  /**
   * The page behind a cursor; null is the first one.
   *
   * @throws com.stoganet.proxy.shared.ApiException validation_failed for a cursor of another list
   */
  public Page page(String cursor, int limit) {
    int from = cursor == null ? 0 : behind(Cursor.parse(cursor));
    int to = (int) Math.min(titles.size(), (long) from + limit);
    List<Title> page = titles.subList(from, to);
    return new Page(page, titles.size(), to == titles.size() ? null : cursor(page).text());
  }

  private Cursor cursor(List<Title> page) {
    TitleOrder order = query.order();
    Place last = order.placeOf(page.get(page.size() - 1));
    return new Cursor(query.fingerprint(), order.seed(), last);
  }

  /** The first title behind the place, also if the title that it names is gone. */
  private int behind(Cursor cursor) {
    if (!cursor.query().equals(query.fingerprint())) {
      throw Cursor.malformed();
    }
    TitleOrder order = query.order();
    int from = 0;
    int to = titles.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order.compare(order.placeOf(titles.get(middle)), cursor.place()) > 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
