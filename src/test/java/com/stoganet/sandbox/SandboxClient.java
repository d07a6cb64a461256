package com.stoganet.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
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
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small HTTP client for the sandbox's own tests. */
final class SandboxClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    byte[] bytes() {
      return response.body();
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    JsonValue value() {
      try (JsonReader reader = Json.createReader(new StringReader(text()))) {
        return reader.readValue();
      }
    }

    JsonObject json() {
      return value().asJsonObject();
    }

    List<String> names() {
      return each("Name");
    }

    List<String> each(String member) {
      return json().getJsonArray("Items").getValuesAs(JsonObject.class).stream()
          .map(item -> ((JsonString) item.get(member)).getString())
          .toList();
    }
  }

  private final SandboxJellyfin jellyfin;
  private final String authorization;

  private SandboxClient(SandboxJellyfin jellyfin, String authorization) {
    this.jellyfin = jellyfin;
    this.authorization = authorization;
  }

  static SandboxClient anonymous(SandboxJellyfin jellyfin) {
    return new SandboxClient(jellyfin, null);
  }

  static SandboxClient withApiKey(SandboxJellyfin jellyfin) {
    return withToken(jellyfin, jellyfin.apiKey());
  }

  static SandboxClient withToken(SandboxJellyfin jellyfin, String token) {
    return new SandboxClient(jellyfin, "MediaBrowser Token=\"" + token + "\"");
  }

  static SandboxClient as(SandboxJellyfin jellyfin, String user) {
    return withToken(jellyfin, jellyfin.users().signIn(user, "device-of-" + user));
  }

  SandboxClient sending(String header) {
    return new SandboxClient(jellyfin, header);
  }

  Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(jellyfin.url() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
