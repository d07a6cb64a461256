package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.shared.ApiException;
import java.util.Locale;

/** Seerr cannot do its work at present, whoever asks for whatever. */
final class SeerrOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as readiness tells it. */
  enum Reason {
    UNREACHABLE("does not answer"),
    CREDENTIALS("does not accept SEERR_API_KEY"),
    MISCONFIGURED("is not there; SEERR_URL may lack its base path"),
    FAILING("fails"),
    NONSENSE("gives answers that are not Seerr's");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Reason reason;

  /** {@code cause} may be null; it may name Seerr's address, so it is not for the log. */
  SeerrOutage(Reason reason, Throwable cause) {
    super("Seerr " + reason.text(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** The same in the words of the contract. */
  ApiException toApi() {
    ApiException failure =
        reason == Reason.NONSENSE
            ? ApiException.badGateway("The request server's answer makes no sense.", this)
            : ApiException.unavailable("The request server cannot answer at present.", this);
    return failure.because("seerr_" + reason.name().toLowerCase(Locale.ROOT));
  }
}
