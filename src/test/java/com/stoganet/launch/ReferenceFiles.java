package com.stoganet.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * OpenAPI documents and recorded answers of the real backends.
 *
 * <p>The repository holds those with a licence that allows it; the others are read from a directory
 * beside it. A test that needs a missing one is skipped, see {@link Requirement#CONTRACTS}.
 */
public final class ReferenceFiles {

  private static final Path OURS = Path.of("src", "test", "resources");
  private static final Path BESIDE = Path.of("..", "shared");

  private ReferenceFiles() {}

  /** The OpenAPI document with this file name. */
  public static Path contract(String name) {
    return existing(OURS.resolve("contracts"), BESIDE.resolve("contracts"), name);
  }

  /**
   * A recorded answer, or a directory of them beside the repository.
   *
   * @param name such as "radarr/ruddarr-queue.json" or "radarr"
   */
  public static Path recording(String name) {
    return existing(OURS.resolve("recordings"), BESIDE.resolve("fixtures"), name);
  }

  private static Path existing(Path ours, Path beside, String name) {
    if (Files.isRegularFile(ours.resolve(name))) {
      return ours.resolve(name);
    }
    Path file = beside.resolve(name);
    if (!Files.exists(file)) {
      Requirement.CONTRACTS.missing(
          "no " + file + " (" + ours.resolve("README.md") + " says where it comes from)");
    }
    return file;
  }
}
