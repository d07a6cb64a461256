package com.stoganet.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A real qBittorrent on the loopback interface, which talks to nobody it is not told to. */
public final class QbittorrentServer implements AutoCloseable {

  /** After so many wrong passwords it bans the loopback interface, for as many seconds. */
  public static final int MOST_FAILURES = 3;

  private static final String PROGRAM = "qbittorrent-nox";
  private static final String BAN_SECONDS = "20";
  private static final int ITERATIONS = 100_000;
  private static final int KEY_BITS = 512;
  private static final int START_TRIES = 300;
  private static final int STOP_SECONDS = 20;

  private final Path home;
  private final int port = Ports.free();
  private final int torrentPort = Ports.free();
  private final String password = "p+ä s%&=" + System.nanoTime();
  private Process process;

  private QbittorrentServer(Path home) {
    this.home = home;
  }

  /** A new one without torrents, running. */
  public static QbittorrentServer start() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "it"));
      QbittorrentServer server =
          new QbittorrentServer(Files.createTempDirectory(parent, "qbittorrent").toAbsolutePath());
      server.configure();
      server.resume();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public String username() {
    return "admin";
  }

  public String password() {
    return password;
  }

  /** Where other clients of torrents reach it. */
  public int torrentPort() {
    return torrentPort;
  }

  /** Where it puts what it downloads. */
  public Path downloads() {
    return home.resolve("downloads");
  }

  /** A way to tell it what to do; logs in. */
  public QbittorrentControls controls() {
    return QbittorrentControls.logIn(this);
  }

  /** How many lines of its log contain the text; it writes them with some delay. */
  public long logged(String text) {
    Path log = home.resolve("qBittorrent/data/logs/qbittorrent.log");
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again after {@link #stop}, with its torrents and without its sessions. */
  public void resume() {
    try {
      process =
          new ProcessBuilder(Programs.find(PROGRAM).orElseThrow().toString(), "--profile=" + home)
              .directory(home.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("out").toFile())
              .start();
      for (int tries = 0; tries < START_TRIES && !Ports.answers(port); tries++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      if (!Ports.answers(port)) {
        stop();
        throw new IllegalStateException(
            PROGRAM + " does not start: " + Files.readString(home.resolve("out")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it, and all sessions with it. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Directories.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void configure() throws IOException {
    Path config = Files.createDirectories(home.resolve("qBittorrent/config"));
    Files.createDirectories(downloads());
    Files.writeString(
        config.resolve("qBittorrent.conf"),
        """
        [LegalNotice]
        Accepted=true
        [Preferences]
        WebUI\\Enabled=true
        WebUI\\Address=127.0.0.1
        WebUI\\Port=%d
        WebUI\\Username=%s
        WebUI\\Password_PBKDF2="@ByteArray(%s)"
        WebUI\\LocalHostAuth=true
        WebUI\\UseUPnP=false
        WebUI\\MaxAuthenticationFailCount=%d
        WebUI\\BanDuration=%s
        [Network]
        PortForwardingEnabled=false
        [BitTorrent]
        Session\\DHTEnabled=false
        Session\\PeXEnabled=false
        Session\\LSDEnabled=false
        Session\\QueueingSystemEnabled=false
        Session\\Interface=lo
        Session\\InterfaceName=lo
        Session\\InterfaceAddress=127.0.0.1
        Session\\Port=%d
        Session\\DefaultSavePath=%s
        """
            .formatted(
                port,
                username(),
                hashed(password),
                MOST_FAILURES,
                BAN_SECONDS,
                torrentPort,
                downloads()));
  }

  private static String hashed(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(salt) + ":" + base64.encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
