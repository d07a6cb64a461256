package com.stoganet.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Runs the sandbox as a program of its own: {@code --port 8096 --version 12 --movies 20000}. */
final class CommandLine {
  private CommandLine() {}

  static int run(String[] arguments) {
    PrintStream out = System.out;
    SandboxJellyfin.Options options;
    try {
      options = options(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    try (SandboxJellyfin jellyfin = SandboxJellyfin.start(options)) {
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(jellyfin, stop)));
      out.printf(
          "Sandbox Jellyfin %s is ready at %s (API key %s; users demo, kid, admin)%n",
          options.version().number(), jellyfin.url(), jellyfin.apiKey());
      stop.await();
      return 0;
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage() + ": " + e.getCause().getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  static SandboxJellyfin.Options options(String[] arguments) {
    SandboxJellyfin.Options options = SandboxJellyfin.Options.defaults().port(8096);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      String value = arguments[i + 1];
      options =
          switch (arguments[i]) {
            case "--port" -> options.port(Integer.parseInt(value));
            case "--version" -> options.version(JellyfinVersion.parse(value));
            case "--api-key" -> options.apiKey(value);
            case "--movies" -> options.titles(Integer.parseInt(value), options.series());
            case "--series" -> options.titles(options.movies(), Integer.parseInt(value));
            default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
          };
    }
    return options;
  }

  private static void shutDown(SandboxJellyfin jellyfin, CountDownLatch stop) {
    jellyfin.close();
    stop.countDown();
  }
}
