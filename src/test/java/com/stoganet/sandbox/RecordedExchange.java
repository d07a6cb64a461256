package com.stoganet.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request that was made of a real server, and its answer.
 *
 * @param file the recording, such as {@code rec-12.0/001-GET-Items-200.json}
 * @param path without the query, not decoded
 * @param query values as they were meant, not encoded
 * @param sent the headers of the request
 * @param sentBody null if there was none
 * @param headers of the answer
 * @param body of the answer: text as a string; null if there was none, or one of bytes
 */
record RecordedExchange(
    String file,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> sent,
    JsonObject sentBody,
    int status,
    Map<String, String> headers,
    JsonValue body) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "recordings", "jellyfin");

  /** All recordings of this generation, in the order in which they were made. */
  static List<RecordedExchange> of(JellyfinVersion version) {
    String name =
        switch (version) {
          case V12 -> "rec-12.0";
          case V10_11 -> "rec-10.11";
          case V10_10 -> "rec-10.10";
        };
    List<RecordedExchange> all = new ArrayList<>();
    files(name).forEach(file -> all.add(walked(file)));
    files(name + "-library").forEach(file -> all.add(single(file)));
    return all;
  }

  /** The path with a name for each identifier and number. */
  String template() {
    return path.replaceAll("(?<=/)([0-9a-f]{32}|xyz)", "{id}").replaceAll("(?<=/)\\d+", "{n}");
  }

  /** What the messages call this question. */
  String question() {
    return method + " " + template() + " " + status;
  }

  boolean fromLibrary() {
    return file.contains("-library/");
  }

  private static RecordedExchange walked(Path file) {
    JsonObject recording = json(file);
    JsonObject request = recording.getJsonObject("request");
    JsonObject response = recording.getJsonObject("response");
    Map<String, String> query = new LinkedHashMap<>();
    for (JsonArray pair : request.getJsonArray("query").getValuesAs(JsonArray.class)) {
      query.put(pair.getString(0), pair.getString(1));
    }
    JsonValue body = request.get("body");
    return new RecordedExchange(
        name(file),
        request.getString("method"),
        request.getString("path"),
        query,
        texts(request.getJsonObject("headers")),
        body instanceof JsonObject object ? object : null,
        response.getInt("status"),
        texts(response.getJsonObject("headers")),
        response.containsKey("body") ? response.get("body") : response.get("text"));
  }

  /** Of these the request is one line, without its headers and body. */
  private static RecordedExchange single(Path file) {
    JsonObject recording = json(file);
    String[] request = recording.getString("request").split("[ ?]", 3);
    Map<String, String> query = new LinkedHashMap<>();
    if (request.length > 2) {
      for (String pair : request[2].split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], parts[1]);
      }
    }
    return new RecordedExchange(
        name(file),
        request[0],
        request[1],
        query,
        Map.of("Accept-Encoding", "identity"),
        null,
        recording.getInt("status"),
        texts(recording.getJsonObject("headers")),
        recording.get("body"));
  }

  private static Map<String, String> texts(JsonObject headers) {
    Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
    return texts;
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject json(Path file) {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader reader = Json.createReader(text)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
