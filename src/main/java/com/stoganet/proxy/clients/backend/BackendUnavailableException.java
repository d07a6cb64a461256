package com.stoganet.proxy.clients.backend;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;

/** A backend cannot do its work, for any client and any request. */
public final class BackendUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(BackendUnavailableException.class);

  private final transient Backend backend;
  private final OutageReason reason;
  private final String problem;

  /** {@code cause} may be null; it may name the backend's address, so the log must not get it. */
  BackendUnavailableException(
      Backend backend, OutageReason reason, String problem, Throwable cause) {
    super(backend.label() + " " + problem, cause);
    this.backend = backend;
    this.reason = reason;
    this.problem = problem;
  }

  public OutageReason reason() {
    return reason;
  }

  /** The problem, in words that name no host. */
  public String problem() {
    return problem;
  }

  /** Logs the problem with the name of the server. */
  public BackendUnavailableException logged() {
    LOG.warn(backend.name() + " " + problem);
    return this;
  }

  /** The failure for clients: 502 for an answer that makes no sense, 503 for everything else. */
  public ApiException toApi() {
    ApiException failure =
        reason == OutageReason.NONSENSE
            ? ApiException.badGateway(backend.clientLabel() + "'s answer makes no sense.", this)
            : ApiException.unavailable(
                backend.clientLabel() + " is temporarily unavailable.", this);
    return failure.because(backend.code() + "_" + reason.code());
  }
}
