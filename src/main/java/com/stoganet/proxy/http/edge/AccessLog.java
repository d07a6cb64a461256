package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One line per request: method, path without query, status, milliseconds, request id. */
@Service
public class AccessLog {

  private static final Log LOG = Log.of(AccessLog.class);
  private static final int MAX_PATH = 200;

  /** No id is that long, but every ticket and token. */
  private static final Pattern SECRET = Pattern.compile("[^/]{65,}");

  /**
   * Writes the line of a request that is over.
   *
   * @param path as the client wrote it, undecoded: no control character can be in it
   * @param startNanos {@link System#nanoTime()} when it came in
   */
  public void write(String method, String path, int status, long startNanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    String open = SECRET.matcher(path).replaceAll("…");
    String shown = open.length() > MAX_PATH ? open.substring(0, MAX_PATH) + "…" : open;
    LOG.info("access " + method + " " + shown + " " + status + " " + millis + "ms");
  }
}
