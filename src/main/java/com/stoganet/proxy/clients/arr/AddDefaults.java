package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.shared.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private final ArrRefusals refusals;
  private final Cache<String, Place> known =
      Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).build();

  AddDefaults(ArrServer server, ArrConnection<ArrApi> connection, ArrRefusals refusals) {
    this.server = server;
    this.connection = connection;
    this.refusals = refusals;
  }

  /**
   * @throws RequestRejectedException when the server lacks the profile or folder of the settings
   * @throws ApiException backend_unavailable while the server cannot reach its root folder
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

  /**
   * Another place than one that the server refused, because its profiles or folders have changed;
   * empty when it still has the same.
   */
  Optional<Place> insteadOf(Place refused) {
    known.invalidateAll();
    return Optional.of(place()).filter(place -> !place.equals(refused));
  }

  private Place chosen(List<QualityProfile> profiles, List<RootFolder> folders) {
    try {
      return choose(profiles, folders);
    } catch (BackendUnavailableException outage) {
      boolean diskAway = !ours(folders).isEmpty() && ours(folders).stream().noneMatch(this::usable);
      throw diskAway ? outage.logged().toApi() : rejected(outage);
    }
  }

  private RequestRejectedException rejected(BackendUnavailableException cause) {
    cause.logged();
    return refusals.misconfigured();
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
    List<RootFolder> ours = ours(all);
    if (ours.isEmpty()) {
      String wanted = settings().rootFolder();
      throw misconfigured("has no root folder" + (wanted == null ? "" : " " + wanted));
    }
    return ours.stream()
        .filter(this::usable)
        .findFirst()
        .orElseThrow(() -> misconfigured("cannot reach its root folder"));
  }

  private List<RootFolder> ours(List<RootFolder> all) {
    String wanted = settings().rootFolder();
    return all.stream()
        .filter(folder -> folder.path != null)
        .filter(folder -> wanted == null || bare(wanted).equals(bare(folder.path)))
        .toList();
  }

  private boolean usable(RootFolder folder) {
    return !Boolean.FALSE.equals(folder.accessible);
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
