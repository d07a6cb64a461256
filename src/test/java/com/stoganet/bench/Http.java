package com.stoganet.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Requests over HTTP/1.1 whose connections are kept; a request that fails has status 0. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}

  /** What came back. */
  record Answer(int status, HttpResponse<byte[]> response) {

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
        return reader.readObject();
      }
    }

    Optional<String> header(String name) {
      return response == null ? Optional.empty() : response.headers().firstValue(name);
    }

    /** Whether the route is not there (yet). */
    boolean absent() {
      return status == 404 || status == 501;
    }
  }

  static Answer get(String url, String... headers) {
    return send(request(url, headers).GET().build());
  }

  static Answer postJson(String url, JsonObject body, String... headers) {
    return send(
        request(url, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static HttpRequest.Builder request(String url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      return new Answer(0, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, null);
    }
  }
}
