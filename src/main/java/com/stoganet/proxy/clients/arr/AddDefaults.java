package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The root folder and quality profile for new titles: those of the settings, or the server's first.
 */
final class AddDefaults {

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** The quality profile and root folder of a new title. */
  record Place(int qualityProfile, String rootFolder) {}

  private final ArrServer server;
  private final ArrConnection<ArrApi> connection;
  private final Cache<String, Place> known =
      Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).build();

  AddDefaults(ArrServer server, ArrConnection<ArrApi> connection) {
    this.server = server;
    this.connection = connection;
  }

  /**
   * @throws ApiException backend_unavailable when the server lacks the profile or folder of the
   *     settings; an administrator can correct that
   */
  Place place() {
    Place place = known.getIfPresent("");
    if (place == null) {
      List<QualityProfile> profiles = connection.read(ArrApi::qualityProfiles);
      List<RootFolder> folders = connection.read(ArrApi::rootFolders);
      place = chosen(profiles, folders);
      known.put("", place);
    }
    return place;
  }

  /** The server refused the place, so its profiles or folders may have changed. */
  ApiException refused() {
    known.invalidateAll();
    return misconfigured("does not take its own quality profile or root folder").toApi();
  }

  private Place chosen(List<QualityProfile> profiles, List<RootFolder> folders) {
    try {
      return choose(profiles, folders);
    } catch (BackendUnavailableException outage) {
      throw outage.logged().toApi();
    }
  }

  /**
   * @throws BackendUnavailableException when the server lacks the profile or folder of the settings
   */
  Place choose(List<QualityProfile> profiles, List<RootFolder> folders) {
    return new Place(profile(profiles).id, folder(folders).path);
  }

  private QualityProfile profile(List<QualityProfile> all) {
    List<QualityProfile> profiles = all.stream().filter(p -> p.id != null).toList();
    String wanted = settings().qualityProfile();
    return profiles.stream()
        .filter(profile -> wanted == null || wanted.equalsIgnoreCase(profile.name))
        .findFirst()
        .orElseThrow(() -> misconfigured(noProfile(wanted, profiles)));
  }

  private static String noProfile(String wanted, List<QualityProfile> profiles) {
    if (wanted == null || profiles.isEmpty()) {
      return "has no quality profile";
    }
    return "has no quality profile named "
        + wanted
        + ", but "
        + profiles.stream().map(p -> Absent.text(p.name)).collect(Collectors.joining(", "));
  }

  /** The message names no folder but the one of the settings, since paths are private. */
  private RootFolder folder(List<RootFolder> all) {
    String wanted = settings().rootFolder();
    List<RootFolder> ours =
        all.stream()
            .filter(folder -> folder.path != null)
            .filter(folder -> wanted == null || bare(wanted).equals(bare(folder.path)))
            .toList();
    if (ours.isEmpty()) {
      throw misconfigured("has no root folder" + (wanted == null ? "" : " " + wanted));
    }
    return ours.stream()
        .filter(folder -> !Boolean.FALSE.equals(folder.accessible))
        .findFirst()
        .orElseThrow(() -> misconfigured("cannot reach its root folder"));
  }

  /** Radarr and Sonarr write a folder with or without a separator at its end. */
  private static String bare(String path) {
    return path.replaceAll("[/\\\\]+$", "");
  }

  private BackendUnavailableException misconfigured(String problem) {
    return server.backend().misconfigured(problem);
  }

  private Backends.Arr settings() {
    return server.settings();
  }
}
