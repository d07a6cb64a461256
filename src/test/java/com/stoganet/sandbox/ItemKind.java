package com.stoganet.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Names the kinds of objects in Jellyfin's answers: those of one kind should look alike. */
final class ItemKind {
  private ItemKind() {}

  /**
   * @param suggested the kind by the place in the answer
   * @param options what the request asked for of each item
   */
  static String of(String suggested, JsonObject object, String options) {
    if (object.containsKey("ServerId") && object.containsKey("IsFolder")) {
      return object.getString("Type") + peculiarity(object) + " (" + options + ")";
    }
    if (suggested.equals("MediaStream")) {
      boolean external = object.getBoolean("IsExternal", false);
      return suggested + " " + object.getString("Type") + (external ? " external" : "");
    }
    if (suggested.equals("MediaSource")) {
      boolean disc = object.getString("Container", "").equals("disc");
      return suggested + (object.getBoolean("IsRemote", false) ? " remote" : disc ? " disc" : "");
    }
    if (object.containsKey("traceId")) {
      return "Problem " + object.get("status");
    }
    return object.containsKey("Policy") ? "User" : suggested;
  }

  /** The kind of what a member holds, if that are objects. */
  static String inside(String kind, String member) {
    return switch (member) {
      case "MediaSources" -> "MediaSource";
      case "MediaStreams" -> "MediaStream";
      case "UserData" -> "UserData of " + kind.replaceAll("[ (].*", "");
      case "Policy", "Configuration", "SessionInfo", "User", "Chapters", "People" -> member;
      default -> kind.replaceFirst(" \\(.*", "") + "." + member;
    };
  }

  /** What makes a title awkward: Jellyfin writes such items differently. */
  private static String peculiarity(JsonObject item) {
    if (item.getBoolean("IsPlaceHolder", false)) {
      return " placeholder";
    }
    if (item.containsKey("PartCount")) {
      return " in parts";
    }
    List<JsonObject> sources =
        item.getOrDefault("MediaSources", JsonValue.EMPTY_JSON_ARRAY)
            .asJsonArray()
            .getValuesAs(JsonObject.class);
    if (sources.size() > 1) {
      return " with versions";
    }
    if (sources.stream().anyMatch(source -> source.getBoolean("IsRemote", false))) {
      return " remote";
    }
    return item.getString("LocationType", "nowhere").equals("Virtual") ? " virtual" : "";
  }
}
