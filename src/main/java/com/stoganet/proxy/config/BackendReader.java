package com.stoganet.proxy.config;

import com.stoganet.proxy.config.Backends.Arr;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.config.Backends.Qbittorrent;
import com.stoganet.proxy.config.Backends.Seerr;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the settings of Radarr, Sonarr, qBittorrent and Seerr, each of them optional. */
final class BackendReader {

  /** {@code RADARR_URL}, then {@code RADARR_URL_2} and so on. */
  private static final int MOST_OF_A_KIND = 9;

  private static final int WEBHOOK_SECRET_LENGTH = 16;
  private static final Set<String> AVAILABILITIES = Set.of("announced", "inCinemas", "released");
  private static final String KEY_EXAMPLE = "the key under Settings, General";

  private final SettingReader reader;

  BackendReader(SettingReader reader) {
    this.reader = reader;
  }

  Backends read() {
    List<Arr> arrs = new ArrayList<>();
    for (Program program : Program.values()) {
      for (int number = 1; number <= MOST_OF_A_KIND; number++) {
        arr(program, number).ifPresent(arrs::add);
      }
    }
    return new Backends(List.copyOf(arrs), qbittorrent(), seerr(), webhookSecret());
  }

  private Optional<Arr> arr(Program program, int number) {
    String suffix = number == 1 ? "" : "_" + number;
    String prefix = program.name() + "_";
    String example =
        program == Program.RADARR ? "http://192.168.1.10:7878" : "http://192.168.1.10:8989";
    URI url = reader.optionalHttpUrl(prefix + "URL" + suffix, example);
    if (url == null) {
      return Optional.empty();
    }
    String availability = prefix + "MINIMUM_AVAILABILITY" + suffix;
    return Optional.of(
        new Arr(
            program,
            program.name().toLowerCase(Locale.ROOT) + suffix,
            url,
            reader.required(prefix + "API_KEY" + suffix, KEY_EXAMPLE),
            reader.optional(prefix + "QUALITY_PROFILE" + suffix, "HD-1080p").orElse(null),
            reader.optional(prefix + "ROOT_FOLDER" + suffix, "/media/movies").orElse(null),
            program == Program.RADARR ? availability(availability) : null));
  }

  private String availability(String name) {
    String text = reader.optional(name, "released").orElse("released");
    if (!AVAILABILITIES.contains(text)) {
      reader.complain(name, "must be announced, inCinemas or released", "released");
    }
    return text;
  }

  private Qbittorrent qbittorrent() {
    URI url = reader.optionalHttpUrl("QBITTORRENT_URL", "http://192.168.1.10:8081");
    if (url == null) {
      return null;
    }
    Optional<String> key = reader.optional("QBITTORRENT_API_KEY", "the key of its Web UI settings");
    if (key.isPresent()) {
      return new Qbittorrent(url, null, null, key.get());
    }
    return new Qbittorrent(
        url,
        reader.required("QBITTORRENT_USERNAME", "admin"),
        reader.required("QBITTORRENT_PASSWORD", "the password of its Web UI"),
        null);
  }

  private Seerr seerr() {
    URI url = reader.optionalHttpUrl("SEERR_URL", "http://192.168.1.10:5055");
    return url == null ? null : new Seerr(url, reader.required("SEERR_API_KEY", KEY_EXAMPLE));
  }

  private String webhookSecret() {
    String name = "WEBHOOK_SECRET";
    String example = "$(openssl rand -base64 24)";
    String secret = reader.optional(name, example).orElse(null);
    if (secret != null && secret.length() < WEBHOOK_SECRET_LENGTH) {
      reader.complain(name, "must be at least 16 characters long", example);
    }
    return secret;
  }
}
