package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.shared.ApiException;
import java.util.Locale;

/** Jellyfin cannot do its work at present, whoever asks for whatever. */
class JellyfinOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as readiness tells it. */
  enum Reason {
    UNREACHABLE("does not answer"),
    STARTING("is starting"),
    BLOCKED("refuses connections from here; see its network settings"),
    MISCONFIGURED("sends us elsewhere; JELLYFIN_URL may lack its base path"),
    FAILING("fails"),
    NONSENSE("gives answers that are not Jellyfin's");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Reason reason;

  /** {@code cause} may be null; it may name Jellyfin's address, so it is not for the log. */
  JellyfinOutage(Reason reason, Throwable cause) {
    super("Jellyfin " + reason.text(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** The same in the words of the contract. */
  ApiException toApi() {
    ApiException failure =
        reason == Reason.NONSENSE
            ? ApiException.badGateway("Jellyfin's answer makes no sense.", this)
            : ApiException.unavailable("Jellyfin cannot answer at present.", this);
    return failure.because("jellyfin_" + reason.name().toLowerCase(Locale.ROOT));
  }

  /** Jellyfin answered 500, which says more about this request than about all the others. */
  static final class OneRequest extends JellyfinOutage {

    private static final long serialVersionUID = 1L;

    OneRequest(Throwable cause) {
      super(Reason.FAILING, cause);
    }
  }

  /** The request did not even reach Jellyfin, so that it can be sent again. */
  static final class NeverReached extends JellyfinOutage {

    private static final long serialVersionUID = 1L;

    NeverReached(Throwable cause) {
      super(Reason.UNREACHABLE, cause);
    }
  }
}
