package com.stoganet.proxy.persistence;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;

/** Turns database failures into a 503; runs around the transaction, whose commit may fail too. */
@Interceptor
@DatabaseAccess
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DatabaseTrouble {

  private static final Log LOG = Log.of(DatabaseTrouble.class);

  private final Migrations migrations;

  @Inject
  public DatabaseTrouble(Migrations migrations) {
    this.migrations = migrations;
  }

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    // JPA that is used before never gets over a database that was away.
    if (!migrations.done()) {
      throw ApiException.unavailable("The proxy's database is not ready.", null);
    }
    try {
      return call.proceed();
    } catch (ApiException e) {
      throw e;
    } catch (RuntimeException e) {
      SQLException reason = reason(e);
      if (reason == null
          && !(e instanceof PersistenceException)
          && !(e instanceof TransactionalException)) {
        throw e;
      }
      log(e, reason);
      throw ApiException.unavailable("The proxy's database does not answer.", e);
    }
  }

  /** A connection that fails names the server and the user; neither is for the log. */
  static void log(RuntimeException failure, SQLException reason) {
    if (reason != null && ofTheConnection(reason)) {
      LOG.warn("The database does not answer, SQL state " + reason.getSQLState());
    } else {
      LOG.error("The database failed", failure);
    }
  }

  /** What the driver said; null when it was not asked. */
  static SQLException reason(Throwable failure) {
    SQLException innermost = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said) {
        innermost = said;
      }
    }
    return innermost;
  }

  /** Not reached, not let in, no such database, too many connections, being shut down. */
  private static boolean ofTheConnection(SQLException reason) {
    String state = reason.getSQLState();
    return state == null || state.matches("(08|28|3D|53|57P).*");
  }
}
