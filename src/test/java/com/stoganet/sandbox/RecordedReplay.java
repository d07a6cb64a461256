package com.stoganet.sandbox;

import com.stoganet.sandbox.SandboxClient.Answer;
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

/**
 * Asks the sandbox what a real server was asked: about all titles of the kind that the recording is
 * about, by a user or with a token of the same kind.
 */
final class RecordedReplay {
  private static final String UNKNOWN = "00000000000000000000000000000abc";
  private static final int MARKED = 3;

  private final SandboxJellyfin jellyfin;

  /** The kind of item that each recorded identifier belongs to. */
  private final Map<String, String> kinds = new HashMap<>();

  /** The user of the sandbox that stands for a recorded one; others are {@code demo}. */
  private final Map<String, String> users = new HashMap<>();

  private final Map<String, SandboxClient> signedIn = new HashMap<>();
  private JsonObject attempt;

  RecordedReplay(SandboxJellyfin jellyfin, List<RecordedExchange> recordings) {
    this.jellyfin = jellyfin;
    for (RecordedExchange recording : recordings) {
      learn(recording.body());
      if (recording.path().equals("/Users/AuthenticateByName") && recording.status() == 200) {
        users.put(
            recording.body().asJsonObject().getJsonObject("User").getString("Id"),
            recording.sentBody().getString("Username").equals("kid") ? "kid" : "demo");
      }
    }
  }

  /** The answers of the sandbox to this question, one for each title that it is asked about. */
  List<Answer> answers(RecordedExchange recording) {
    if (recording.path().startsWith("/QuickConnect/")) {
      return List.of(quickConnect(recording));
    }
    SandboxClient client = client(recording);
    if (recording.path().equals("/Users/AuthenticateByName")) {
      return List.of(client.post(recording.path(), signIn(recording)));
    }
    if (recording.path().startsWith("/Sessions/Playing")) {
      return List.of(client.post(recording.path(), report(recording)));
    }
    return targets(recording)
        .map(target -> client.send(recording.method(), target, null, headers(recording)))
        .toList();
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

  private SandboxClient client(RecordedExchange recording) {
    String authorization = recording.sent().getOrDefault("Authorization", "");
    if (authorization.contains("Client=")) {
      return SandboxClient.anonymous(jellyfin).sending(authorization);
    }
    if (recording.path().startsWith("/System/") || recording.file().endsWith("no-token.json")) {
      return SandboxClient.anonymous(jellyfin);
    }
    if (recording.status() == 401) {
      return SandboxClient.withToken(jellyfin, UNKNOWN);
    }
    if (recording.path().equals("/Sessions/Logout")) {
      return SandboxClient.withToken(jellyfin, jellyfin.users().signIn("demo", "another"));
    }
    boolean index = recording.path().equals("/Items") && !recording.query().containsKey("userId");
    return index ? SandboxClient.withApiKey(jellyfin) : user(user(recording));
  }

  private SandboxClient user(String name) {
    return signedIn.computeIfAbsent(name, each -> SandboxClient.as(jellyfin, each));
  }

  private String user(RecordedExchange recording) {
    return users.getOrDefault(recording.query().getOrDefault("userId", ""), "demo");
  }

  private static String[] headers(RecordedExchange recording) {
    return Stream.of("Range", "Accept-Encoding")
        .filter(recording.sent()::containsKey)
        .flatMap(name -> Stream.of(name, recording.sent().get(name)))
        .toArray(String[]::new);
  }

  /** The disabled user of the recordings is {@code former} here; others keep what is right. */
  private static String signIn(RecordedExchange recording) {
    String name = recording.sentBody().getString("Username");
    String user = name.equals("off") ? "former" : name.equals("kid") ? "kid" : "demo";
    boolean right = recording.status() != 401;
    String sent = name.equals("nobody-here") ? name : user;
    return "{\"Username\":\"" + sent + "\",\"Pw\":\"" + (right ? user : " ") + "\"}";
  }

  private Answer quickConnect(RecordedExchange recording) {
    String device = recording.sent().getOrDefault("Authorization", "");
    if (recording.method().equals("POST") && recording.path().endsWith("/Initiate")) {
      Answer answer = SandboxClient.anonymous(jellyfin).sending(device).post(recording.path(), "");
      attempt = answer.json();
      return answer;
    }
    if (recording.path().endsWith("/Connect")) {
      return SandboxClient.anonymous(jellyfin)
          .get(recording.path() + "?secret=" + attempt.getString("Secret"));
    }
    String code = recording.status() == 404 ? "000000" : attempt.getString("Code");
    String userId = jellyfin.users().idOf("demo");
    return user("demo").post(recording.path() + "?code=" + code + "&userId=" + userId, "");
  }

  private static String report(RecordedExchange recording) {
    String item = recording.file().contains("unknown") ? UNKNOWN : Titles.MOVIE;
    return "{\"CanSeek\":true,\"ItemId\":\""
        + item
        + "\",\"MediaSourceId\":\""
        + item
        + "\",\"PlayMethod\":\"DirectPlay\",\"PositionTicks\":600000000}";
  }

  /** The paths and queries to ask for. */
  private Stream<String> targets(RecordedExchange recording) {
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
    return concerned(recording)
        .map(id -> path.replaceAll("(?<=/)[0-9a-f]{32}(?=/|$)", id) + query(recording, id));
  }

  /** The items that stand for the one in the path or in the query. */
  private Stream<String> concerned(RecordedExchange recording) {
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
      boolean kid = user(recording).equals("kid");
      return Stream.of(kid ? Titles.MOVIE_HIDDEN_FROM_KID : UNKNOWN);
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

  private String query(RecordedExchange recording, String id) {
    Map<String, String> query = new LinkedHashMap<>(recording.query());
    query.computeIfPresent("userId", (name, old) -> jellyfin.users().idOf(user(recording)));
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
