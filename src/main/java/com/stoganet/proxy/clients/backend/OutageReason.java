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
  /** Another server of the same kind answers at the address. */
  ANOTHER_SERVER("is gone: another server answers at its address"),
  NOT_SET_UP("is not set up: its start-up wizard was not finished"),
  BLOCKED("refuses connections from the proxy; see its network settings"),
  CREDENTIALS("refuses the API key"),
  BANNED("has banned this address for a while"),
  MISCONFIGURED("redirects the proxy elsewhere; its URL may lack the base path"),
  FAILING("fails"),
  /** An error that concerns this request rather than the whole backend. */
  REQUEST_FAILED("failing", "fails"),
  NONSENSE("gives answers that make no sense");

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

  /** Whether this reason caused the failure. */
  public boolean caused(ApiException failure) {
    return failure.getCause() instanceof BackendUnavailableException outage
        && outage.reason() == this;
  }

  /** The reason in the details of an error, after the name of the backend. */
  String code() {
    return code;
  }

  /** The usual text, after the name of the backend; {@link Backend#problem} replaces it. */
  public String text() {
    return text;
  }
}
