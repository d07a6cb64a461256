package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import java.util.Locale;

/**
 * What it means when Seerr does not take a request.
 *
 * <p>Seerr 3 has one status for all that its rules forbid; only the message tells them apart.
 */
final class SeerrRefusals {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int DUPLICATE = 409;
  private static final int SERVER_ERROR = 500;

  private SeerrRefusals() {}

  /**
   * Passes what is no mistake: that somebody asked before.
   *
   * @throws RequestRejectedException when asking again would not help
   */
  static void check(SeerrFailure failure) {
    switch (failure.status()) {
      case DUPLICATE -> {}
      case FORBIDDEN -> throw forbidden(failure.reason().toLowerCase(Locale.ROOT));
      case NOT_FOUND -> throw unknownTitle();
      case SERVER_ERROR ->
          throw unknownToTmdb(failure.reason())
              ? unknownTitle()
              : SeerrConnection.unexpected(failure);
      default -> throw SeerrConnection.unexpected(failure);
    }
  }

  static RequestRejectedException notAllowed() {
    return new RequestRejectedException(
        "not_allowed", "You may not ask for this at the request server.");
  }

  private static RequestRejectedException forbidden(String reason) {
    if (reason.contains("quota")) {
      return new RequestRejectedException(
          "quota_exceeded", "You have asked for as much as you may for now.");
    }
    // The same word before and since it was renamed.
    if (reason.contains("blocklisted") || reason.contains("blacklisted")) {
      return new RequestRejectedException("blocklisted", "This title may not be asked for.");
    }
    return notAllowed();
  }

  /** Seerr 3: "[TMDB] Failed to fetch movie details: Request failed with status code 404". */
  private static boolean unknownToTmdb(String reason) {
    return reason.startsWith("[TMDB]") && reason.contains("404");
  }

  private static RequestRejectedException unknownTitle() {
    return new RequestRejectedException(
        "unknown_title", "The request server does not know this title.");
  }
}
