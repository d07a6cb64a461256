package com.stoganet.launch;

import com.stoganet.sandbox.SandboxJellyfin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Pdemo}: a sandbox Jellyfin and the proxy in front of it, until Ctrl-C. */
public final class Demo {

  private static final PrintStream OUT = System.out;
  private static final Path HOME = Path.of("target", "demo");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Demo() {}

  /** Ports come from the system properties demo.port and demo.jellyfin.port. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = Integer.getInteger("demo.port", 8080);
    int jellyfinPort = Integer.getInteger("demo.jellyfin.port", 8096);
    refuseTakenPort(port, "demo.port");
    refuseTakenPort(jellyfinPort, "demo.jellyfin.port");
    CountDownLatch stopped = new CountDownLatch(1);
    SandboxJellyfin jellyfin =
        SandboxJellyfin.start(SandboxJellyfin.Options.defaults().port(jellyfinPort));
    OUT.println("Starting the proxy ...");
    LibertyServer proxy = LibertyServer.start(Settings.of(jellyfin, port, freshDatabase()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  proxy.close();
                  jellyfin.close();
                  OUT.println("Stopped the proxy and the sandbox Jellyfin.");
                  stopped.countDown();
                }));
    if (!Readiness.await(proxy, port, PATIENCE)) {
      OUT.println(proxy.output());
      OUT.println("The proxy did not start; its output stands above.");
      System.exit(1);
    }
    welcome(port, jellyfinPort);
    stopped.await();
  }

  private static void refuseTakenPort(int port, String property) {
    if (Ports.taken(port)) {
      OUT.println(
          "Port "
              + port
              + " is taken. Free it or choose another one: mvn -Pdemo -D"
              + property
              + "="
              + (port + 10));
      System.exit(1);
    }
  }

  private static Path freshDatabase() throws IOException {
    Directories.delete(HOME);
    return Files.createDirectories(HOME).resolve("proxy.db");
  }

  private static void welcome(int port, int jellyfinPort) {
    String base = "http://127.0.0.1:" + port;
    List<String> lines =
        List.of(
            "",
            "  The sandbox Jellyfin plays on http://127.0.0.1:" + jellyfinPort,
            "  Users (name/password): demo/demo  kid/kid  admin/admin",
            "  API documentation: " + base + "/openapi/ui",
            "",
            "  Sign in:",
            "    curl -s " + base + "/auth/login -H 'Content-Type: application/json' \\",
            "      -d '{\"username\":\"demo\",\"password\":\"demo\",\"device_label\":\"my terminal\"}'",
            "",
            "Ready: the proxy serves on " + base + " (Ctrl-C stops it)");
    lines.forEach(OUT::println);
    OUT.flush();
  }
}
