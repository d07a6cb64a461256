package com.stoganet.bench;

import com.stoganet.launch.Ports;
import com.stoganet.launch.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that this machine has a package of, with a configuration and a directory of its own. */
final class InstalledServer implements AutoCloseable {
  private static final int TRIES = 100;
  private static final long BETWEEN_TRIES_NANOS = 100_000_000;
  private static final long STOP_SECONDS = 10;

  private final Process process;

  private InstalledServer(Process process) {
    this.process = process;
  }

  /** Starts it in the foreground, and waits until it listens. */
  static InstalledServer start(Path home, int port, String... command) throws IOException {
    Path output = home.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(located(command)).directory(home.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    InstalledServer server = new InstalledServer(builder.start());
    for (int i = 0; i < TRIES && server.process.isAlive(); i++) {
      if (Ports.answers(port)) {
        return server;
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
    server.close();
    throw new IllegalStateException(command[0] + " did not start:\n" + Files.readString(output));
  }

  /** The first line of what the command prints. */
  static String firstLine(String... command) throws IOException {
    Process process = new ProcessBuilder(located(command)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output.lines().findFirst().orElse("").strip();
  }

  private static List<String> located(String... command) {
    List<String> result = new ArrayList<>(List.of(command));
    Programs.find(command[0]).ifPresent(program -> result.set(0, program.toString()));
    return result;
  }

  ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  @Override
  public void close() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    // They end with the first process; after a crash of it they would not.
    workers.forEach(ProcessHandle::destroyForcibly);
  }

  /** Writes a configuration and returns the name of its file. */
  static String configuration(Path home, String name, String text) {
    try {
      return Files.writeString(home.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
