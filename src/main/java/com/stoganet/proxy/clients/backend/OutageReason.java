package com.stoganet.proxy.clients.backend;

import com.stoganet.proxy.shared.ApiException;
import java.util.Locale;

/** Why a backend cannot do its work; readiness shows the text, clients get the code. */
public enum OutageReason {
  UNREACHABLE("does not answer"),
  /** The request did not arrive, so it can be sent again. */
  NEVER_REACHED("unreachable", "does not answer"),
  /** The circuit is open, so the request was not sent. */
  CIRCUIT_OPEN("unreachable", "does not answer"),
  STARTING("is starting"),
  BLOCKED("refuses connections from here; see its network settings"),
  CREDENTIALS("refuses the API key"),
  BANNED("has banned this address for a while"),
  MISCONFIGURED("sends us elsewhere; its URL may lack the base path"),
  FAILING("fails"),
  /** An error that says more about this request than about all the others. */
  REQUEST_FAILED("failing", "fails"),
  NONSENSE("gives answers that make no sense"),
  /** It is still reading what it was told to keep. */
  BUSY("is not ready with this title yet");

  private final String code;
  private final String text;

  OutageReason(String text) {
    this.code = name().toLowerCase(Locale.ROOT);
    this.text = text;
  }

  OutageReason(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** Whether this is why clients are told of a failure. */
  public boolean caused(ApiException failure) {
    return failure.getCause() instanceof BackendUnavailableException outage
        && outage.reason() == this;
  }

  /** As the details of an error call it, after the name of the backend. */
  String code() {
    return code;
  }

  /** The usual words for it, after the name of the backend, which may have its own. */
  public String text() {
    return text;
  }
}
