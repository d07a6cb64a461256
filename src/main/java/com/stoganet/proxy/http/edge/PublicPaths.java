package com.stoganet.proxy.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** The paths that need no token; a test compares them with {@code security: []} in the contract. */
final class PublicPaths {

  private static final String LIVENESS = "/healthz";

  static final Set<String> ALL =
      Set.of(
          LIVENESS,
          "/auth/login",
          "/auth/refresh",
          "/auth/quick-connect/start",
          "/auth/quick-connect/poll");

  private static final Set<String> WAYS_OUT = Set.of("/auth/logout", "/auth/logout/all");

  /** The prefix of picture addresses: their signature replaces a token. */
  private static final String PICTURES = "/images/";

  /** The prefix of addresses with a ticket, which replaces a token. */
  private static final String TICKETS = "/play/";

  private static final String EVENTS = "/events/";

  /** Creates such addresses, for clients with a token. */
  private static final String EVENT_TICKET = EVENTS + "ticket";

  private static final Pattern WEBHOOK = Pattern.compile("/webhooks/[a-z0-9_]+");

  /** Paths of the server itself; some servers answer them behind our filters. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("/health", "/health/live", "/health/ready", "/health/started", "/openapi");

  private PublicPaths() {}

  /** The path as the client wrote it: an encoded spelling, or /auth/login;x, is another path. */
  static String written(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** Whether this path is answered even when the settings are incomplete. */
  static boolean alwaysOpen(String path) {
    return LIVENESS.equals(path) || OF_THE_SERVER.contains(path);
  }

  /** Sign-out works with a session that has ended, too: a repeated sign-out succeeds. */
  static boolean leadsOut(String path) {
    return WAYS_OUT.contains(path);
  }

  static boolean contains(String path) {
    return ALL.contains(path);
  }

  /**
   * Whether this is the address of a picture; {@code servlet} is the target of the server's
   * dispatch, which is another one for a path such as /images/../library.
   */
  static boolean isPicture(String path, String servlet) {
    return leadsTo(PICTURES, path, servlet);
  }

  /**
   * The path of the metrics; some servers answer it behind our filters, others in another
   * application.
   */
  static boolean isMetrics(String path) {
    return "/metrics".equals(path);
  }

  /** The paths that Radarr and Sonarr call; the resource checks their secret. */
  static boolean isWebhook(String path) {
    return WEBHOOK.matcher(path).matches();
  }

  /** Whether this address has a ticket; {@code servlet} as for {@link #isPicture}. */
  static boolean isTicketed(String path, String servlet) {
    return leadsTo(TICKETS, path, servlet)
        || (leadsTo(EVENTS, path, servlet) && !EVENT_TICKET.equals(path));
  }

  private static boolean leadsTo(String place, String path, String servlet) {
    return path.startsWith(place) && place.equals(servlet + "/");
  }
}
