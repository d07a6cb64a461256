package com.stoganet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents and the code agree. */
class DocumentsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path LIBERTY = Path.of("src/main/liberty/config");

  /** Not ours: the C library reads it, and launch.sh gives it a default. */
  private static final String OF_THE_SYSTEM = "MALLOC_ARENA_MAX";

  /** A second Radarr or Sonarr has the same settings with a number behind the name. */
  private static final Pattern NUMBERED = Pattern.compile("_[2-9]$");

  private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  @Test
  void given_the_documents_when_links_are_followed_then_each_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (MarkdownFile document : documents()) {
      for (String link : document.relativeLinks()) {
        String[] parts = link.split("#", 2);
        Path target = document.path().resolveSibling(parts[0]).normalize();
        if (parts[0].isEmpty()) {
          target = document.path();
        }
        boolean there = target.startsWith(ROOT) && Files.exists(target);
        boolean heading =
            parts.length == 1
                || !target.toString().endsWith(".md")
                || there && MarkdownFile.read(target).anchors().contains(parts[1]);
        if (!there || !heading) {
          broken.add(ROOT.relativize(document.path()) + ": " + link);
        }
      }
    }
    assertThat(broken).as("links that lead nowhere").isEmpty();
  }

  @Test
  void given_the_settings_when_compared_with_the_tables_then_code_and_documents_have_the_same()
      throws IOException {
    Set<String> documented =
        documents().stream()
            .flatMap(document -> document.tableNames().stream())
            .filter(name -> SETTING.matcher(name).matches())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).as("settings in the tables of the documents").isEqualTo(settings());
  }

  @Test
  void given_the_server_when_it_reads_the_environment_then_only_settings_of_the_proxy()
      throws IOException {
    Set<String> read = new TreeSet<>();
    Pattern reference = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[}:]");
    for (String file : List.of("launch.sh", "server.xml", "tls.xml", "sqlite.xml")) {
      reference
          .matcher(Files.readString(LIBERTY.resolve(file)))
          .results()
          .forEach(found -> read.add(found.group(1)));
    }
    Pattern loop = Pattern.compile("for name in ([A-Z0-9_\\\\\\s]+); do");
    loop.matcher(Files.readString(LIBERTY.resolve("launch.sh")))
        .results()
        .flatMap(found -> Stream.of(found.group(1).replace("\\", " ").strip().split("\\s+")))
        .forEach(read::add);
    read.remove(OF_THE_SYSTEM);

    assertThat(read).contains("DB_PATH", "JELLYFIN_URL").isSubsetOf(settings());
  }

  @Test
  void given_the_code_when_it_reads_settings_then_only_in_the_package_of_settings()
      throws IOException {
    Pattern reading =
        Pattern.compile("System\\.getenv|ConfigProvider|@ConfigProperty|import .*\\.Config;");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> readers =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.getParent().endsWith("config"))
              .filter(file -> reading.matcher(text(file)).find())
              .toList();

      assertThat(readers).isEmpty();
    }
  }

  private static List<MarkdownFile> documents() throws IOException {
    List<MarkdownFile> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT)) {
      files.filter(DocumentsTest::isMarkdown).map(MarkdownFile::read).forEach(documents::add);
    }
    for (String folder : List.of("docs", "bench", "src/test/resources")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(DocumentsTest::isMarkdown).map(MarkdownFile::read).forEach(documents::add);
      }
    }
    return documents;
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  /** What the proxy looks for, with nothing set and with what makes it look for more. */
  private static Set<String> settings() {
    Set<String> asked = new TreeSet<>();
    Settings.read(
        name -> {
          asked.add(name);
          return Optional.empty();
        });
    Settings.read(
        name -> {
          asked.add(name);
          return switch (name) {
            case "JWT_ALGORITHM" -> Optional.of("ES256");
            case "TLS_LISTEN_ADDR" -> Optional.of(":8443");
            default ->
                NUMBERED.matcher(name).replaceFirst("").endsWith("_URL")
                    ? Optional.of("http://192.0.2.1")
                    : Optional.empty();
          };
        });
    return asked.stream()
        .map(name -> name.replaceFirst("_FILE$", ""))
        .map(name -> NUMBERED.matcher(name).replaceFirst(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
