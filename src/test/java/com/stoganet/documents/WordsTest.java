package com.stoganet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Messages, comments and the contract name the actor (the client, the user, the proxy, Jellyfin)
 * and say when, instead of leaving both open.
 */
class WordsTest {

  private static final Pattern VAGUE =
      Pattern.compile(
          "(?i)\\b(?:somebody|someone|nobody|anybody|anyone|everybody|everyone|whoever|whomever"
              + "|at\\s+present)\\b|(?<=/\\*\\* )The same (?:for|where|as)\\b");

  /** Comments and literals of Java; the rest of a source file is names. */
  private static final Pattern PROSE =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\n"
              + "]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n"
              + "]|\\\\.)*\"|'(?:[^'\\\\\n"
              + "]|\\\\.)+'");

  private static final Pattern TEXT = Pattern.compile(".*\\.(java|yaml|xml|sh|asadmin|properties)");

  @Test
  void given_what_people_read_when_scanned_then_it_says_who_and_when() throws IOException {
    List<String> vague = new ArrayList<>();
    for (Path file : files()) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (file.toString().endsWith(".java")) {
        PROSE.matcher(text).results().forEach(prose -> find(file, text, prose, vague));
      } else {
        VAGUE.matcher(text).results().forEach(found -> vague.add(place(file, text, found.start())));
      }
    }
    assertThat(vague)
        .as("Name who does it (the client, the user, the proxy, Jellyfin) and when, in these lines")
        .isEmpty();
  }

  private static void find(Path file, String text, MatchResult prose, List<String> vague) {
    VAGUE
        .matcher(text)
        .region(prose.start(), prose.end())
        .useTransparentBounds(true)
        .results()
        .forEach(found -> vague.add(place(file, text, found.start())));
  }

  private static String place(Path file, String text, int at) {
    long number = text.substring(0, at).lines().count();
    String line = text.substring(text.lastIndexOf('\n', at) + 1).lines().findFirst().orElse("");
    return file + ":" + number + ": " + line.strip();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> code = Files.walk(Path.of("src/main"));
        Stream<Path> contract = Files.walk(Path.of("api"))) {
      return Stream.concat(code, contract)
          .filter(file -> TEXT.matcher(file.toString()).matches())
          .sorted()
          .toList();
    }
  }
}
