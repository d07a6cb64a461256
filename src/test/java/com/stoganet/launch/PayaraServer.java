package com.stoganet.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Payara Server with the shipped WAR in a new domain, made and run by the shipped script. */
public final class PayaraServer implements ProxyServer {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path SCRIPT = Path.of("src", "main", "payara", "payara.sh").toAbsolutePath();
  private final Path domains;
  private final Path log;
  private final Path console;
  private Process script;

  private PayaraServer(Path domains) {
    this.domains = domains;
    this.log = domains.resolve(Path.of("stoganet", "logs", "server.log"));
    this.console = domains.resolve("start.out");
  }

  /**
   * Starts the server; the build has unpacked it (profile payara).
   *
   * @param name of the server, unlike that of any other that runs at the same time
   * @param environment the settings of docs/operating.md
   */
  public static PayaraServer start(String name, Map<String, String> environment) {
    try {
      PayaraServer server = new PayaraServer(TARGET.resolve(Path.of("payara-domains", name)));
      // One that an interrupted run left behind: Payara is no child of its launcher.
      server.stop(environment);
      Directories.delete(server.domains);
      Files.createDirectories(server.domains);
      server.script = server.run("start", environment, server.console);
      if (server.script.waitFor() == 0) {
        // Once more: the first start deploys, and administrators see it once in a while only.
        server.stop(environment);
        server.script = server.run("start", environment, server.console);
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop(Map<String, String> settings) throws IOException, InterruptedException {
    Files.createDirectories(domains);
    run("stop", settings, domains.resolve("stop.out")).waitFor();
  }

  private Process run(String command, Map<String, String> settings, Path output)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PAYARA_HOME", TARGET.resolve("payara6").toString());
    environment.put("PAYARA_DOMAINS", domains.toString());
    environment.put("PAYARA_ADMIN_PORT", Integer.toString(Ports.free()));
    environment.put("STOGANET_WAR", TARGET.resolve("api-proxy.war").toString());
    environment.put("SQLITE_JAR", TARGET.resolve(Path.of("jdbc", "sqlite-jdbc.jar")).toString());
    environment.put("POSTGRESQL_JAR", TARGET.resolve(Path.of("jdbc", "postgresql.jar")).toString());
    ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString(), command);
    builder.environment().keySet().retainAll(Set.of("PATH", "HOME", "LANG", "TMPDIR"));
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  @Override
  public boolean alive() {
    // The script ends well as soon as the proxy answers.
    return script.isAlive() || script.exitValue() == 0;
  }

  @Override
  public String output() {
    try {
      Path written = Files.exists(log) ? log : console;
      // Payara leaves an empty line between two events.
      return Files.readString(written, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Path> logs() {
    return List.of(log, console);
  }

  @Override
  public void close() {
    try {
      script.destroy();
      stop(Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
