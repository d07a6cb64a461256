package com.stoganet.launch;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user does at the Web UI of a real qBittorrent 4.5 to 5.3, in a session of their own. */
public final class QbittorrentControls {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BOUNDARY = "form-of-a-test";

  private final URI root;
  private String cookie = "";

  private QbittorrentControls(URI root) {
    this.root = root;
  }

  static QbittorrentControls logIn(QbittorrentServer server) {
    QbittorrentControls controls = new QbittorrentControls(server.url());
    HttpResponse<String> answer = controls.logIn(server.username(), server.password());
    controls.cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .map(header -> header.split(";", 2)[0])
            .orElseThrow(() -> new IllegalStateException("no session: " + answer.body()));
    return controls;
  }

  /**
   * Whether a password is accepted of a user without a session: within one it would not be looked
   * at.
   */
  public boolean attempt(String username, String password) {
    HttpResponse<String> answer = new QbittorrentControls(root).logIn(username, password);
    // Since qBittorrent 5.2 the status alone tells.
    return answer.statusCode() < 300 && !answer.body().equals("Fails.");
  }

  private HttpResponse<String> logIn(String username, String password) {
    return send(form("auth/login", Map.of("username", username, "password", password)));
  }

  /** Adds one that is there already, and sends it to whoever asks. */
  public void seed(TorrentFile torrent, Path directory, int bytesPerSecond) {
    add(
        torrent,
        Map.of(
            "savepath", directory.toString(),
            "skip_checking", "true",
            "upLimit", Integer.toString(bytesPerSecond)));
  }

  /** Adds one to be downloaded; an empty category is none. */
  public void download(TorrentFile torrent, String category) {
    add(torrent, Map.of("category", category));
  }

  /** Adds one of which only the hash is known. */
  public void magnet(String hash) {
    post("torrents/add", Map.of("urls", "magnet:?xt=urn:btih:" + hash));
  }

  /** Tells where somebody has it: on a port of the loopback interface. */
  public void peer(String hash, int port) {
    post("torrents/addPeers", Map.of("hashes", hash, "peers", "127.0.0.1:" + port));
  }

  /** How much of it is sent in a second. */
  public void uploadLimit(String hash, int bytesPerSecond) {
    post(
        "torrents/setUploadLimit",
        Map.of("hashes", hash, "limit", Integer.toString(bytesPerSecond)));
  }

  /** Removes one, with what was downloaded of it. */
  public void delete(String hash) {
    post("torrents/delete", Map.of("hashes", hash, "deleteFiles", "true"));
  }

  /** What torrents/info says of one; empty when it is not there. */
  public Optional<JsonObject> torrent(String hash) {
    URI uri = root.resolve("/api/v2/torrents/info?hashes=" + hash);
    String list = checked(send(request(uri).GET().build()));
    try (JsonReader reader = Json.createReader(new StringReader(list))) {
      JsonArray torrents = reader.readArray();
      return torrents.isEmpty() ? Optional.empty() : Optional.of(torrents.getJsonObject(0));
    }
  }

  /** Its state in the words of qBittorrent; empty when it is not there. */
  public String state(String hash) {
    return torrent(hash).map(torrent -> torrent.getString("state")).orElse("");
  }

  private void add(TorrentFile torrent, Map<String, String> fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
    part(body, "name=\"torrents\"; filename=\"a.torrent\"", torrent.bytes());
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            request(root.resolve("/api/v2/torrents/add"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    // Since qBittorrent 5.2 the answer is JSON with counts.
    String told = checked(answer);
    if (told.equals("Fails.") || told.matches("(?s).*\"failure_count\"\\s*:\\s*[1-9].*")) {
      throw new IllegalStateException("qBittorrent does not take the torrent");
    }
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] value) {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(value);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private void post(String action, Map<String, String> fields) {
    checked(send(form(action, fields)));
  }

  private HttpRequest form(String action, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return request(root.resolve("/api/v2/" + action))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    return cookie.isEmpty() ? builder : builder.header("Cookie", cookie);
  }

  private static String checked(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("qBittorrent answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
