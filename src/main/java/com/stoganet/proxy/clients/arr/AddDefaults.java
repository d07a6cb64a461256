package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Where a server puts what is added, and in which quality: as the settings say, or its first. */
final class AddDefaults {

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** What a new title is added with. */
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
   * @throws ApiException backend_unavailable when what the settings name is not there, which an
   *     administrator can mend
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

  /** The server did not like the place, so it may have changed. */
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
   * @throws BackendUnavailableException when what the settings name is not there
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

  /** Other folders than ours are not named: paths are nobody's business. */
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

  /** The servers write their folders with a separator at the end, or without. */
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
