package com.stoganet.sandbox;

import java.util.Map;

/** Who the calling program says it is, in its {@code Authorization} header. */
record ClientIdentity(String client, String version, String deviceId, String device) {

  static ClientIdentity from(Map<String, String> header) {
    return new ClientIdentity(
        header.get("Client"), header.get("Version"), header.get("DeviceId"), header.get("Device"));
  }

  /** Jellyfin: signing in needs all four, else 400. */
  boolean complete() {
    return filled(client) && filled(version) && filled(deviceId) && filled(device);
  }

  private static boolean filled(String text) {
    return text != null && !text.isEmpty();
  }
}
