package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.IdSet;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.UserTitles;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lists ids with the caller's own token.
 *
 * <p>Never with ids or a parent in the query: Jellyfin then forgets which libraries a user may see.
 */
@Service
public class JellyfinUserTitles implements UserTitles {

  private final JellyfinConnection jellyfin;

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
    List<JellyfinId> played = new ArrayList<>();
    list(caller, JellyfinUserTitles::onlyPlayedMovies, item -> played.add(JellyfinItems.id(item)));
    list(
        caller,
        JellyfinUserTitles::seriesWithUserData,
        series -> {
          if (series.userData != null && JellyfinItems.isTrue(series.userData.played)) {
            played.add(JellyfinItems.id(series));
          }
        });
    return IdSet.of(played);
  }

  @Override
  public IdSet favorites(Caller caller) {
    return ids(caller, query -> query.isFavorite = true);
  }

  private static void onlyPlayedMovies(ItemQuery query) {
    query.includeItemTypes = "Movie";
    query.isPlayed = true;
  }

  /**
   * Jellyfin 10.11 and before: filtered by isPlayed, a series counts as played when any episode is,
   * and beside movies never. What it tells of a single series is right.
   */
  private static void seriesWithUserData(ItemQuery query) {
    query.includeItemTypes = "Series";
    query.enableUserData = true;
  }

  private IdSet ids(Caller caller, Consumer<ItemQuery> filter) {
    List<JellyfinId> ids = new ArrayList<>();
    list(caller, filter, item -> ids.add(JellyfinItems.id(item)));
    return IdSet.of(ids);
  }

  private void list(Caller caller, Consumer<ItemQuery> filter, Consumer<BaseItem> reader) {
    ItemListing.eachPage(
        start -> {
          ItemQuery query = ItemListing.bare(start);
          query.userId = caller.jellyfinUserId();
          filter.accept(query);
          return jellyfin.read(api -> api.items(AuthorizationHeader.of(caller), query));
        },
        page -> page.stream().forEach(reader));
  }
}
