package com.stoganet.proxy.persistence;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Turns database failures into a 503; runs around the transaction, whose commit may fail too. */
@Interceptor
@DatabaseAccess
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DatabaseFailures {

  private static final Log LOG = Log.of(DatabaseFailures.class);

  private final Migrations migrations;

  /**
   * The one for reading, so that no request waits for a write transaction here. Not shared: Open
   * Liberty would hold its connection until the request ends.
   */
  @Resource(lookup = "jdbc/stoganet-reads", shareable = false)
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transactions;

  @Inject
  public DatabaseFailures(Migrations migrations) {
    this.migrations = migrations;
  }

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    requireDatabase();
    try {
      return call.proceed();
    } catch (ApiException e) {
      throw e;
    } catch (RuntimeException e) {
      SQLException said = said(e);
      if (said == null
          && !(e instanceof PersistenceException)
          && !(e instanceof TransactionalException)) {
        throw e;
      }
      if (said != null && ofTheConnection(said)) {
        throw unreachable(said);
      }
      LOG.error("The database failed", e);
      throw ApiException.unavailable("The proxy's database does not answer.", e);
    }
  }

  /**
   * Before JPA is asked: it would try a database that is away again for ten seconds, and would
   * never get over one that was away when it was asked for the first time.
   */
  private void requireDatabase() {
    if (!migrations.done()) {
      throw ApiException.unavailable("The proxy's database is not ready.", null);
    }
    if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      // The database was asked before the transaction began.
      return;
    }
    try {
      dataSource.getConnection().close();
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** The words of the driver name the server and the user; they are not for the log. */
  private static ApiException unreachable(SQLException reason) {
    LOG.warn("The database does not answer, SQL state " + reason.getSQLState());
    return ApiException.unavailable("The proxy's database does not answer.", null);
  }

  /** The failure of the driver; null when it was none. */
  private static SQLException said(Throwable failure) {
    SQLException innermost = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said) {
        innermost = said;
      }
    }
    return innermost;
  }

  /** Whether it failed because the server is away; what it says then is not for the log. */
  static boolean connectionLost(Throwable failure) {
    SQLException said = said(failure);
    return said != null && ofTheConnection(said);
  }

  /**
   * Not reached, not let in, no such database, too many connections, being shut down, or a standby
   * that only reads.
   */
  private static boolean ofTheConnection(SQLException reason) {
    String state = reason.getSQLState();
    return state != null && state.matches("(08|28|3D|53|57P).*|25006");
  }
}
