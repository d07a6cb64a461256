package com.stoganet.proxy.persistence;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date when the application starts, or later, when the database was away.
 */
@Service
public class Migrations {

  private static final Log LOG = Log.of(Migrations.class);

  /**
   * One folder for each database, named like it. Each holds a marker file named flyway.location:
   * without it Flyway finds nothing on Liberty.
   */
  private static final String LOCATION = "classpath:db/migration/";

  private static final String UNLINKED =
      "the library of SQLite cannot be loaded; programs must be allowed in the directory for temporary"
          + " files, or in another one that -Dorg.sqlite.tmpdir names";

  @Resource(lookup = "jdbc/stoganet")
  private DataSource dataSource;

  @PersistenceUnit(unitName = "stoganet")
  private EntityManagerFactory entities;

  private final Settings settings;
  private final ReentrantLock trying = new ReentrantLock();
  private volatile boolean done;
  private volatile String problem = "the schema is not up to date";

  @Inject
  public Migrations(Settings settings) {
    this.settings = settings;
  }

  void begin(@Observes @Priority(10) Startup event) {
    done();
  }

  /** Whether the schema is the one this version needs; if not, the migration is tried again. */
  boolean done() {
    if (!done && settings.complete() && trying.tryLock()) {
      try {
        migrate();
      } finally {
        trying.unlock();
      }
    }
    return done;
  }

  /** What is wrong as long as it is not done, for readiness. */
  String problem() {
    return problem;
  }

  private void migrate() {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations(LOCATION + product())
          .failOnMissingLocations(true)
          .load()
          .migrate();
      // JPA connects now, outside a transaction: within the first one Payara would need a second
      // connection for it, and SQLite has only one.
      entities.createEntityManager().close();
      done = true;
    } catch (SQLException e) {
      if (!unlinked(e)) {
        LOG.warn("The database cannot be reached, SQL state " + e.getSQLState());
      }
    } catch (LinkageError e) {
      unlinked(e);
    } catch (FlywayException | PersistenceException e) {
      // Readiness stays down, so no client is sent here; the reason is in the log.
      if (unlinked(e)) {
        return;
      }
      if (DatabaseFailures.connectionLost(e)) {
        LOG.warn("The database cannot be reached any more");
      } else {
        LOG.error("The database schema cannot be brought up to date", e);
      }
    }
  }

  /**
   * Whether the driver of SQLite could not load its library, which it first writes into a directory
   * for temporary files: tells it once.
   */
  private boolean unlinked(Throwable failure) {
    boolean unlinked =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(Migrations::ofTheLibrary);
    if (unlinked && !UNLINKED.equals(problem)) {
      problem = UNLINKED;
      LOG.warn("The database cannot be used: " + UNLINKED);
    }
    return unlinked;
  }

  /** The driver's own exception comes the first time; its class is not visible here. */
  private static boolean ofTheLibrary(Throwable cause) {
    return cause instanceof LinkageError
        || "NativeLibraryNotFoundException".equals(cause.getClass().getSimpleName());
  }

  private String product() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }
  }
}
