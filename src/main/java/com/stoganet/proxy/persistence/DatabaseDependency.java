package com.stoganet.proxy.persistence;

import com.stoganet.proxy.ops.Dependency;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Tells readiness whether the database can be used. */
@ApplicationScoped
public class DatabaseDependency implements Dependency {

  private static final int TIMEOUT_SECONDS = 2;

  @Resource(lookup = "jdbc/stoganet")
  private DataSource dataSource;

  private final Migrations migrations;

  /** For the proxies of CDI only. */
  protected DatabaseDependency() {
    this(null);
  }

  @Inject
  public DatabaseDependency(Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    if (!migrations.done()) {
      return Optional.of("the schema is not up to date");
    }
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS)
          ? Optional.empty()
          : Optional.of("the connection does not work");
    } catch (SQLException e) {
      return Optional.of("no connection can be opened");
    }
  }
}
