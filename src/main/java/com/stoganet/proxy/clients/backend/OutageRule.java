package com.stoganet.proxy.clients.backend;

import java.util.Optional;

/** Decides whether an answer that is not a success means an outage of the backend. */
@FunctionalInterface
public interface OutageRule {

  /** A redirect, since none is followed, or a server error. */
  OutageRule USUAL = OutageRule::usual;

  /** The reason of the outage; empty when the backend only refuses this request. */
  Optional<OutageReason> reason(BackendResponseException answer);

  private static Optional<OutageReason> usual(BackendResponseException answer) {
    int status = answer.status();
    if (status < 400) {
      return Optional.of(OutageReason.MISCONFIGURED);
    }
    if (status < 500) {
      return Optional.empty();
    }
    return Optional.of(status == 500 ? OutageReason.REQUEST_FAILED : OutageReason.FAILING);
  }
}
