package com.stoganet.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that this machine may have. */
public final class Programs {

  /** Debian keeps the programs of each version of PostgreSQL here, outside of PATH. */
  private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");

  private Programs() {}

  /** Where a program is: on PATH, or where Debian keeps daemons. */
  public static Optional<Path> find(String name) {
    return Stream.of(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of),
            Stream.of(Path.of("/usr/sbin")),
            postgresql())
        .flatMap(directories -> directories)
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The newest version first. */
  private static Stream<Path> postgresql() {
    if (!Files.isDirectory(POSTGRESQL)) {
      return Stream.empty();
    }
    try (Stream<Path> versions = Files.list(POSTGRESQL)) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(path -> path.resolve("bin"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
