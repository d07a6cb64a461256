package com.stoganet.proxy.clients.jellyfin;

/** An answer of Jellyfin that is not a success. */
final class JellyfinFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean empty;

  JellyfinFailure(int status, boolean empty) {
    super("Jellyfin answered " + status + (empty ? " without a body" : ""));
    this.status = status;
    this.empty = empty;
  }

  int status() {
    return status;
  }

  /**
   * Whether there is no body.
   *
   * <p>An empty 401 is a dead token, one with a body a library the user may not see. An empty 503
   * is a server that refuses our address for good, one with a body a server that is starting.
   */
  boolean empty() {
    return empty;
  }
}
