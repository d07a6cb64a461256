package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** Lists what is in one folder of a series, as Jellyfin has it. */
@Service
public class JellyfinShowItems {

  private static final Log LOG = Log.of(JellyfinShowItems.class);
  private static final String SEASON_FIELDS = "Overview";
  private static final String EPISODE_FIELDS = "Overview,MediaSources,PlayAccess";

  private final JellyfinConnection jellyfin;

  @Inject
  public JellyfinShowItems(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  /** The seasons in Jellyfin's order: the specials first, those without a number last. */
  List<BaseItem> seasons(Caller caller, JellyfinId series) {
    return list(
        api ->
            api.seasons(
                AuthorizationHeader.of(caller),
                series.hex(),
                caller.jellyfinUserId(),
                SEASON_FIELDS));
  }

  /**
   * The episode that the user began last, if any; unknown when Jellyfin does not tell it in two
   * seconds, as the series is of use without it.
   */
  List<BaseItem> begun(Caller caller, JellyfinId series) {
    try {
      return jellyfin
          .readBriefly(
              api ->
                  api.resume(
                      AuthorizationHeader.of(caller),
                      caller.jellyfinUserId(),
                      series.hex(),
                      "Video",
                      1,
                      false,
                      null))
          .stream()
          .filter(JellyfinItems::isEpisode)
          .toList();
    } catch (BackendResponseException | ApiException e) {
      LOG.warn("Jellyfin does not tell which episode of a series was begun: " + e.getMessage());
      return List.of();
    }
  }

  /** All episodes, with no more than their numbers and what the user did with them. */
  List<BaseItem> brief(Caller caller, JellyfinId series) {
    return episodes(caller, series, null, null, false, null);
  }

  /** All episodes in full; of a long show that is much. */
  List<BaseItem> all(Caller caller, JellyfinId series) {
    return episodes(caller, series, null, null, true, EPISODE_FIELDS);
  }

  /** The episodes that Jellyfin lists in the season of this number; none if there is no such. */
  List<BaseItem> season(Caller caller, JellyfinId series, int season) {
    return episodes(caller, series, season, null, true, EPISODE_FIELDS);
  }

  /** The episodes of a season, which Jellyfin finds by its id only if it has no number. */
  List<BaseItem> season(Caller caller, JellyfinId series, BaseItem season) {
    return ItemEpisodes.hasNumber(season.indexNumber)
        ? season(caller, series, season.indexNumber)
        : episodes(caller, series, null, season.id, true, EPISODE_FIELDS);
  }

  private List<BaseItem> episodes(
      Caller caller,
      JellyfinId series,
      Integer season,
      String seasonId,
      boolean images,
      String fields) {
    return episodesOnly(
        api ->
            api.episodes(
                AuthorizationHeader.of(caller),
                series.hex(),
                caller.jellyfinUserId(),
                season,
                seasonId,
                images,
                fields));
  }

  private List<BaseItem> episodesOnly(Function<JellyfinApi, ItemPage> question) {
    return list(question).stream().filter(JellyfinItems::isEpisode).toList();
  }

  private List<BaseItem> list(Function<JellyfinApi, ItemPage> question) {
    return jellyfin.read(question).stream().toList();
  }
}
