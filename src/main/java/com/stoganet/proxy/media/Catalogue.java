package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Browsing: pages of titles, and one title by its catalogue id. */
@ApplicationScoped
public class Catalogue {

  private final Library library;
  private final CatalogIndex index;

  /** For the proxies of CDI only. */
  protected Catalogue() {
    this(null, null);
  }

  @Inject
  public Catalogue(Library library, CatalogIndex index) {
    this.library = library;
    this.index = index;
  }

  /**
   * A page and where the next one starts.
   *
   * @param nextCursor null on the last page
   */
  public record Page(TitlePage content, String nextCursor) {}

  /**
   * A page of titles.
   *
   * @param kind null for all
   * @param cursor the nextCursor of the page before, or null
   */
  public Page page(Caller caller, MediaKind kind, int limit, String cursor) {
    int offset = Cursor.parse(cursor).offset();
    TitlePage content = library.page(caller, kind, offset, limit);
    int next = offset + content.titles().size();
    boolean more = !content.titles().isEmpty() && next < content.total();
    return new Page(content, more ? new Cursor(next).text() : null);
  }

  /**
   * One title: of several copies the first that the caller may see.
   *
   * @throws ApiException item_not_found when there is none
   */
  public TitleDetail detail(Caller caller, CatalogId id) {
    for (JellyfinId copy : copiesOf(id)) {
      Optional<TitleDetail> detail = library.detail(caller, copy);
      if (detail.isPresent()) {
        return detail.get();
      }
    }
    throw ApiException.itemNotFound();
  }

  private List<JellyfinId> copiesOf(CatalogId id) {
    if (id instanceof CatalogId.Tmdb tmdb) {
      return index.copiesOf(tmdb);
    }
    return List.of(((CatalogId.Jellyfin) id).id());
  }
}
