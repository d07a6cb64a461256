package com.stoganet.sandbox;

import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks the sandbox what a real server was asked: about all titles of the kind that the recording is
 * about, by a user or with a token of the same kind.
 */
final class RecordedReplay {
  static final String UNKNOWN = "00000000000000000000000000000abc";

  private final SandboxJellyfin jellyfin;

  private final RecordedTargets targets;

  /** The user of the sandbox that stands for a recorded one; others are {@code demo}. */
  private final Map<String, String> users = new HashMap<>();

  private final Map<String, SandboxClient> signedIn = new HashMap<>();
  private JsonObject attempt;

  RecordedReplay(SandboxJellyfin jellyfin, List<RecordedExchange> recordings) {
    this.jellyfin = jellyfin;
    this.targets = new RecordedTargets(jellyfin, recordings);
    for (RecordedExchange recording : recordings) {
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
    return targets
        .of(recording, user(recording))
        .map(target -> client.send(recording.method(), target, null, headers(recording)))
        .toList();
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
}
