package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Library;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitlePage;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The library as Jellyfin shows it to the caller, always with the caller's own token. */
@ApplicationScoped
public class JellyfinLibrary implements Library {

  private static final String CARD_FIELDS = "Overview,ProviderIds";

  /** Jellyfin has no unique key to sort by; these three together are as good as one. */
  private static final String BY_NAME = "SortName,ProductionYear,DateCreated";

  private final JellyfinConnection jellyfin;

  /** For the proxies of CDI only. */
  protected JellyfinLibrary() {
    this(null);
  }

  @Inject
  public JellyfinLibrary(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public TitlePage page(Caller caller, MediaKind kind, int offset, int limit) {
    ItemQuery query = new ItemQuery();
    query.userId = caller.jellyfinUserId();
    query.includeItemTypes = types(kind);
    query.fields = CARD_FIELDS;
    query.sortBy = BY_NAME;
    query.startIndex = offset;
    query.limit = limit;
    ItemPage page = jellyfin.call(api -> api.items(token(caller), query));
    return new TitlePage(
        JellyfinItems.stream(page.items).map(JellyfinItems::title).toList(), page.totalRecordCount);
  }

  @Override
  public Optional<TitleDetail> detail(Caller caller, JellyfinId id) {
    return item(caller, id)
        .filter(item -> JellyfinItems.isSeries(item) || JellyfinItems.isVideo(item))
        .map(item -> JellyfinItems.isSeries(item) ? series(caller, item) : video(item));
  }

  /** The item if the caller may see it: Jellyfin's one route that checks. */
  Optional<BaseItem> item(Caller caller, JellyfinId id) {
    try {
      return Optional.of(
          jellyfin.call(api -> api.item(token(caller), id.hex(), caller.jellyfinUserId())));
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ITEM_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static TitleDetail video(BaseItem item) {
    return new TitleDetail(
        JellyfinItems.title(item),
        genres(item),
        JellyfinItems.runtimeMinutes(item),
        JellyfinItems.cast(item),
        List.of(),
        JellyfinItems.defaultSource(item).map(source -> JellyfinItems.playable(item)),
        Optional.of(JellyfinItems.progress(item)),
        Optional.empty());
  }

  private TitleDetail series(Caller caller, BaseItem item) {
    String id = JellyfinItems.id(item).hex();
    String user = caller.jellyfinUserId();
    ItemPage seasons =
        jellyfin.call(api -> api.seasons(token(caller), id, user, false, "ChildCount,Overview"));
    ItemPage next =
        jellyfin.call(api -> api.nextUp(token(caller), user, id, 1, true, true, "MediaSources"));
    return new TitleDetail(
        JellyfinItems.title(item),
        genres(item),
        JellyfinItems.runtimeMinutes(item),
        JellyfinItems.cast(item),
        JellyfinItems.seasons(seasons),
        Optional.empty(),
        Optional.empty(),
        JellyfinItems.nextEpisode(next));
  }

  private static List<String> genres(BaseItem item) {
    return JellyfinItems.stream(item.genres).toList();
  }

  private static String token(Caller caller) {
    return AuthorizationHeader.ofToken(caller.jellyfinToken());
  }

  private static String types(MediaKind kind) {
    if (kind == null) {
      return "Movie,Series";
    }
    return switch (kind) {
      case MOVIE -> "Movie";
      case TV -> "Series";
    };
  }
}
