package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.IdSet;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.UserTitles;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lists ids with the caller's own token.
 *
 * <p>Never with ids or a parent in the query: Jellyfin then forgets which libraries a user may see.
 */
@ApplicationScoped
public class JellyfinUserTitles implements UserTitles {

  private final JellyfinConnection jellyfin;

  /** For the proxies of CDI only. */
  protected JellyfinUserTitles() {
    this(null);
  }

  @Inject
  public JellyfinUserTitles(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public IdSet visible(Caller caller) {
    return ids(caller, query -> {});
  }

  @Override
  public IdSet played(Caller caller) {
    return ids(caller, query -> query.isPlayed = true);
  }

  @Override
  public IdSet favorites(Caller caller) {
    return ids(caller, query -> query.isFavorite = true);
  }

  private IdSet ids(Caller caller, Consumer<ItemQuery> filter) {
    List<JellyfinId> ids = new ArrayList<>();
    ItemListing.eachPage(
        start -> {
          ItemQuery query = ItemListing.bare(start);
          query.userId = caller.jellyfinUserId();
          filter.accept(query);
          return jellyfin.read(api -> api.items(AuthorizationHeader.of(caller), query));
        },
        page -> page.stream().map(JellyfinItems::id).forEach(ids::add));
    return IdSet.of(ids);
  }
}
