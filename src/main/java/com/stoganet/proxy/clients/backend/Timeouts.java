package com.stoganet.proxy.clients.backend;

/** How many seconds the proxy waits for a connection, and then for the answer. */
public record Timeouts(int connectSeconds, int readSeconds) {

  /** For probes, and for optional data while a user waits. */
  public static final Timeouts BRIEF = new Timeouts(2, 2);

  private static final int CONNECT_SECONDS = 3;

  /** The usual time to connect, and this many seconds for the answer. */
  public static Timeouts reading(int seconds) {
    return new Timeouts(CONNECT_SECONDS, seconds);
  }
}
