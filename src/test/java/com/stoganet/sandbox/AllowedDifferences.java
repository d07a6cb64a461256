package com.stoganet.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The list of what the sandbox may answer otherwise than a real server, each with a reason. */
final class AllowedDifferences {
  private static final Path FILE =
      Path.of("src", "test", "resources", "recordings", "jellyfin", "allowed-differences.txt");

  /** What counts as "there or not", which for metadata is a matter of the titles. */
  private static final Set<String> PRESENCE = Set.of("less", "more", "absent");

  private record Entry(String line, String what, Pattern place) {
    boolean fits(Difference difference) {
      boolean same =
          what.equals(difference.what())
              || (what.equals("presence") && PRESENCE.contains(difference.what()));
      return same && place.matcher(difference.place()).matches();
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> used = new ArrayList<>();

  private AllowedDifferences() {}

  /** Lines of {@code versions | what | place | reason}; a star in a place stands for anything. */
  static AllowedDifferences of(JellyfinVersion version) {
    AllowedDifferences allowed = new AllowedDifferences();
    try {
      Files.readAllLines(FILE).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> allowed.read(line, version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return allowed;
  }

  private void read(String line, JellyfinVersion version) {
    String[] parts = line.split(" *\\| *", 4);
    if (parts.length < 4 || parts[3].isBlank()) {
      throw new IllegalArgumentException("an allowed difference needs a reason: " + line);
    }
    List<String> versions = List.of(parts[0].strip().split(" +", -1));
    if (versions.contains("all")
        || versions.stream().anyMatch(each -> version.number().startsWith(each + "."))) {
      String place = Pattern.quote(parts[2]).replace("*", "\\E.*\\Q");
      entries.add(new Entry(line, parts[1], Pattern.compile(place)));
    }
  }

  boolean allows(Difference difference) {
    List<Entry> fitting = entries.stream().filter(entry -> entry.fits(difference)).toList();
    used.addAll(fitting);
    return !fitting.isEmpty();
  }

  /** The entries that allowed nothing. */
  List<String> unused() {
    return entries.stream().filter(entry -> !used.contains(entry)).map(Entry::line).toList();
  }
}
