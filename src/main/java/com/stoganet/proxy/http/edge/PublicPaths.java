package com.stoganet.proxy.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** The paths that need no token; a test holds them against {@code security: []} in the spec. */
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

  /** What the addresses of pictures begin with: their signature stands for a token. */
  private static final String PICTURES = "/images/";

  /** What addresses with a ticket begin with: it stands for a token. */
  private static final String TICKETS = "/play/";

  private static final String EVENTS = "/events/";

  /** Gives out such addresses, to those with a token. */
  private static final String EVENT_TICKET = EVENTS + "ticket";

  private static final Pattern WEBHOOK = Pattern.compile("/webhooks/[a-z0-9_]+");

  /** What the server itself answers; some servers do so behind our filters. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("/health", "/health/live", "/health/ready", "/health/started", "/openapi");

  private PublicPaths() {}

  /** The path as the client wrote it: an encoded spelling, or /auth/login;x, is another one. */
  static String written(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** Whether this path is answered even when nothing is set up yet. */
  static boolean alwaysOpen(String path) {
    return LIVENESS.equals(path) || OF_THE_SERVER.contains(path);
  }

  /** Signing out works with a session that is over, too: doing it twice is no mistake. */
  static boolean leadsOut(String path) {
    return WAYS_OUT.contains(path);
  }

  static boolean contains(String path) {
    return ALL.contains(path);
  }

  /**
   * Whether this is the address of a picture; {@code servlet} is where the server really goes with
   * it, which is somewhere else for a path such as /images/../library.
   */
  static boolean isPicture(String path, String servlet) {
    return leadsTo(PICTURES, path, servlet);
  }

  /** What some servers answer behind our filters, others in an application of their own. */
  static boolean isMetrics(String path) {
    return "/metrics".equals(path);
  }

  /** Where Radarr and Sonarr call: their secret is checked there. */
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
