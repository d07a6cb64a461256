package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.stream;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.Watchable.Kind;
import com.stoganet.proxy.media.Watchable.Version;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be marked as watched, and the files and lengths of what has a position. */
@Service
public class JellyfinWatchables {

  private static final Log LOG = Log.of(JellyfinWatchables.class);

  private final JellyfinConnection jellyfin;
  private final JellyfinItemAccess access;

  @Inject
  public JellyfinWatchables(JellyfinConnection jellyfin, JellyfinItemAccess access) {
    this.jellyfin = jellyfin;
    this.access = access;
  }

  /** The item as far as watching goes; empty for anything else, such as a collection. */
  Optional<Watchable> of(Caller caller, BaseItem item) {
    JellyfinId id = JellyfinItems.id(item);
    if (JellyfinItems.isSeries(item)) {
      return Optional.of(folder(id, item, Kind.SERIES, OptionalInt.empty()));
    }
    if (JellyfinItems.isSeason(item)) {
      BaseItem series = seriesOf(caller, item);
      return Optional.of(folder(id, series, Kind.SEASON, number(item.indexNumber)));
    }
    return JellyfinItems.isVideo(item) ? Optional.of(video(caller, id, item)) : Optional.empty();
  }

  private static Watchable folder(JellyfinId id, BaseItem title, Kind kind, OptionalInt season) {
    return new Watchable(
        id,
        JellyfinItems.id(title),
        JellyfinItems.catalogId(title),
        kind,
        season,
        List.of(),
        List.of());
  }

  private static OptionalInt number(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private Watchable video(Caller caller, JellyfinId id, BaseItem item) {
    List<Version> versions = JellyfinItems.hasFile(item) ? versions(id, item) : List.of();
    if (versions.stream().anyMatch(version -> version.runtimeMillis() == 0)) {
      versions = probed(caller, id).orElse(versions);
    }
    BaseItem title = JellyfinItems.isEpisode(item) ? seriesOf(caller, item) : item;
    return new Watchable(
        id,
        JellyfinItems.id(title),
        JellyfinItems.catalogId(title),
        Kind.VIDEO,
        JellyfinItems.isEpisode(item) ? number(item.parentIndexNumber) : OptionalInt.empty(),
        versions,
        parts(caller, item));
  }

  private BaseItem seriesOf(Caller caller, BaseItem item) {
    return JellyfinId.parse(text(item.seriesId))
        .flatMap(series -> access.item(caller, series))
        .orElse(item);
  }

  /** An item without any source has its own file all the same. */
  private static List<Version> versions(JellyfinId id, BaseItem item) {
    List<Version> versions =
        stream(item.mediaSources)
            .flatMap(source -> version(source, item).stream())
            .sorted(Comparator.comparing(version -> !version.id().equals(id)))
            .toList();
    return versions.isEmpty()
        ? List.of(new Version(id, JellyfinItems.runtimeMillis(item)))
        : versions;
  }

  private static Optional<Version> version(BaseItem.Source source, BaseItem item) {
    boolean own = text(item.id).equalsIgnoreCase(source.id);
    Long ticks = source.runTimeTicks == null && own ? item.runTimeTicks : source.runTimeTicks;
    return JellyfinId.parse(text(source.id))
        .map(id -> new Version(id, Math.max(0, JellyfinItems.millis(ticks))));
  }

  /**
   * Jellyfin looks into a file that it has not looked into so far, such as the one of a link. If
   * that takes longer than a user waits, it goes on all the same, and the next question is
   * answered.
   */
  private Optional<List<Version>> probed(Caller caller, JellyfinId id) {
    try {
      BaseItem info =
          jellyfin.readBriefly(
              api ->
                  api.playbackInfo(
                      AuthorizationHeader.of(caller),
                      id.hex(),
                      new PlaybackInfoRequest(caller.jellyfinUserId())));
      info.id = id.hex();
      return Optional.of(versions(id, info));
    } catch (ApiException | BackendResponseException e) {
      LOG.debug("Jellyfin does not find out how long " + id + " is: " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The files of a video that is in several, the item's own first; else empty, and when Jellyfin
   * does not tell them in two seconds.
   */
  List<Version> knownParts(Caller caller, BaseItem item) {
    try {
      return parts(caller, item, jellyfin::readBriefly);
    } catch (ApiException | BackendResponseException e) {
      LOG.warn("Jellyfin does not tell the parts of a video: " + e.getMessage());
      return List.of();
    }
  }

  /** Without its other parts, a video would count as watched at the end of the first one. */
  private List<Version> parts(Caller caller, BaseItem item) {
    try {
      return parts(caller, item, jellyfin::read);
    } catch (ApiException e) {
      throw e.code() == ErrorCode.ITEM_NOT_FOUND
          ? ApiException.unavailable("Jellyfin does not tell the parts of the video.", e)
          : e;
    }
  }

  private static List<Version> parts(
      Caller caller, BaseItem item, Function<Function<JellyfinApi, ItemPage>, ItemPage> reader) {
    if (!ItemVersions.isInParts(item) || !JellyfinItems.hasFile(item)) {
      return List.of();
    }
    Stream<Version> others =
        reader
            .apply(
                api ->
                    api.additionalParts(
                        AuthorizationHeader.of(caller), item.id, caller.jellyfinUserId()))
            .stream()
            .map(part -> new Version(JellyfinItems.id(part), JellyfinItems.runtimeMillis(part)));
    return Stream.concat(versions(JellyfinItems.id(item), item).stream().limit(1), others).toList();
  }
}
