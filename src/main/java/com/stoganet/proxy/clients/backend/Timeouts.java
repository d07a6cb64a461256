package com.stoganet.proxy.clients.backend;

/** How many seconds a connection may take, and then the answer. */
public record Timeouts(int connectSeconds, int readSeconds) {

  /** For probes, and for what a user waits for but could do without. */
  public static final Timeouts BRIEF = new Timeouts(2, 2);

  private static final int CONNECT_SECONDS = 3;

  /** The usual time to connect, and so many seconds for the answer. */
  public static Timeouts reading(int seconds) {
    return new Timeouts(CONNECT_SECONDS, seconds);
  }
}
