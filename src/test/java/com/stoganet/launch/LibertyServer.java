package com.stoganet.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipped Open Liberty server, started by its own launcher the way an administrator does. */
public final class LibertyServer implements ProxyServer {

  private static final Path SERVERS = Path.of("target", "liberty", "wlp", "usr", "servers");
  private static final String SHIPPED = "stoganet";
  private static final long STOP_SECONDS = 40;

  private final Process process;
  private final Path console;

  private LibertyServer(Process process, Path console) {
    this.process = process;
    this.console = console;
  }

  /**
   * Starts the server as it was built.
   *
   * @param environment the settings of docs/operating.md; nothing else is passed on but what Java
   *     needs
   */
  public static LibertyServer start(Map<String, String> environment) {
    return run(SERVERS.resolve(SHIPPED), environment, "sh", "launch.sh");
  }

  /** Starts a copy of the server under another name, beside the shipped one. */
  public static LibertyServer startCopy(String name, Map<String, String> environment) {
    return run(copy(name), environment, "sh", "launch.sh");
  }

  /** The same with another WAR. */
  public static LibertyServer startCopy(String name, Map<String, String> environment, Path war) {
    try {
      Path application = copy(name).resolve("apps").resolve("api-proxy.war");
      Files.copy(war, application, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run(SERVERS.resolve(name), environment, "sh", "launch.sh");
  }

  /** Starts a copy without our launcher, as on a server that belongs to somebody else. */
  public static LibertyServer startForeign(String name, Map<String, String> environment) {
    copy(name);
    return run(SERVERS.resolve(name), environment, "sh", "../../../bin/server", "run", name);
  }

  /** Where the server of this name keeps what it is configured with. */
  public static Path directory(String name) {
    return SERVERS.resolve(name);
  }

  private static LibertyServer run(
      Path server, Map<String, String> environment, String... command) {
    try {
      Path console = server.resolve("console.out");
      ProcessBuilder builder = new ProcessBuilder(command).directory(server.toFile());
      builder.environment().keySet().retainAll(Set.of("PATH", "HOME", "LANG", "TMPDIR"));
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(console.toFile());
      return new LibertyServer(builder.start(), console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(String name) {
    Path source = SERVERS.resolve(SHIPPED);
    Path target = SERVERS.resolve(name);
    try {
      Directories.delete(target.resolve("logs"));
      for (String part :
          new String[] {
            "server.xml",
            "server.env",
            "tls.xml",
            "no-tls.xml",
            "sqlite.xml",
            "postgresql.xml",
            "jvm.options",
            "launch.sh"
          }) {
        Files.createDirectories(target);
        Files.copy(source.resolve(part), target.resolve(part), StandardCopyOption.REPLACE_EXISTING);
      }
      Path apps = Files.createDirectories(target.resolve("apps"));
      try (Stream<Path> wars = Files.list(source.resolve("apps"))) {
        for (Path war : wars.filter(Files::isRegularFile).toList()) {
          Files.copy(war, apps.resolve(war.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public String output() {
    try {
      return Files.readString(console, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Path> logs() {
    Path directory = console.resolveSibling("logs");
    try (Stream<Path> files = Files.walk(directory)) {
      return Stream.concat(Stream.of(console), files.filter(Files::isRegularFile)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the process to end by itself; its exit status, or -1 if it does not end. */
  public int exitStatus(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  /** Ends it in the middle of whatever it does, as a power cut would. */
  public void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
