package com.stoganet.sandbox.arr;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A small HTTP client for the stub's own tests. */
final class ArrClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Parsson: 15 million characters unless told otherwise; a large library is longer. */
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of("org.eclipse.parsson.maxParsingLimit", 100_000_000));

  /** What came back. */
  record Answer(int status, String contentType, String text, HttpResponse<String> response) {
    JsonValue value() {
      try (JsonReader reader = READERS.createReader(new StringReader(text))) {
        return reader.readValue();
      }
    }

    JsonObject object() {
      return value().asJsonObject();
    }

    JsonArray array() {
      return value().asJsonArray();
    }

    /** The only element. */
    JsonObject only() {
      if (array().size() != 1) {
        throw new AssertionError("not exactly one: " + text);
      }
      return array().getJsonObject(0);
    }
  }

  private final URI base;
  private final String key;

  ArrClient(SandboxArr arr) {
    this(arr.url(), arr.apiKey());
  }

  ArrClient(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** A path below /api/v3, or one that starts with two slashes and stands for itself. */
  Answer send(String method, String path, String body) {
    String full = path.startsWith("//") ? path.substring(1) : "/api/v3" + path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + full));
    request.timeout(Duration.ofSeconds(20));
    if (key != null) {
      request.header("X-Api-Key", key);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
