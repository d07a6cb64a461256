package com.stoganet.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document of the repository: its headings, links and tables. */
record MarkdownFile(Path path, String text) {

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *(```|~~~).*?^ *\\1 *$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#* *$");
  private static final Pattern HTML_ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|.*\\| *$");

  /** Written in a sentence, as a reference below, or as HTML. */
  private static final Pattern LINK =
      Pattern.compile(
          "\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)"
              + "|(?m:^\\[[^\\]]+\\]: *<?([^\\s>]+)>?)"
              + "|(?:href|src)=\"([^\"]+)\"");

  static MarkdownFile read(Path path) {
    try {
      return new MarkdownFile(path, FENCED.matcher(Files.readString(path)).replaceAll(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What follows the # of an address that leads to a heading, as GitHub makes it. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    HEADING
        .matcher(text)
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
    HTML_ANCHOR.matcher(text).results().forEach(found -> anchors.add(found.group(1)));
    return anchors;
  }

  /** Targets of links to other files of the repository, and to headings. */
  List<String> relativeLinks() {
    return LINK.matcher(CODE.matcher(text).replaceAll(""))
        .results()
        .map(MarkdownFile::target)
        .filter(target -> !target.matches("[a-z][a-z0-9+.-]*:.*"))
        .toList();
  }

  /** Words in code font in the first cells of tables. */
  Set<String> tableNames() {
    return ROW.matcher(text)
        .results()
        .flatMap(row -> CODE.matcher(row.group(1)).results())
        .map(MatchResult::group)
        .map(code -> code.substring(1, code.length() - 1))
        .collect(Collectors.toSet());
  }

  private static String target(MatchResult link) {
    return Stream.of(1, 2, 3)
        .map(link::group)
        .filter(group -> group != null)
        .findFirst()
        .orElseThrow();
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }
}
