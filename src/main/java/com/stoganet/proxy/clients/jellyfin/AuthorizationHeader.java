package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.shared.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Jellyfin's Authorization header, the only form that all its versions accept.
 *
 * <p>Jellyfin URL-decodes the values, {@code +} included, so they are URL-encoded here.
 */
public final class AuthorizationHeader {

  private static final String CLIENT = "Stoganet";
  private static final String VERSION = "0.1.0";

  private AuthorizationHeader() {}

  /** For signing in: all four values must be there, or Jellyfin answers 400. */
  static String ofDevice(Device device) {
    return "MediaBrowser Client=\"%s\", Version=\"%s\", DeviceId=\"%s\", Device=\"%s\""
        .formatted(encode(CLIENT), encode(VERSION), encode(device.id()), encode(device.label()));
  }

  /** For everything else: the token alone, since other values would rename the device. */
  public static String ofToken(String token) {
    return "MediaBrowser Token=\"" + encode(token) + "\"";
  }

  /** The header with the caller's own token, for everything but signing in. */
  public static String of(Caller caller) {
    return ofToken(caller.jellyfinToken());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
