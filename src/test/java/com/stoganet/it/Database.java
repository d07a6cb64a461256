package com.stoganet.it;

import com.stoganet.launch.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The database of the proxy under test, for what a test cannot wait for: rows grow older by being
 * changed.
 */
final class Database {

  private Database() {}

  /** Runs one statement; says how many rows it changed. */
  static int change(String statement, Object... values) throws SQLException {
    try (Connection connection = open();
        PreparedStatement prepared = prepared(connection, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  /** The first value of the first row; null when there is none. */
  static String text(String query, Object... values) throws SQLException {
    try (Connection connection = open();
        PreparedStatement prepared = prepared(connection, query, values);
        ResultSet result = prepared.executeQuery()) {
      return result.next() ? result.getString(1) : null;
    }
  }

  /** A connection in a transaction that keeps the proxy from signing people in until it is over. */
  static Connection lockedForWriting() throws SQLException {
    Connection connection = open();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // Also in SQLite a statement that changes nothing takes the lock.
      statement.executeUpdate("delete from sign_in_failures where 1 = 0");
      if (Proxy.postgres().isPresent()) {
        statement.execute("lock table sign_in_failures in exclusive mode");
      }
    }
    return connection;
  }

  /** Where the database server, or SQLite, keeps its files. */
  static Path directory() {
    return Proxy.postgres()
        .map(PostgresServer::data)
        .orElseGet(() -> Path.of(Proxy.setting("DB_PATH")).getParent());
  }

  private static Connection open() throws SQLException {
    Optional<PostgresServer> postgres = Proxy.postgres();
    return postgres.isPresent()
        ? postgres.get().connect()
        : DriverManager.getConnection(
            "jdbc:sqlite:" + Proxy.setting("DB_PATH") + "?busy_timeout=5000");
  }

  private static PreparedStatement prepared(
      Connection connection, String statement, Object... values) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i]);
    }
    return prepared;
  }
}
