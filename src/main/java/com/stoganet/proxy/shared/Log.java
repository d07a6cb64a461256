package com.stoganet.proxy.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The log of one class; every line carries the id of the request it belongs to. */
public final class Log {

  private final Logger logger;

  private Log(Logger logger) {
    this.logger = logger;
  }

  public static Log of(Class<?> owner) {
    return new Log(System.getLogger(owner.getName()));
  }

  /** For what happens every day and interests only those who look for it. */
  public void debug(String message) {
    logger.log(Level.DEBUG, withRequestId(message));
  }

  public void info(String message) {
    logger.log(Level.INFO, withRequestId(message));
  }

  /** For lines that others read by program: exactly this text. */
  public void plain(String line) {
    logger.log(Level.INFO, line);
  }

  public void warn(String message) {
    logger.log(Level.WARNING, withRequestId(message));
  }

  /** Logs an unexpected failure with its stack trace. */
  public void error(String message, Throwable cause) {
    logger.log(Level.ERROR, withRequestId(message), cause);
  }

  private static String withRequestId(String message) {
    String id = RequestId.current();
    return id == null ? message : message + " request_id=" + id;
  }
}
