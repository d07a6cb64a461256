package com.stoganet.proxy.persistence;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;

/** Turns database failures into a 503; runs around the transaction, whose commit may fail too. */
@Interceptor
@DatabaseAccess
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DatabaseTrouble {

  private static final Log LOG = Log.of(DatabaseTrouble.class);

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (PersistenceException | TransactionalException e) {
      LOG.error("The database failed", e);
      throw ApiException.unavailable("The proxy's database does not answer.", e);
    }
  }
}
