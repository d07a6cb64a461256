package com.stoganet.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that a run leaves behind and the next one does not want. */
final class Directories {

  private Directories() {}

  /** Deletes the directory with everything in it, if it is there. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> content;
    try (Stream<Path> paths = Files.walk(directory)) {
      content = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      Files.delete(path);
    }
  }
}
