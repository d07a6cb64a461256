package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the sandbox against recordings of real servers: the same questions, the same shapes. */
class RecordedExchangesTest {

  /** Of these headers the value says something about the exchange, not about the server. */
  private static final Set<String> NUMBERS = Set.of("age", "content-length", "content-range");

  /** Of the connection, not of the answer; or left out of some recordings. */
  private static final Set<String> OTHERS =
      Set.of("connection", "date", "server", "x-response-time-ms");

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_recorded_questions_when_the_sandbox_is_asked_then_its_answers_look_alike(
      JellyfinVersion version) {
    AllowedDifferences allowed = AllowedDifferences.of(version);

    List<Difference> differences = differences(version);

    assertThat(differences)
        .as("differences between the sandbox and Jellyfin " + version.number())
        .filteredOn(difference -> !allowed.allows(difference))
        .isEmpty();
    assertThat(allowed.unused())
        .as("allowed differences that do not occur any more as " + version.number())
        .isEmpty();
  }

  private static List<Difference> differences(JellyfinVersion version) {
    List<RecordedExchange> recordings = RecordedExchange.of(version);
    Shapes real = new Shapes();
    Shapes ours = new Shapes();
    List<Difference> differences = new ArrayList<>();
    try (SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().version(version))) {
      AwkwardTitles.addTo(jellyfin.library());
      RecordedReplay replay = new RecordedReplay(jellyfin, recordings);
      for (RecordedExchange recording : recordings) {
        String options = options(recording);
        String headers = recording.question() + " headers";
        real.addTexts(headers, headers(recording.headers()), recording.file());
        real.addTexts(recording.question() + " text", text(recording), recording.file());
        real.add(recording.question(), recording.body(), options, recording.file());
        for (Answer answer : replay.answers(recording)) {
          if (answer.status() != recording.status()) {
            differences.add(status(recording, answer));
          } else {
            ours.addTexts(headers, headers(headersOf(answer)), recording.file());
            if (type(answer).startsWith("application/json")) {
              ours.add(recording.question(), answer.value(), options, recording.file());
            }
            ours.addTexts(recording.question() + " text", text(answer), recording.file());
          }
        }
      }
    }
    differences.addAll(ShapeComparison.of(real, ours));
    Map<String, Difference> distinct = new LinkedHashMap<>();
    differences.forEach(each -> distinct.putIfAbsent(each.what() + each.place(), each));
    return List.copyOf(distinct.values());
  }

  private static Difference status(RecordedExchange recording, Answer answer) {
    return new Difference(
        "status",
        recording.question(),
        Set.of(Integer.toString(recording.status())),
        Set.of(Integer.toString(answer.status())),
        recording.file());
  }

  private static String type(Answer answer) {
    return Objects.requireNonNullElse(answer.header("Content-Type"), "");
  }

  private static Map<String, String> text(RecordedExchange recording) {
    boolean text = recording.headers().getOrDefault("Content-Type", "").startsWith("text/");
    return text && recording.body() instanceof JsonString body
        ? Map.of("text", beginning(body.getString()))
        : Map.of();
  }

  private static Map<String, String> text(Answer answer) {
    return type(answer).startsWith("text/") ? Map.of("text", beginning(answer.text())) : Map.of();
  }

  /** Up to the first cue, with its time. */
  private static String beginning(String text) {
    return text.replaceFirst("(?s)(-->[^\n]*).*", "$1").replaceAll("\\d+", "n");
  }

  /** What was asked for of each item; a single one comes with everything. */
  private static String options(RecordedExchange recording) {
    if (recording.template().matches("/Items/\\{id}|.*/AdditionalParts")) {
      return "everything";
    }
    Map<String, String> query = recording.query();
    String fields =
        Stream.of(query.getOrDefault("fields", "").split(",", -1))
            .filter(field -> !field.isEmpty())
            .sorted()
            .collect(Collectors.joining(" "));
    String without =
        Stream.of("enableImages", "enableUserData")
            .filter(name -> query.getOrDefault(name, "true").equals("false"))
            .map(name -> " -" + name.substring("enable".length()))
            .collect(Collectors.joining());
    return (fields + without).strip();
  }

  private static Map<String, String> headersOf(Answer answer) {
    return answer.response().headers().map().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(",", entry.getValue())));
  }

  private static Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> comparable = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OTHERS.contains(lower)) {
            comparable.put(lower, comparable(lower, value));
          }
        });
    return comparable;
  }

  private static String comparable(String name, String value) {
    if (name.equals("last-modified")) {
      return value.matches("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT") ? "date" : value;
    }
    String plain = name.equals("etag") ? value.replaceAll("[0-9a-f]{32}", "id") : value;
    return NUMBERS.contains(name) ? plain.replaceAll("\\d+(\\.\\d+)?", "n") : plain;
  }
}
