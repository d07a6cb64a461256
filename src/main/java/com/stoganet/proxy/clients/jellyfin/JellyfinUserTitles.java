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
 * <p>The query never contains ids or a parent: Jellyfin then ignores which libraries the user may
 * see.
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
   * The filter isPlayed of Jellyfin up to 10.11 is wrong for series: it finds a series when any
   * episode is played, and none when movies are listed, too. The user data of each series are
   * right.
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
