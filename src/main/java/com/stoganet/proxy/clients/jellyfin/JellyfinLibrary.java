package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Library;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Single titles as Jellyfin shows them to the caller, always with the caller's own token. */
@Service
public class JellyfinLibrary implements Library {

  private final JellyfinConnection jellyfin;
  private final JellyfinItemAccess access;
  private final JellyfinShows shows;
  private final JellyfinExtras extras;
  private final JellyfinWatchables watchables;

  @Inject
  public JellyfinLibrary(
      JellyfinConnection jellyfin,
      JellyfinItemAccess access,
      JellyfinShows shows,
      JellyfinExtras extras,
      JellyfinWatchables watchables) {
    this.jellyfin = jellyfin;
    this.access = access;
    this.shows = shows;
    this.extras = extras;
    this.watchables = watchables;
  }

  @Override
  public Optional<TitleDetail> detail(Caller caller, JellyfinId id) {
    return item(caller, id)
        .filter(item -> JellyfinItems.isSeries(item) || JellyfinItems.isVideo(item))
        .map(
            item ->
                ItemDetails.detail(
                    item,
                    JellyfinItems.isSeries(item)
                        ? Optional.of(shows.show(caller, id))
                        : Optional.empty(),
                    extras.of(caller, item)));
  }

  @Override
  public Optional<Watchable> watchable(Caller caller, JellyfinId id) {
    return item(caller, id).flatMap(item -> watchables.of(caller, item));
  }

  @Override
  public Optional<List<Episode>> episodes(Caller caller, JellyfinId series, int season) {
    return shows.episodes(caller, series, season);
  }

  @Override
  public List<Title> similar(Caller caller, JellyfinId id, int limit) {
    return jellyfin
        .read(
            api ->
                api.similar(
                    AuthorizationHeader.of(caller),
                    id.hex(),
                    caller.jellyfinUserId(),
                    limit,
                    JellyfinItems.CARD_FIELDS))
        .stream()
        .filter(JellyfinItems::isTitle)
        .map(JellyfinItems::title)
        .toList();
  }

  /** The item if the caller may see it. */
  public Optional<BaseItem> item(Caller caller, JellyfinId id) {
    return access.item(caller, id);
  }
}
