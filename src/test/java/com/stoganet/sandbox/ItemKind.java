package com.stoganet.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/** Names the kinds of objects in Jellyfin's answers: those of one kind should look alike. */
final class ItemKind {
  private static final Set<String> FOLDERS = Set.of("Dvd", "BluRay");

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
      boolean disc = FOLDERS.contains(object.getString("VideoType", ""));
      String kind = object.containsKey("Container") ? " disc" : " disc folder";
      return suggested + (object.getBoolean("IsRemote", false) ? " remote" : disc ? kind : "");
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
    if (item.getString("Type").equals("Movie")) {
      if (!item.containsKey("VideoType")) {
        return " without a file";
      }
      if (FOLDERS.contains(item.getString("VideoType"))) {
        return " in a disc folder";
      }
      if (!item.containsKey("RunTimeTicks")) {
        return " remote";
      }
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
    return item.getString("LocationType", "nowhere").equals("Virtual") ? " virtual" : "";
  }
}
