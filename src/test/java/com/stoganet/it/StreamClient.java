package com.stoganet.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/** Asks the proxy for bytes, as a player does. */
final class StreamClient {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private StreamClient() {}

  /** {@code address} is a path of the proxy, or absolute; a null token sends none. */
  static HttpResponse<byte[]> get(String address, String token, String... headers)
      throws Exception {
    return HTTP.send(request(address, token, headers).build(), BodyHandlers.ofByteArray());
  }

  static HttpResponse<byte[]> head(String address, String token, String... headers)
      throws Exception {
    return HTTP.send(
        request(address, token, headers).method("HEAD", BodyPublishers.noBody()).build(),
        BodyHandlers.ofByteArray());
  }

  /** With the body still to be read, or to be closed. */
  static HttpResponse<InputStream> open(String address, String token, String... headers)
      throws IOException, InterruptedException {
    return HTTP.send(request(address, token, headers).build(), BodyHandlers.ofInputStream());
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static HttpRequest.Builder request(String address, String token, String... headers) {
    String absolute =
        address.startsWith("/") ? "http://127.0.0.1:" + Proxy.currentPort() + address : address;
    String[] all =
        Stream.concat(
                token == null ? Stream.empty() : Stream.of("Authorization", "Bearer " + token),
                Stream.of(headers))
            .toArray(String[]::new);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(absolute)).timeout(PATIENCE);
    return all.length == 0 ? request : request.headers(all);
  }
}
