package com.stoganet.proxy.config;

import java.net.URI;
import java.util.List;

/**
 * The settings of Radarr, Sonarr, qBittorrent and Seerr; each may be missing.
 *
 * @param arrs every Radarr, then every Sonarr; the first of each kind is the usual one
 * @param qbittorrent null when there is none
 * @param seerr null when there is none
 * @param webhookSecret what Radarr and Sonarr send with their notifications; null when none are
 *     accepted
 */
public record Backends(List<Arr> arrs, Qbittorrent qbittorrent, Seerr seerr, String webhookSecret) {

  /** Which program a server is. */
  public enum Program {
    RADARR,
    SONARR
  }

  /**
   * A Radarr or a Sonarr.
   *
   * @param name as readiness and clients call it: radarr, radarr_2, sonarr
   * @param url with its base path
   * @param qualityProfile by name; null for the first there is
   * @param rootFolder its path; null for the first there is
   * @param minimumAvailability announced, inCinemas or released; of a Radarr
   */
  public record Arr(
      Program program,
      String name,
      URI url,
      String apiKey,
      String qualityProfile,
      String rootFolder,
      String minimumAvailability) {

    /** Without the key, so that it cannot slip into a log. */
    @Override
    public String toString() {
      return "Arr[" + name + "]";
    }
  }

  /**
   * A qBittorrent.
   *
   * @param username null with an API key
   * @param password null with an API key
   * @param apiKey null with a user name
   */
  public record Qbittorrent(URI url, String username, String password, String apiKey) {

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Qbittorrent[]";
    }
  }

  /** A Seerr, Jellyseerr or Overseerr. */
  public record Seerr(URI url, String apiKey) {

    /** Without the key. */
    @Override
    public String toString() {
      return "Seerr[]";
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Backends" + arrs;
  }

  static Backends read(SettingReader reader) {
    return new BackendReader(reader).read();
  }
}
