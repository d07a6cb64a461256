package com.stoganet.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Chromium without a window. */
public final class WebBrowser implements AutoCloseable {

  private static final long STOP_SECONDS = 10;

  private final Process process;
  private final Path output;

  private WebBrowser(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Opens an address, with a profile of its own. */
  public static WebBrowser open(String address) throws IOException {
    Path home =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "it")), "chromium")
            .toAbsolutePath();
    Path output = home.resolve("out");
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=no-user-gesture-required",
                "--remote-debugging-port=0",
                "--user-data-dir=" + home.resolve("profile"),
                address)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new WebBrowser(process, output);
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
