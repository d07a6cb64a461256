package com.stoganet.proxy.persistence;

import com.stoganet.proxy.limits.Limit;
import com.stoganet.proxy.limits.SharedBuckets;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Log;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Keeps buckets in PostgreSQL; with SQLite there is one proxy, which can count by itself. */
@ApplicationScoped
public class DatabaseBuckets implements SharedBuckets {

  private static final Log LOG = Log.of(DatabaseBuckets.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A database that is away shall not cost every request that patience. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

  private static final long BETWEEN_CLEANINGS_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int CLEANED_AT_A_TIME = 1000;

  /**
   * Not shareable: Open Liberty would keep the connection for the rest of the request, which then
   * needs a second one for its transaction. With SQLite there is none, and few with PostgreSQL.
   */
  @Resource(lookup = "jdbc/stoganet", shareable = false)
  private DataSource dataSource;

  private final Background background;
  private final AtomicLong cleanedAt = new AtomicLong(System.nanoTime());
  private volatile long pausedUntil = System.nanoTime();

  /** Whether the database is PostgreSQL; null as long as it was not asked. */
  private volatile Boolean postgres;

  private volatile PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  /** For the proxies of CDI only. */
  protected DatabaseBuckets() {
    this(null);
  }

  @Inject
  public DatabaseBuckets(Background background) {
    this.background = background;
  }

  /** Outside of a transaction: what is taken stays taken, and the library commits by itself. */
  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Optional<ConsumptionProbe> take(Limit limit, String who) {
    if (Boolean.FALSE.equals(postgres) || System.nanoTime() - pausedUntil < 0) {
      return Optional.empty();
    }
    try {
      if (postgres == null) {
        connect();
      }
      return postgres ? Optional.of(takeInCommon(limit, who)) : Optional.empty();
    } catch (SQLException | RuntimeException e) {
      pausedUntil = System.nanoTime() + PAUSE_NANOS;
      LOG.warn("The database does not answer; this proxy counts requests by itself for a while");
      return Optional.empty();
    }
  }

  private void connect() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      buckets =
          Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
              .table("rate_limits")
              .idColumn("id")
              .stateColumn("state")
              .expiresAtColumn("expires_at")
              .primaryKeyMapper(PrimaryKeyMapper.STRING)
              .requestTimeout(PATIENCE)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
              .build();
      postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }
  }

  private ConsumptionProbe takeInCommon(Limit limit, String who) {
    long now = System.nanoTime();
    long cleaned = cleanedAt.get();
    if (now - cleaned > BETWEEN_CLEANINGS_NANOS && cleanedAt.compareAndSet(cleaned, now)) {
      background.execute(this::clean);
    }
    return buckets
        .getProxy(limit + " " + who, limit::configuration)
        .tryConsumeAndReturnRemaining(1);
  }

  /** Rows of buckets that are full again; those that another proxy removes are left to it. */
  private void clean() {
    try {
      while (buckets.removeExpired(CLEANED_AT_A_TIME) == CLEANED_AT_A_TIME) {
        // There are more of them.
      }
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer; old limits are removed later");
    }
  }
}
