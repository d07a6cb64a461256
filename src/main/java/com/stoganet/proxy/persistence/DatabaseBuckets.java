package com.stoganet.proxy.persistence;

import com.stoganet.proxy.limits.CommonBuckets;
import com.stoganet.proxy.limits.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Buckets in PostgreSQL; with SQLite there is only one proxy, and nothing to share. */
@ApplicationScoped
public class DatabaseBuckets implements CommonBuckets {

  private static final String TABLE = "rate_limits";
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int AT_A_TIME = 1_000;

  @Resource(lookup = "jdbc/stoganet")
  private DataSource dataSource;

  private Boolean shared;
  private PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  @Override
  public Optional<Bucket> of(Limit limit, String who) {
    return shared()
        ? Optional.of(buckets.getProxy(limit.name() + '/' + who, limit::configuration))
        : Optional.empty();
  }

  /** Removes the buckets that are full again. */
  void purge() {
    if (shared()) {
      buckets.removeExpired(AT_A_TIME);
    }
  }

  private synchronized boolean shared() {
    if (shared == null) {
      shared = postgresql();
      if (shared) {
        buckets =
            Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .expirationAfterWrite(
                    ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .build();
      }
    }
    return shared;
  }

  private boolean postgresql() {
    try (Connection connection = dataSource.getConnection()) {
      return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not say what it is", e);
    }
  }
}
