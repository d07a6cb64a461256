package com.stoganet.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the sandbox's own titles in the place of those that a recorded request names. */
final class RecordedTargets {
  private static final int MARKED = 3;

  private final SandboxJellyfin jellyfin;

  /** The kind of item that each recorded identifier belongs to. */
  private final Map<String, String> kinds = new HashMap<>();

  RecordedTargets(SandboxJellyfin jellyfin, List<RecordedExchange> recordings) {
    this.jellyfin = jellyfin;
    recordings.forEach(recording -> learn(recording.body()));
  }

  private void learn(JsonValue value) {
    if (value instanceof JsonObject object) {
      if (object.containsKey("IsFolder")) {
        kinds.put(object.getString("Id"), object.getString("Type"));
      }
      object.values().forEach(this::learn);
    } else if (value != null && value.getValueType() == JsonValue.ValueType.ARRAY) {
      value.asJsonArray().forEach(this::learn);
    }
  }

  /** The paths and queries to ask for, as this user of the sandbox. */
  Stream<String> of(RecordedExchange recording, String user) {
    String path = recording.path();
    if (path.startsWith("/Videos/") && path.contains("/Subtitles/")) {
      return subtitles();
    }
    if (path.contains("/stream.")) {
      String ending = path.substring(path.lastIndexOf('.'));
      return items(item -> file(item).endsWith(ending))
          .limit(1)
          .map(id -> "/Videos/" + id + "/stream" + ending + "?static=true&mediaSourceId=" + id);
    }
    if (path.contains("/Images/")) {
      return pictures(recording);
    }
    return concerned(recording, user)
        .map(id -> path.replaceAll("(?<=/)[0-9a-f]{32}(?=/|$)", id) + query(recording, id, user));
  }

  /** The items that stand for the one in the path or in the query. */
  private Stream<String> concerned(RecordedExchange recording, String user) {
    if (recording.path().startsWith("/Shows/") && recording.template().contains("{id}")) {
      return items(item -> item.type() == ItemType.SERIES);
    }
    String id =
        Stream.of(recording.path().split("/", -1))
            .filter(kinds.keySet()::contains)
            .findFirst()
            .or(() -> Optional.ofNullable(recording.query().get("seriesId")))
            .or(() -> Optional.ofNullable(recording.query().get("parentId")))
            .orElse("");
    if (recording.status() == 404) {
      boolean kid = user.equals("kid");
      return Stream.of(kid ? Titles.MOVIE_HIDDEN_FROM_KID : RecordedReplay.UNKNOWN);
    }
    if (recording.path().endsWith("/AdditionalParts")) {
      return items(item -> item.type() == ItemType.MOVIE);
    }
    if (!kinds.containsKey(id)) {
      return Stream.of("");
    }
    Stream<String> alike =
        items(item -> item.type().wireName().equals(kinds.get(id)) && !item.missing());
    return recording.path().startsWith("/User") ? alike.limit(MARKED) : alike;
  }

  private Stream<String> items(Predicate<Item> wanted) {
    return jellyfin.library().all().stream().filter(wanted).map(Item::id);
  }

  private static String file(Item item) {
    return item.versions().isEmpty() ? "" : item.versions().get(0).fileName();
  }

  private Stream<String> subtitles() {
    return jellyfin.library().all().stream()
        .filter(item -> !item.versions().isEmpty())
        .flatMap(
            item -> {
              List<Track> tracks = item.versions().get(0).tracks();
              return Stream.iterate(0, index -> index < tracks.size(), index -> index + 1)
                  .filter(index -> tracks.get(index).text())
                  .map(index -> "/Subtitles/" + index + "/Stream.vtt")
                  .map(end -> "/Videos/" + item.id() + "/" + item.versions().get(0).id() + end);
            })
        .limit(MARKED);
  }

  private Stream<String> pictures(RecordedExchange recording) {
    String type = recording.path().replaceFirst(".*/Images/", "");
    boolean there = recording.status() == 200;
    Map<String, String> query = new LinkedHashMap<>(recording.query());
    return items(item -> item.type() == ItemType.MOVIE && Artwork.has(item, part(type), 0) == there)
        .limit(1)
        .map(
            id -> {
              query.put("tag", there ? Artwork.tag(id, part(type)) : "x");
              return "/Items/" + id + "/Images/" + type + encoded(query);
            });
  }

  private static String part(String type) {
    return type.replaceFirst("/.*", "");
  }

  private String query(RecordedExchange recording, String id, String user) {
    Map<String, String> query = new LinkedHashMap<>(recording.query());
    query.computeIfPresent("userId", (name, old) -> jellyfin.users().idOf(user));
    query.computeIfPresent("seriesId", (name, old) -> id.isEmpty() ? Titles.SERIES : id);
    query.computeIfPresent("parentId", (name, old) -> id.isEmpty() ? Titles.SERIES : id);
    query.computeIfPresent(
        "ids",
        (name, old) ->
            items(item -> item.type() == ItemType.MOVIE || item.type() == ItemType.SERIES)
                .collect(Collectors.joining(",")));
    boolean found = recording.body() != null && recording.body().toString().contains("ServerId");
    query.computeIfPresent("minDateLastSaved", (name, old) -> found ? "2020-01-01T00:00:00Z" : old);
    return encoded(query);
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
  }
}
