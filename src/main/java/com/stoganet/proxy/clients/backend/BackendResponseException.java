package com.stoganet.proxy.clients.backend;

/** An answer of a backend that is not a success. */
public final class BackendResponseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient String body;

  /**
   * @param label the backend, such as Jellyfin
   * @param body empty when there is none
   */
  public BackendResponseException(String label, int status, String body) {
    super(label + " answered " + status + (body.isEmpty() ? " without a body" : ""));
    this.status = status;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /**
   * The body, empty when there is none. It may name hosts and paths, so clients and logs must not
   * get it.
   */
  public String body() {
    return body;
  }

  /** Whether the backend does not accept the credentials: 401 or 403. */
  public boolean unauthorized() {
    return status == 401 || status == 403;
  }

  public boolean notFound() {
    return status == 404;
  }
}
