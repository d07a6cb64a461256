package com.stoganet.proxy.clients.backend;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/** Tells why an exchange with a backend failed without an answer. */
final class ExchangeFailures {

  private ExchangeFailures() {}

  /** Whether the request did not even reach the backend, so that it can be sent again. */
  static boolean neverReached(ProcessingException failure) {
    Throwable cause = innermost(failure);
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        // A class of the Apache HTTP client, which Open Liberty contains.
        || "ConnectTimeoutException".equals(cause.getClass().getSimpleName());
  }

  /** Whether there was an answer that the proxy could not read. */
  static boolean unreadable(ProcessingException failure) {
    Throwable cause = innermost(failure);
    return cause instanceof JsonException
        || cause instanceof JsonbException
        || cause instanceof BoundedBody.TooLargeException
        || cause instanceof ProcessingException;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
