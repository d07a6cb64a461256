package com.stoganet.proxy.clients.qbittorrent;

/** An answer of qBittorrent that is not a success. */
final class QbittorrentFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final int status;

  QbittorrentFailure(int status) {
    super("qBittorrent answered " + status);
    this.status = status;
  }

  int status() {
    return status;
  }

  /** Whether it does not know us; which of the two it is depends on what is in between. */
  boolean refusal() {
    return status == UNAUTHORIZED || status == FORBIDDEN;
  }

  /** Of a login: after too many others even the right password does not help. */
  boolean forbidden() {
    return status == FORBIDDEN;
  }

  /** Whether this version has no such route. */
  boolean unknownRoute() {
    return status == NOT_FOUND;
  }
}
