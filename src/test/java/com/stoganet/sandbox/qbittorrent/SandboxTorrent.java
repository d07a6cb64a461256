package com.stoganet.sandbox.qbittorrent;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * A torrent of the sandbox.
 *
 * @param state in the words of the version that is imitated
 */
public record SandboxTorrent(
    String hash, String name, long size, long left, long speed, long eta, String state) {

  private static final long ENDLESS = 8_640_000;

  /** One that is half done, with a minute to go. */
  public static SandboxTorrent downloading(String hash) {
    return new SandboxTorrent(
        hash.toLowerCase(Locale.ROOT), "A release", 1_000_000, 500_000, 8_333, 60, "downloading");
  }

  /** The same in another state, where nothing moves. */
  public SandboxTorrent resting(String other) {
    return new SandboxTorrent(hash, name, size, left, 0, ENDLESS, other);
  }

  boolean complete() {
    return size > 0 && left == 0;
  }

  /** As torrents/info has it, but for what nobody here reads. */
  JsonObject json() {
    return Json.createObjectBuilder()
        .add("added_on", 1_795_428_133)
        .add("amount_left", left)
        .add("category", "radarr")
        .add("completed", size - left)
        .add("dlspeed", speed)
        .add("eta", eta)
        .add("hash", hash)
        .add("name", name)
        .add("progress", size == 0 ? 0 : (double) (size - left) / size)
        .add("size", size)
        .add("state", state)
        .add("tags", "")
        .add("total_size", size == 0 ? -1 : size)
        .build();
  }
}
