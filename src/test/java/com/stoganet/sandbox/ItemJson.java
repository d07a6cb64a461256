package com.stoganet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Writes items; what is not asked for is absent, as in the real server. */
final class ItemJson {
  private final ServerState server;
  private final Account user;
  private final DtoOptions options;

  ItemJson(ServerState server, Account user, DtoOptions options) {
    this.server = server;
    this.user = user;
    this.options = options;
  }

  Dto of(Item item) {
    Dto dto = new Dto();
    dto.put("Name", item.name()).put("ServerId", server.serverId).put("Id", item.id());
    base(dto, item);
    hierarchy(dto, item);
    DescriptionJson.write(dto, item, options);
    FullItemJson.write(dto, item, options, server.version);
    dto.put("ExtraType", item.extraType());
    if (options.has("LocalTrailerCount")) {
      dto.put("LocalTrailerCount", server.library.extras(item.id(), true).size());
      dto.put("SpecialFeatureCount", server.library.extras(item.id(), false).size());
    }
    if (!item.versions().isEmpty()) {
      files(dto, item);
    }
    if (options.images()) {
      images(dto, item);
    }
    dto.put("ImageBlurHashes", Artwork.blurHashes(item, options));
    if (user != null && options.userData()) {
      dto.put("UserData", new WatchJson(server, user).of(item));
    }
    return server.library.distorted(item.id(), dto);
  }

  /** Members that are there in every list. */
  private void base(Dto dto, Item item) {
    Metadata about = item.metadata();
    dto.putNull("ChannelId")
        .put("PremiereDate", about.premiere)
        .put("OfficialRating", about.officialRating)
        .put("CommunityRating", about.communityRating)
        .put("RunTimeTicks", about.runtimeTicks)
        .put("ProductionYear", about.year)
        .put("IndexNumber", item.index().orElse(null))
        .put("IndexNumberEnd", item.lastIndex())
        .put("ParentIndexNumber", item.parentIndex().orElse(null))
        .put("IsFolder", item.type().folder())
        .put("Type", item.type().wireName())
        .put("CollectionType", about.collectionType)
        .put("Status", about.status)
        .put("AirDays", item.type() == ItemType.SERIES ? List.of() : null)
        .put("LocationType", item.missing() ? "Virtual" : "FileSystem")
        .put("MediaType", item.type().folder() ? "Unknown" : "Video");
  }

  private void hierarchy(Dto dto, Item item) {
    if (options.has("ParentId")) {
      // Jellyfin: the further parts of a movie lie nowhere.
      dto.putNull("ParentId")
          .put("ParentId", item.type() == ItemType.VIDEO ? null : item.parentId());
    }
    if (item.seriesId() != null) {
      dto.put("SeriesId", item.seriesId());
      season(dto, item);
      server.library.find(item.seriesId()).ifPresent(series -> inheritFrom(dto, series));
    }
    if (item.seasonId() != null) {
      dto.put("SeasonName", server.library.find(item.seasonId()).map(Item::name).orElse(null));
    }
    if (item.type().folder() && options.has("ChildCount")) {
      dto.put("ChildCount", childCount(item));
    }
    if (item.type().folder() && options.has("RecursiveItemCount")) {
      dto.put("RecursiveItemCount", new WatchJson(server, user).playable(item).size());
    }
  }

  /** Jellyfin: for libraries the number is made up (1 to 9), in all versions. */
  private int childCount(Item item) {
    if (item.type() == ItemType.SEASON) {
      boolean unknown = item.missing() && item.index().isEmpty();
      return unknown && server.v12() ? 0 : Seasons.episodes(server, item).size();
    }
    return item.type() == ItemType.COLLECTION_FOLDER
        ? ThreadLocalRandom.current().nextInt(1, 10)
        : server.library.children(item).size();
  }

  /** Jellyfin before 12: an episode does not know the season that was made up for it. */
  private void season(Dto dto, Item item) {
    boolean unknown =
        Optional.ofNullable(item.seasonId())
            .flatMap(server.library::find)
            .filter(season -> season.missing() && season.index().isEmpty())
            .isPresent();
    if (unknown && !server.v12()) {
      dto.putNull("SeasonId");
    } else {
      dto.put("SeasonId", item.seasonId());
    }
    if (options.has("SpecialEpisodeNumbers")) {
      dto.put("AirsBeforeSeasonNumber", item.airsBeforeSeason())
          .put("AirsAfterSeasonNumber", item.airsAfterSeason());
    }
  }

  private void inheritFrom(Dto dto, Item series) {
    dto.put("SeriesName", series.name());
    if (options.images("Primary")) {
      dto.put("SeriesPrimaryImageTag", Artwork.tags(series).get("Primary"));
    }
    if (options.images("Backdrop")) {
      dto.put("ParentBackdropItemId", series.id())
          .put("ParentBackdropImageTags", options.limited(Artwork.backdrops(series)));
    }
    if (options.images("Thumb")) {
      dto.put("ParentThumbItemId", series.id())
          .put("ParentThumbImageTag", Artwork.tags(series).get("Thumb"));
    }
    if (options.images("Logo")) {
      dto.put("ParentLogoItemId", series.id())
          .put("ParentLogoImageTag", Artwork.tags(series).get("Logo"));
    }
  }

  private void files(Dto dto, Item item) {
    MediaVersion version = item.versions().get(0);
    MediaSourceJson sources = new MediaSourceJson(server, user);
    boolean subtitled = version.firstIndexOf(Track.Kind.SUBTITLE) >= 0;
    dto.put("Container", version.container())
        .put("HasSubtitles", subtitled ? true : null)
        .put("VideoType", "VideoFile");
    if (options.has("PlayAccess")) {
      boolean none = user != null && !user.limits().playback();
      dto.put("PlayAccess", none ? "None" : "Full");
    }
    if (options.has("Path")) {
      dto.put("Path", MediaSourceJson.path(item, version));
    }
    if (options.has("MediaSources")) {
      dto.put("MediaSources", sources.all(item));
    }
    if (!item.parts().isEmpty()) {
      dto.put("PartCount", item.parts().size() + 1);
    }
    if (options.has("MediaSourceCount") && item.versions().size() > 1) {
      dto.put("MediaSourceCount", item.versions().size());
    }
    if (options.has("MediaStreams")) {
      dto.put("MediaStreams", sources.streams(version));
    }
    if (options.has("Width")) {
      dto.put("Width", version.width());
    }
    if (options.has("Height")) {
      dto.put("Height", version.height());
    }
    version.medium().describeItem(dto);
  }

  private void images(Dto dto, Item item) {
    Map<String, String> tags = Artwork.tags(item);
    tags.keySet().removeIf(type -> !options.images(type));
    dto.put("ImageTags", tags);
    if (options.images("Backdrop")) {
      dto.put("BackdropImageTags", options.limited(Artwork.backdrops(item)));
    }
  }
}
