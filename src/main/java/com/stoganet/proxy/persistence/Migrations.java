package com.stoganet.proxy.persistence;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Log;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date when the application starts. */
@ApplicationScoped
public class Migrations {

  private static final Log LOG = Log.of(Migrations.class);

  /** Holds a marker file named flyway.location: without it Flyway finds nothing on Liberty. */
  private static final String LOCATION = "classpath:db/migration/sqlite";

  @Resource(lookup = "jdbc/stoganet")
  private DataSource dataSource;

  @PersistenceUnit(unitName = "stoganet")
  private EntityManagerFactory entities;

  private final Settings settings;
  private volatile boolean done;

  /** For the proxies of CDI only. */
  protected Migrations() {
    this(null);
  }

  @Inject
  public Migrations(Settings settings) {
    this.settings = settings;
  }

  void migrate(@Observes @Priority(10) Startup event) {
    if (!settings.complete()) {
      return;
    }
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations(LOCATION)
          .failOnMissingLocations(true)
          .load()
          .migrate();
      // JPA connects now, outside a transaction: within the first one Payara would need a second
      // connection for it, and SQLite has only one.
      entities.createEntityManager().close();
      done = true;
    } catch (FlywayException | PersistenceException e) {
      // Readiness stays down, so nobody is sent here; the reason is in the log.
      LOG.error("The database schema cannot be brought up to date", e);
    }
  }

  /** Whether the schema is the one this version needs. */
  public boolean done() {
    return done;
  }
}
