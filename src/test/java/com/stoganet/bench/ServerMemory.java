package com.stoganet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Looks into the heap of the server's process with the tools of the JDK. */
final class ServerMemory {
  private static final double KIB_PER_MIB = 1024;
  private static final List<String> USED = List.of("S0U", "S1U", "EU", "OU");

  private final String process;

  ServerMemory(long process) {
    this.process = Long.toString(process);
  }

  /** Used MiB after a full collection. */
  double usedAfterCollection() {
    run("jcmd", process, "GC.run");
    List<String> lines = run("jstat", "-gc", process).lines().toList();
    List<String> names = columns(lines.get(0));
    List<String> values = columns(lines.get(1));
    return USED.stream()
            .mapToDouble(name -> Double.parseDouble(values.get(names.indexOf(name))))
            .sum()
        / KIB_PER_MIB;
  }

  private static List<String> columns(String line) {
    return Arrays.asList(line.strip().split("\\s+"));
  }

  private static String run(String tool, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of(System.getProperty("java.home"), "bin", tool).toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (started.waitFor() != 0) {
        throw new IllegalStateException(tool + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
