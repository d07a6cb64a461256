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
  private static final Path DOMAINS = TARGET.resolve("payara-domains");
  private static final Path LOG = DOMAINS.resolve(Path.of("stoganet", "logs", "server.log"));

  private final Process script;
  private final Path console;

  private PayaraServer(Process script, Path console) {
    this.script = script;
    this.console = console;
  }

  /**
   * Starts the server; the build has unpacked it (profile payara).
   *
   * @param environment the settings of docs/operating.md
   */
  public static PayaraServer start(Map<String, String> environment) {
    try {
      // One that an interrupted run left behind: Payara is no child of its launcher.
      run("stop", environment, TARGET.resolve("payara-stop.out")).waitFor();
      Directories.delete(DOMAINS);
      Path console = TARGET.resolve("payara-start.out");
      Process script = run("start", environment, console);
      if (script.waitFor() == 0) {
        // Once more: the first start deploys, and administrators see it once in a while only.
        run("stop", environment, TARGET.resolve("payara-stop.out")).waitFor();
        script = run("start", environment, console);
      }
      return new PayaraServer(script, console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process run(String command, Map<String, String> settings, Path console)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PAYARA_HOME", TARGET.resolve("payara6").toString());
    environment.put("PAYARA_DOMAINS", DOMAINS.toString());
    environment.put("PAYARA_ADMIN_PORT", Integer.toString(Ports.free()));
    environment.put("STOGANET_WAR", TARGET.resolve("api-proxy.war").toString());
    environment.put("SQLITE_JAR", TARGET.resolve(Path.of("jdbc", "sqlite-jdbc.jar")).toString());
    environment.put("POSTGRESQL_JAR", TARGET.resolve(Path.of("jdbc", "postgresql.jar")).toString());
    ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString(), command);
    builder.environment().keySet().retainAll(Set.of("PATH", "HOME", "LANG", "TMPDIR"));
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(console.toFile()).start();
  }

  @Override
  public boolean alive() {
    // The script ends well as soon as the proxy answers.
    return script.isAlive() || script.exitValue() == 0;
  }

  @Override
  public String output() {
    try {
      Path log = Files.exists(LOG) ? LOG : console;
      // Payara leaves an empty line between two events.
      return Files.readString(log, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Path> logs() {
    return List.of(LOG, console);
  }

  @Override
  public void close() {
    try {
      script.destroy();
      run("stop", Map.of(), TARGET.resolve("payara-stop.out")).waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
