package com.stoganet.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A PostgreSQL of its own, on the loopback interface, in a temporary directory. */
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "stoganet_it";
  private static final String DATABASE = "postgres";

  /** What PostgreSQL, which refuses to run as root, runs as then. */
  private static final String OTHER_USER = "postgres";

  private final Path home;
  private final int port = Ports.free();
  private final String password = newPassword();

  private PostgresServer(Path home) {
    this.home = home;
  }

  /** A new one with an empty database, running. */
  public static PostgresServer start() {
    try {
      Path home = Files.createTempDirectory("stoganet-postgresql");
      PostgresServer server = new PostgresServer(home);
      server.create();
      server.resume();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As DATABASE_URL. */
  public String url() {
    return "postgres://" + USER + ":" + encodedPassword() + "@" + address() + "/" + DATABASE;
  }

  /** What nobody must read in a log: all of the URL but the name of its database. */
  public List<String> secrets() {
    return List.of(USER, password, encodedPassword(), address());
  }

  /** A look into the database. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address() + "/" + DATABASE, USER, password);
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  /** Where it keeps everything. */
  public Path data() {
    return home.resolve("data");
  }

  /** Starts it again after {@link #stop}, with what is in it. */
  public void resume() {
    run("pg_ctl", "start", "-w", "-D", data().toString(), "-l", home.resolve("log").toString());
  }

  /** Ends every connection. */
  public void stop() {
    run("pg_ctl", "stop", "-w", "-m", "fast", "-D", data().toString());
  }

  @Override
  public void close() {
    try {
      if (Files.exists(data().resolve("postmaster.pid"))) {
        stop();
      }
      Directories.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create() throws IOException {
    Path secret = Files.writeString(home.resolve("password"), password);
    if (root()) {
      UserPrincipal owner =
          home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER_USER);
      Files.setOwner(home, owner);
      Files.setOwner(secret, owner);
    }
    run(
        "initdb",
        "--auth=scram-sha-256",
        "--username=" + USER,
        "--pwfile=" + secret,
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync",
        "-D",
        data().toString());
    Files.writeString(
        data().resolve("postgresql.auto.conf"),
        "port = %d\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n"
            .formatted(port));
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("setpriv", "--reuid", OTHER_USER, "--regid", OTHER_USER));
      command.add("--init-groups");
    }
    command.add(Programs.find(program).orElseThrow().toString());
    command.addAll(List.of(arguments));
    try {
      Path output = home.resolve(program + ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            program + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  /**
   * With what must be encoded in a URL, and with what only some programs take for something else.
   */
  private static String newPassword() {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    return "a@b/c%d+e$f&g" + HexFormat.of().formatHex(random);
  }

  private String encodedPassword() {
    return password.replace("%", "%25").replace("@", "%40").replace("/", "%2F");
  }
}
