package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.shared.ApiException;
import java.util.Locale;

/** qBittorrent does nothing for us at present, whatever it is asked. */
final class QbittorrentOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as readiness tells it. */
  enum Reason {
    UNREACHABLE("does not answer"),
    CREDENTIALS("refuses the user name or password"),
    BANNED("has banned this address for a while"),
    NONSENSE("gives answers that are not qBittorrent's");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Reason reason;

  /** {@code cause} may be null; it may name qBittorrent's address, so it is not for the log. */
  QbittorrentOutage(Reason reason, Throwable cause) {
    super("qBittorrent " + reason.text(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** The same in the words of the contract. */
  ApiException toApi() {
    ApiException failure =
        reason == Reason.NONSENSE
            ? ApiException.badGateway("qBittorrent's answer makes no sense.", this)
            : ApiException.unavailable("qBittorrent cannot answer at present.", this);
    return failure.because("qbittorrent_" + reason.name().toLowerCase(Locale.ROOT));
  }
}
