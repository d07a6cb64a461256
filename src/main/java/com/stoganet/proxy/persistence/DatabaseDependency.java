package com.stoganet.proxy.persistence;

import com.stoganet.proxy.health.Dependency;
import com.stoganet.proxy.shared.Service;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells readiness whether the database can be used. */
@Service
public class DatabaseDependency implements Dependency {

  private static final int TIMEOUT_SECONDS = 2;

  /** The one for reading: a long write transaction does not make the proxy unready. */
  @Resource(lookup = "jdbc/stoganet-reads", shareable = false)
  private DataSource dataSource;

  private final Migrations migrations;

  @Inject
  public DatabaseDependency(Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Condition condition() {
    if (!migrations.done()) {
      return Condition.problem(migrations.problem());
    }
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS)
          ? Condition.ok()
          : Condition.problem("the connection does not work");
    } catch (SQLException e) {
      return Condition.problem("no connection can be opened");
    }
  }
}
