package com.stoganet.proxy.shared;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id that ties an answer to its log lines, known to the thread that serves the request. */
public final class RequestId {

  /** The header it travels in, both ways. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private RequestId() {}

  /** The client's own id if it is harmless, else a new one. {@code offered} may be null. */
  public static String acceptOrCreate(String offered) {
    return offered != null && ACCEPTED.matcher(offered).matches()
        ? offered
        : UUID.randomUUID().toString();
  }

  /** Binds the id to this thread; null unbinds it. */
  public static void bind(String id) {
    if (id == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(id);
    }
  }

  /** The id bound to this thread, or null outside a request. */
  public static String current() {
    return CURRENT.get();
  }
}
