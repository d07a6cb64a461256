package com.stoganet.proxy.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the settings of the application server: addresses, TLS and the database. */
final class ServerSettings {

  private static final String URL_EXAMPLE =
      "postgres://stoganet:secret@db.example.org:5432/stoganet";

  private static final String PORT =
      "(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";

  private static final String HOST = "(?:\\[[^\\[\\]/@\\s]+]|[^\\[\\]:/@,?\\s]+)(?::" + PORT + ")?";

  /** Strict: the driver would put a URL that it does not understand into the log. */
  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "(?!.*%(?!\\p{XDigit}{2}))postgres(?:ql)?://[^:/@\\s]+:[^/@\\s]+@"
              + HOST
              + "(?:,"
              + HOST
              + ")*/[^/?\\s]+(?:\\?\\S*)?");

  private ServerSettings() {}

  /** What the server itself was given; the launcher hands the same values to Open Liberty. */
  static void check(SettingReader reader) {
    String listen = reader.required("LISTEN_ADDR", ":8080");
    reader.listenAddress("LISTEN_ADDR", listen, ":8080");
    database(reader);
    tls(reader);
  }

  private static void database(SettingReader reader) {
    Optional<String> url = reader.optional("DATABASE_URL", URL_EXAMPLE);
    if (url.isPresent()) {
      if (!POSTGRESQL.matcher(url.get()).matches()) {
        reader.complain("DATABASE_URL", "must name a PostgreSQL database", URL_EXAMPLE);
      }
      return;
    }
    String file = reader.required("DB_PATH", "/var/lib/stoganet/proxy.db");
    if (file != null && !writable(file)) {
      reader.complain(
          "DB_PATH",
          "must be a file in a directory that exists and can be written",
          "/var/lib/stoganet/proxy.db");
    }
  }

  private static void tls(SettingReader reader) {
    Optional<String> tls = reader.optional("TLS_LISTEN_ADDR", ":8443");
    if (tls.isPresent()) {
      reader.listenAddress("TLS_LISTEN_ADDR", tls.get(), ":8443");
      String store = reader.required("TLS_KEYSTORE", "/etc/stoganet/tls.p12");
      String password = reader.required("TLS_KEYSTORE_PASSWORD", "the password of the PKCS12 file");
      if (store != null && !Files.isReadable(Path.of(store))) {
        reader.complain("TLS_KEYSTORE", "cannot be read", "/etc/stoganet/tls.p12");
      } else if (store != null && password != null && !opens(Path.of(store), password)) {
        reader.complain(
            "TLS_KEYSTORE_PASSWORD",
            "does not open TLS_KEYSTORE, or that is not a PKCS12 file",
            "the password of the PKCS12 file");
      }
    }
  }

  private static boolean opens(Path store, String password) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
      return true;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean writable(String database) {
    if (database.indexOf('?') >= 0 || database.indexOf('\0') >= 0) {
      return false;
    }
    Path file = Path.of(database).toAbsolutePath();
    Path directory = file.getParent();
    return directory != null
        && Files.isDirectory(directory)
        && Files.isWritable(directory)
        && !Files.isDirectory(file)
        && (!Files.exists(file) || Files.isWritable(file));
  }
}
